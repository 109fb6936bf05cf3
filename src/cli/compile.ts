import "./require-node.js";
import { enableCompileCache } from "node:module";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";

exitOnFailure();
enableCompileCache(); // the modules that are imported from here on load in half the time
await import("./compile-command.ts");
