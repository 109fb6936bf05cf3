/** What `npm run compile` made: the stored content. wrangler.toml says where it lies. */
declare module "compiled-content" {
  const texts: import("./store/content-texts.ts").ContentTexts;
  export default texts;
}
