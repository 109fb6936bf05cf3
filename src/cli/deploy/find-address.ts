import { DeploymentError } from "../wrangler/deployment-error.ts";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import type { DeployedWorker } from "./deployed-worker.ts";
import { placeholderOutcome } from "./placeholder.ts";
import type { NamedWorker } from "./worker-config.ts";

/** The source of an address that a placeholder has given. */
export const placeholder = "a placeholder, which was deployed first";
/** The source of an address that is a route. */
export const customDomain = "the custom domain in wrangler.toml";

/** The address of a site. */
export interface SiteAddress {
  readonly url: string;
  /** The reason for it, for the user. */
  readonly source: string;
}

/** Finds the address of a Worker without a written one. @throws DeploymentError if nothing gives the address */
export async function findAddress(worker: NamedWorker, account: CloudflareAccount, deployed: DeployedWorker): Promise<SiteAddress> {
  const domain = findDomain(worker);
  if (domain !== undefined) return domain;
  if (!worker.usesWorkersDev)
    throw new DeploymentError(
      `Cannot find the address of the site: wrangler.toml has no custom domain, and does not use workers.dev; ${writeUrl(worker)}`,
    );

  const subdomain = await account.subdomain();
  if (subdomain === "missing")
    throw new DeploymentError(
      `Cannot find the address of the site: your account has no workers.dev subdomain; choose one at https://dash.cloudflare.com/?to=/:account/workers/onboarding, or add a custom domain to wrangler.toml`,
    );
  if (subdomain !== "unknown")
    return { url: `https://${worker.name}.${subdomain.name}.workers.dev`, source: "the workers.dev subdomain of your account" };
  if (deployed.state === "site" && new URL(deployed.site.url).host.endsWith(".workers.dev"))
    return { url: deployed.site.url, source: "the deployed Worker" };
  if (deployed.state === "missing" || deployed.state === "empty") return { url: await reserveName(account), source: placeholder };
  throw new DeploymentError(
    `Cannot find the address of the site: the token does not allow to read the workers.dev subdomain; ${writeUrl(worker)}`,
  );
}

/** The Worker before a deployment. */
export interface LiveWorker {
  readonly deployed: DeployedWorker;
  /** True if its address on workers.dev stays on although it gets routes. */
  readonly keepsWorkersDev: boolean;
}

/**
 * Returns the custom domain that takes the place of the Worker's own address on workers.dev; undefined if the written address stays.
 * @param url the written address
 * @throws DeploymentError if there are several domains, and nothing serves the written address
 */
export async function findNewDomain(
  url: string,
  worker: NamedWorker,
  account: CloudflareAccount,
  { deployed, keepsWorkersDev }: LiveWorker,
): Promise<SiteAddress | undefined> {
  const written = parseWorkersDev(url);
  if (written?.worker !== worker.name || worker.usesWorkersDev || worker.customDomains.length === 0) return undefined;
  if (keepsWorkersDev && worker.customDomains.length > 1) return undefined;
  const subdomain = await account.subdomain();
  const isDeployed = deployed.state === "site" && deployed.site.url === url;
  const isOwn = typeof subdomain === "object" ? subdomain.name.toLowerCase() === written.subdomain : subdomain === "unknown" && isDeployed;
  const domain = isOwn ? findDomain(worker) : undefined;
  return domain && { ...domain, source: `${domain.source}, instead of ${url}` };
}

/** Returns the Worker and the subdomain of an address on workers.dev; undefined for other addresses. */
export function parseWorkersDev(url: string): { readonly worker: string; readonly subdomain: string } | undefined {
  const [, worker, subdomain] = /^https?:\/\/([^.]+)\.([^.]+)\.workers\.dev$/.exec(url.toLowerCase()) ?? [];
  return worker === undefined || subdomain === undefined ? undefined : { worker, subdomain };
}

/** Returns the address of the custom domain in wrangler.toml, if there is one. @throws DeploymentError if there are several */
export function findDomain(worker: NamedWorker): SiteAddress | undefined {
  const { customDomains } = worker;
  const [host, ...others] = customDomains;
  if (others.length > 0) throw new DeploymentError(`Cannot choose between the domains ${customDomains.join(" and ")}: ${writeUrl(worker)}`);
  if (host === undefined) return undefined;
  const domain = URL.parse(`https://${host}`);
  if (domain === null)
    throw new DeploymentError(`Cannot use the domain ${JSON.stringify(host)}: it is not a host; correct it in [[routes]]`);
  return { url: domain.origin, source: customDomain };
}

function writeUrl({ settingsTable }: NamedWorker): string {
  return `write url = "https://…" in ${settingsTable} of wrangler.toml`;
}

// Wrangler may fail after it has deployed the placeholder.
async function reserveName(account: CloudflareAccount): Promise<string> {
  try {
    return await account.reserveName();
  } catch (error) {
    if (!(error instanceof DeploymentError)) throw error;
    const { state } = await account.readWorker().catch(() => ({ state: "unknown" }));
    throw new DeploymentError(error.message, outcomes[state]);
  }
}

const outcomes: Readonly<Record<string, string>> = {
  empty: placeholderOutcome,
  unknown: "A placeholder may have been deployed: it answers 503 until you deploy the site",
};
