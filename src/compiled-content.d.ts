/** A file of the stored content, as `npm run compile` writes it. wrangler.toml says where it lies. */
declare module "compiled-content/*" {
  const bytes: ArrayBuffer;
  export default bytes;
}
