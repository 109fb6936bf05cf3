import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { faultOfEnvironment, isMissingFromCopy, readWranglerFile, readWranglerText } from "../../build/wrangler/wrangler-file.ts";

/** The settings of a site under development. */
export interface StartOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  /** The wrangler environment; empty for the top level. */
  readonly env: string;
}

/**
 * Returns the reason why `npm start` would fail whatever is edited while it runs; undefined if it can start. All other faults are reported
 * by the running site.
 * @throws Failure if a file with another name, or in a folder without the Worker, does not exist
 */
export function reasonNotToStart({ config, env }: StartOptions): string | undefined {
  if (!existsSync(config) && !isMissingFromCopy(config)) readWranglerText(config); // no file will appear at a wrong path
  const folder = dirname(resolve(config)); // the settings may be anywhere, but the Worker is next to them
  if (!existsSync(join(folder, "src/worker.ts")))
    return `Cannot start ${config}: ${folder} has no src/worker.ts; put its settings and articles/ into a copy of Broadsheet`;
  return faultOfEnvironment(readWranglerFile(config), env);
}
