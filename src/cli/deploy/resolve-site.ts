import { sampleSettings } from "../../settings/sample-site.ts";
import { DeploymentError } from "../wrangler/deployment-error.ts";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import type { DeployedSite, DeployedWorker } from "./deployed-worker.ts";
import { customDomain, findAddress, findDomain, findNewDomain, type LiveWorker, placeholder, type SiteAddress } from "./find-address.ts";
import { verifyDomains, verifyOwnAddress } from "./verify-domains.ts";
import type { NamedWorker } from "./worker-config.ts";

/** The settings of `[vars.SITE]` that decide about addresses and ids, as they are written. */
export interface WrittenSettings {
  readonly title: string;
  /** Empty if it is to be found. */
  readonly url: string;
  readonly idBase?: string | undefined;
}

/** The settings that a deployment needs in addition to the written ones. */
export interface ResolvedSite {
  readonly url: string;
  readonly changes: { readonly url?: string; readonly idBase?: string };
  /** The source of the address, for the user; undefined if it is written. */
  readonly source: string | undefined;
  /** True if a placeholder was deployed, to find the address. */
  readonly hasPlaceholder: boolean;
  /** True if workers.dev is on, and only a line in wrangler.toml keeps wrangler from switching it off. */
  readonly keepsWorkersDev: boolean;
  /** The version that is live, which the deployment replaces; undefined before the first deployment, and for a placeholder. */
  readonly liveVersion: string | undefined;
  /** True if no site was there before, so that there are no ids to compare with. */
  readonly isNew: boolean;
}

/** The circumstances of a deployment. */
export interface DeploymentKind {
  /** True if Cloudflare has connected the Worker of this name with the repository. */
  readonly isConnected: boolean;
  /** True for a version that does not become the site. */
  readonly isPreview: boolean;
  /** True if ids of known entries may change. */
  readonly allowsNewIds: boolean;
}

/**
 * Finds the address of the site, and the base of its ids: an entry keeps its id when the address changes. Nothing is guessed.
 * @throws DeploymentError
 */
export async function resolveSite(
  written: WrittenSettings,
  worker: NamedWorker,
  account: CloudflareAccount,
  { allowsNewIds, isConnected, isPreview }: DeploymentKind,
): Promise<ResolvedSite> {
  const deployed = await account.readWorker();
  if (isPreview && deployed.state !== "site")
    throw new DeploymentError(`Cannot upload a preview of ${worker.name}: the site is not deployed yet; deploy it first`);
  verifySameSite(written, worker, deployed, isConnected);
  if (!allowsNewIds && !isPreview) verifyIdBase(written, worker, deployed);
  await verifyDomains(worker, account, isPreview);
  await verifyOwnAddress(written.url, worker, account, deployed);
  const keepsWorkersDev =
    !isPreview && "version" in deployed && worker.hasRoutes && !worker.writesWorkersDev && (await account.hasWorkersDev());
  const found = await findUnwritten(written.url, worker, account, { deployed, keepsWorkersDev });
  const url = found?.url ?? written.url;
  const idBase = written.idBase ?? (deployed.state === "site" ? deployed.site.idBase : written.url || url);
  const writesIdBase = written.idBase === undefined && (written.url === "" || idBase !== url);
  return {
    url,
    changes: { ...(found && { url }), ...(writesIdBase && { idBase }) },
    source: found?.source,
    hasPlaceholder: found?.source === placeholder,
    keepsWorkersDev,
    liveVersion: "version" in deployed ? deployed.version : undefined,
    isNew: deployed.state !== "site" && written.url === "" && found?.source !== customDomain,
  };
}

// Returns undefined if the written address stays.
async function findUnwritten(
  written: string,
  worker: NamedWorker,
  account: CloudflareAccount,
  live: LiveWorker,
): Promise<SiteAddress | undefined> {
  return written === "" ? findAddress(worker, account, live.deployed) : findNewDomain(written, worker, account, live);
}

/**
 * Finds the address of the site without asking Cloudflare, as for a dry run. Ids are made from it.
 * @throws DeploymentError if only Cloudflare knows the address
 */
export function resolveOffline({ idBase, url: written }: WrittenSettings, worker: NamedWorker): ResolvedSite {
  const { source, url } = written === "" ? (findDomain(worker) ?? failToFind(worker)) : { source: undefined, url: written };
  const changes = written === "" ? { url, ...(idBase === undefined && { idBase: url }) } : {};
  return { url, changes, source, hasPlaceholder: false, keepsWorkersDev: false, liveVersion: undefined, isNew: false };
}

function failToFind({ settingsTable }: NamedWorker): never {
  throw new DeploymentError(
    `Cannot build without the address of the site: write url = "https://…" in ${settingsTable}, or deploy, which finds it`,
  );
}

// Two sites with one name would replace each other, and mix their ids.
function verifySameSite(
  written: WrittenSettings,
  { customDomains, name, settingsTable }: NamedWorker,
  deployed: DeployedWorker,
  isConnected: boolean,
): void {
  if (deployed.state === "foreign" && written.url === "" && !isConnected)
    throw new DeploymentError(
      `Cannot use the name ${name}: your account has another Worker of that name, which is not a Broadsheet site; choose another name in wrangler.toml, or write url = "https://…" in ${settingsTable} to replace it`,
    );
  if (deployed.state !== "site") return;
  const { site } = deployed;
  const isSame =
    isConnected ||
    [written.title, sampleSettings["title"]].includes(site.title) || // a site with its own articles has another title
    [written.url, ...customDomains.map((host) => `https://${host}`)].includes(site.url) ||
    written.idBase !== undefined;
  if (!isSame)
    throw new DeploymentError(
      `Cannot use the name ${name}: your account has the site ${JSON.stringify(site.title)} there, at ${site.url}; choose another name in wrangler.toml, or write ${sameSiteSettings(site, customDomains)} in ${settingsTable} if it is the same site`,
    );
}

// The address that the feed is compared at may be new, too, so that no comparison would find the ids.
function verifyIdBase({ idBase }: WrittenSettings, { settingsTable }: NamedWorker, deployed: DeployedWorker): void {
  if (idBase === undefined || deployed.state !== "site" || deployed.site.title === sampleSettings["title"]) return;
  const known = deployed.site.idBase;
  if (idBase.replace(/\/$/, "") === known) return;
  throw new DeploymentError(
    `Cannot deploy with idBase = "${idBase}": the deployed site has idBase = "${known}", so that subscribers would see its entries as new; write that in ${settingsTable}, or run npm run deploy -- --allow-new-ids`,
  );
}

// A custom domain gives the address, which may be another than before.
function sameSiteSettings({ idBase, url }: DeployedSite, customDomains: readonly string[]): string {
  return `${customDomains.length === 0 ? `url = "${url}" and ` : ""}idBase = "${idBase}"`;
}
