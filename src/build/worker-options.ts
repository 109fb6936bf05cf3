import { loadPackage } from "../files/load-package.ts";

/** The compatibility date, bindings and static assets of a Worker, for Miniflare. They can be written as JSON. */
export type WorkerOptions = Readonly<Record<string, unknown>>;

/**
 * Returns the options with which a Worker is deployed. This loads wrangler, which takes more than a second.
 * @param config path of wrangler.toml
 * @param environment the wrangler environment; empty for the top level
 */
export function workerOptions(config: string, environment: string): WorkerOptions {
  const { unstable_getMiniflareWorkerOptions } = loadPackage("wrangler");
  const { modulesRules: _, ...options } = unstable_getMiniflareWorkerOptions(config, environment || undefined).workerOptions;
  return options; // Miniflare takes rules or modules
}
