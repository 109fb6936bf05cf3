import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the repository. */
export const root: string = resolve(import.meta.dirname, "../..");

/** The folder of the benchmarks, with the packages of the other contenders. */
export const benchFolder: string = import.meta.dirname;

/** The folder of the measured sites, which is temporary. */
export const workFolder: string = join(root, "build/bench");

const ownNode = join(root, "node_modules/.bin/node");

/** The Node of this repository. */
export const node: string = existsSync(ownNode) ? ownNode : process.execPath;
