import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

enableCompileCache();
const { serveCompiler } = await import("./compiler-service.ts");
serveCompiler(workerData);
