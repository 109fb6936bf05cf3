import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { prepareModules } from "./prepare-modules.ts";

exitOnFailure();
prepareModules();
await import("./compile-command.ts");
