import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Path of the program that `npx wrangler` runs. */
export const wranglerProgram: string = join(dirname(createRequire(import.meta.url).resolve("wrangler")), "../bin/wrangler.js");
