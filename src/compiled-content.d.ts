/** What `npm run compile` made; wrangler.toml says where it lies. */
declare module "compiled-content" {
  const content: import("./content/compile.ts").CompiledContent;
  export default content;
}
