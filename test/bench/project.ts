import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the repository. */
export const root: string = resolve(import.meta.dirname, "../..");

/** The folder of the benchmarks; the packages of those that are measured beside us are installed in it. */
export const benchFolder: string = import.meta.dirname;

/** Where everything is written that is measured; nothing in it is kept. */
export const workFolder: string = join(root, "build/bench");

const ownNode = join(root, "node_modules/.bin/node");

/** The Node that the commands of this repository run on. */
export const node: string = existsSync(ownNode) ? ownNode : process.execPath;
