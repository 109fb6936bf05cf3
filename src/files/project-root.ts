import { resolve } from "node:path";

/** The folder of this project. No other file may ask where it is: the bundles of the commands are elsewhere. */
export const projectRoot: string = resolve(import.meta.dirname, "../..");

/** The program that runs the commands, and the processes of commands, by their names. */
export const commandProgram: string = resolve(projectRoot, "src/cli/run.js");
