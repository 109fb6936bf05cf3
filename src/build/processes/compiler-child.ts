import { enableCompileCache } from "node:module";

enableCompileCache();
const { serveCompiler } = await import("./compiler-service.ts");
serveCompiler();
