import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Path of the program that `npx wrangler` runs. */
export const wranglerProgram: string = join(dirname(createRequire(import.meta.url).resolve("wrangler")), "../bin/wrangler.js");

/** Environment variables with which wrangler makes no requests of its own, reports nothing and asks nothing. */
export const quietly: Readonly<Record<string, string>> = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  DO_NOT_TRACK: "1",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_SEND_METRICS: "false",
};
