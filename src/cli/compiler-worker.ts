import { workerData } from "node:worker_threads";
import { prepareModules } from "./prepare-modules.ts";

prepareModules();
const { serveCompiler } = await import("./compiler-service.ts");
serveCompiler(workerData);
