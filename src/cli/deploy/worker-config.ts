import { parse } from "smol-toml";

/** The lines of wrangler.toml that decide where a Worker is deployed. */
export interface WorkerConfig {
  /** Undefined if no line names the Worker. */
  readonly name: string | undefined;
  readonly accountId: string | undefined;
  /** Hosts of the routes with `custom_domain = true`. */
  readonly customDomains: readonly string[];
  /** True if Cloudflare serves the Worker below workers.dev. */
  readonly usesWorkersDev: boolean;
}

/** Values from the command line and the environment, which have precedence as they have in wrangler. */
export interface WorkerOverrides {
  /** The value of `--name`. */
  readonly name?: string | undefined;
  /** The environment variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Route {
  readonly pattern?: unknown;
  readonly custom_domain?: unknown;
  readonly enabled?: unknown;
}

interface ConfigTable {
  readonly name?: string;
  readonly account_id?: string;
  readonly route?: string | Route;
  readonly routes?: readonly (string | Route)[];
  readonly workers_dev?: boolean;
}

/**
 * Reads the deployment of a Worker from the text of wrangler.toml, with the rules of wrangler: an environment inherits all of these keys
 * except the name, to which its own is added.
 * @param environment the wrangler environment; empty for the top level
 */
export function readWorkerConfig(toml: string, environment: string, { env, name }: WorkerOverrides): WorkerConfig {
  const top = parse(toml) as ConfigTable & { readonly env?: Readonly<Record<string, ConfigTable>> };
  const own: ConfigTable = (environment === "" ? undefined : top.env?.[environment]) ?? {};
  const suffixed = environment === "" || top.name === undefined ? top.name : `${top.name}-${environment}`;
  const routes = (own.routes ?? top.routes ?? []).concat(own.route ?? top.route ?? []);
  return {
    name: env["WRANGLER_CI_OVERRIDE_NAME"] || name || own.name || suffixed,
    accountId: own.account_id ?? top.account_id ?? (env["CLOUDFLARE_ACCOUNT_ID"] || undefined),
    customDomains: routes.flatMap(customDomainOf),
    usesWorkersDev: own.workers_dev ?? top.workers_dev ?? routes.length === 0,
  };
}

function customDomainOf(route: string | Route): string[] {
  if (typeof route === "string" || route.custom_domain !== true || route.enabled === false) return [];
  return typeof route.pattern === "string" ? [route.pattern] : [];
}
