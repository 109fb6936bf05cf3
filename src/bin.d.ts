/** A file of the stored content, which `npm run compile` writes. Wrangler makes a Data module of it. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
