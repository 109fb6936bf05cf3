import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

enableCompileCache(); // what follows is loaded in half the time
const { serveCompiler } = await import("./compiler-service.ts");
serveCompiler(workerData);
