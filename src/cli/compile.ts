// The build command in wrangler.toml.
process.argv.splice(2, 0, "compile");
// @ts-expect-error: it has no types, and exports nothing
await import("./run.js");
