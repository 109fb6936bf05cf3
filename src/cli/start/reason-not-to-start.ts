import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { faultOfEnvironment, isMissingFromCopy, readWranglerFile, readWranglerText } from "../../build/source/wrangler-file.ts";

/** The options of `npm start` that can be wrong. */
export interface StartOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  /** The wrangler environment; empty for the top level. */
  readonly env: string;
  /** An option of wrangler. */
  readonly remote?: unknown;
}

/**
 * Returns the reason why `npm start` would fail whatever is edited while it runs; undefined if it can start. All other faults are reported
 * by the running site.
 * @throws Failure if a file with another name, or in a folder without the Worker, does not exist
 */
export function reasonNotToStart({ config, env, remote }: StartOptions): string | undefined {
  if (remote === true)
    return "Cannot start with --remote: the articles are on this machine; npm run deploy -- --preview shows the site on Cloudflare";
  if (!existsSync(config) && !isMissingFromCopy(config)) readWranglerText(config); // no file will appear at a wrong path
  const folder = dirname(resolve(config)); // the settings may be anywhere, but the Worker is next to them
  if (!existsSync(join(folder, "src/worker.ts")))
    return `Cannot start ${config}: ${folder} has no src/worker.ts; put its settings and articles/ into a copy of Broadsheet`;
  return faultOfEnvironment(readWranglerFile(config), env);
}
