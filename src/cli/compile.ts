import { prepareModules } from "./prepare-modules.ts";
import { exitOnFailure } from "./terminal/exit-on-failure.ts";

exitOnFailure();
prepareModules();
await import("./compile-command.ts");
