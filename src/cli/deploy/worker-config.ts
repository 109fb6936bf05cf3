import { canonicalHost } from "../../base/canonical-url.ts";
import { settingsTable } from "../../build/wrangler/edit-settings.ts";
import { isWorkerName, workerNameFor, workerNameRule } from "../../build/wrangler/worker-name.ts";
import type { WranglerFile, WranglerTable } from "../../build/wrangler/wrangler-file.ts";
import { DeploymentError } from "../wrangler/deployment-error.ts";

/** The lines of wrangler.toml that decide where a Worker is deployed. */
export interface WorkerConfig {
  /** Undefined if no line names the Worker. */
  readonly name: string | undefined;
  readonly accountId: string | undefined;
  /** Hosts of the routes with `custom_domain = true`, as URLs write them: in lower case, and in Punycode. */
  readonly customDomains: readonly string[];
  /** True if there are routes of any kind. */
  readonly hasRoutes: boolean;
  /** True if Cloudflare serves the Worker below workers.dev. */
  readonly usesWorkersDev: boolean;
  /** True if a line decides about workers.dev. Otherwise wrangler switches it off if there are routes. */
  readonly writesWorkersDev: boolean;
  /** The header of the table with the settings of the site, for messages. */
  readonly settingsTable: string;
}

/** A Worker with a name, which a deployment needs. */
export type NamedWorker = WorkerConfig & { readonly name: string };

/** Values from the command line and the environment, which have precedence as they have in wrangler. */
export interface WorkerOverrides {
  /** The value of `--name`. */
  readonly name?: string | undefined;
  /** True if the command line has a route. */
  readonly hasRoute?: boolean;
  /** The environment variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the deployment of a Worker from wrangler.toml, with the rules of wrangler: an environment inherits all of these keys except the
 * name, to which its own is added. A value of a wrong type counts as missing: wrangler reports it.
 * @param environment the wrangler environment; empty for the top level
 */
export function readWorkerConfig(
  { top }: WranglerFile,
  environment: string,
  { env, hasRoute = false, name }: WorkerOverrides,
): WorkerConfig {
  const own: WranglerTable = (environment === "" ? undefined : top.env?.[environment]) ?? {};
  const topName = textOf(top.name);
  const suffixed = environment === "" || topName === undefined ? topName : `${topName}-${environment}`;
  const routes = [own.routes ?? top.routes ?? [], own.route ?? top.route ?? []].flat();
  const hasRoutes = hasRoute || routes.length > 0;
  const workersDev = own.workers_dev ?? top.workers_dev;
  return {
    name: env["WRANGLER_CI_OVERRIDE_NAME"] || name || (textOf(own.name) ?? suffixed),
    accountId: textOf(own.account_id) ?? textOf(top.account_id) ?? (env["CLOUDFLARE_ACCOUNT_ID"] || undefined),
    customDomains: routes.flatMap(customDomainOf),
    hasRoutes,
    usesWorkersDev: typeof workersDev === "boolean" ? workersDev : !hasRoutes,
    writesWorkersDev: typeof workersDev === "boolean",
    settingsTable: settingsTable(environment),
  };
}

/**
 * Returns a Worker with a name that wrangler accepts.
 * @param config the path of wrangler.toml
 * @throws DeploymentError if it has none: the name becomes a part of the address, which is written before wrangler sees it
 */
export function verifyName(worker: WorkerConfig, config: string): NamedWorker {
  const { name } = worker;
  if (name === undefined)
    throw new DeploymentError(`Cannot deploy a Worker without a name: write name = "my-feeds" at the top of ${config}`);
  if (!isWorkerName(name))
    throw new DeploymentError(
      `Cannot deploy a Worker with the name ${JSON.stringify(name)}: ${workerNameRule}, such as "${workerNameFor(name)}"`,
    );
  return { ...worker, name };
}

function customDomainOf(route: unknown): string[] {
  const { custom_domain: isCustom, enabled, pattern } = { ...(route as object) } as Readonly<Record<string, unknown>>;
  return isCustom === true && enabled !== false && typeof pattern === "string" ? [canonicalHost(pattern)] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
