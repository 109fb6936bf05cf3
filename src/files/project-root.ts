import { resolve } from "node:path";

/** The folder of this project. No other file may ask where it is: the bundles of the commands are elsewhere. */
export const projectRoot: string = resolve(import.meta.dirname, "../..");
