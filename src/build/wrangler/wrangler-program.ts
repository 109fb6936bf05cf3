import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "../../files/project-root.ts";

/** The arguments with which Node runs wrangler, as `npx wrangler` does in a process between. */
export const wranglerProgram: readonly string[] = ["--no-warnings", createRequire(join(projectRoot, "package.json")).resolve("wrangler")];

/** Environment variables with which wrangler makes no requests of its own, reports nothing and asks nothing. */
export const quietly: Readonly<Record<string, string>> = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  DO_NOT_TRACK: "1",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_SEND_METRICS: "false",
};
