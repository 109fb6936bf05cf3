import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

enableCompileCache(); // what follows is loaded in half the time
const { serveWorkshop } = await import("./workshop-service.ts");
serveWorkshop(workerData);
