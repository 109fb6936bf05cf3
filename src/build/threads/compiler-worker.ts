import { workerData } from "node:worker_threads";
import { prepareModules } from "../../cli/prepare-modules.ts";

prepareModules();
const { serveCompiler } = await import("./compiler-service.ts");
serveCompiler(workerData);
