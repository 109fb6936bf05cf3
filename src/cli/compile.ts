import { prepareModules } from "./prepare-modules.ts";

prepareModules();
await import("./compile-command.ts");
