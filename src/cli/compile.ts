import { enableCompileCache } from "node:module";

enableCompileCache(); // what follows is loaded in half the time
await import("./compile-command.ts");
