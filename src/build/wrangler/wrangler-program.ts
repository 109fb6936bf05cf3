import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectRoot } from "../../files/project-root.ts";

/** Path of the program that `npx wrangler` runs. */
export const wranglerProgram: string = join(
  dirname(createRequire(join(projectRoot, "package.json")).resolve("wrangler")),
  "../bin/wrangler.js",
);

/** Environment variables with which wrangler makes no requests of its own, reports nothing and asks nothing. */
export const quietly: Readonly<Record<string, string>> = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  DO_NOT_TRACK: "1",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_SEND_METRICS: "false",
};
