/** What `npm run compile` made: the StoredContent as JSON. wrangler.toml says where it lies. */
declare module "compiled-content" {
  const json: string;
  export default json;
}
