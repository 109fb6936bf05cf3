import { DeploymentError } from "../wrangler/deployment-error.ts";
import { type Binding, type Deployment, deploymentsAnswer, versionAnswer } from "./answer-schemas.ts";
import { type CloudflareApi, CloudflareError } from "./cloudflare-api.ts";

/** The settings of a deployed site that later deployments depend on. */
export interface DeployedSite {
  readonly title: string;
  readonly url: string;
  /** The URL from which the ids of its entries are made. */
  readonly idBase: string;
}

/** The Worker that Cloudflare has under a name. */
export type DeployedWorker =
  | { readonly state: "missing" }
  /** A placeholder, or a Worker that was never deployed. */
  | { readonly state: "empty" }
  | { readonly state: "site"; readonly site: DeployedSite; readonly version: string }
  /** Another program. */
  | { readonly state: "foreign"; readonly version: string };

/** The requests that find the deployed Worker. */
export interface DeploymentReader {
  /** Returns the ids of the live versions, the one with the most traffic first; undefined if there is no Worker. */
  liveVersions(): Promise<readonly string[] | undefined>;
  bindings(version: string): Promise<readonly Binding[]>;
}

/** The variable that marks a placeholder. */
export const placeholderVariable = "BROADSHEET_PLACEHOLDER";

/**
 * Reads the deployed Worker. Versions that were uploaded and not deployed, such as previews, do not count.
 * @throws CloudflareError if it cannot be read
 * @throws DeploymentError if two versions of a gradual deployment make ids from different addresses
 */
export async function readDeployedWorker(reader: DeploymentReader): Promise<DeployedWorker> {
  const versions = await reader.liveVersions();
  if (versions === undefined) return { state: "missing" };
  const workers = await Promise.all(versions.map(async (version) => workerOf(version, await reader.bindings(version))));
  const bases = new Set(workers.flatMap((worker) => (worker.state === "site" ? [worker.site.idBase] : [])));
  if (bases.size > 1)
    throw new DeploymentError(
      `Cannot choose between the live versions, which have idBase = ${[...bases].map((base) => `"${base}"`).join(" and ")}: complete the gradual deployment first, with npx wrangler versions deploy`,
    );
  return workers[0] ?? { state: "empty" };
}

function workerOf(version: string, bindings: readonly Binding[]): DeployedWorker {
  if (bindings.some(({ name }) => name === placeholderVariable)) return { state: "empty" };
  const site = siteOf(bindings.find(({ name, type }) => name === "SITE" && type === "json")?.json);
  return site === undefined ? { state: "foreign", version } : { state: "site", site, version };
}

function siteOf(value: unknown): DeployedSite | undefined {
  const { idBase, title, url } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof title !== "string" || !isAddress(url)) return undefined;
  const { origin } = new URL(url);
  if (idBase === undefined) return { title, url: origin, idBase: origin };
  return isAddress(idBase) ? { title, url: origin, idBase: idBase.replace(/\/$/, "") } : undefined;
}

function isAddress(value: unknown): value is string {
  return typeof value === "string" && /^https?:$/.test(URL.parse(value)?.protocol ?? "");
}

/** Returns the ids of the versions with traffic, the one with the most first. */
export function versionsOf({ versions }: Deployment): readonly string[] {
  const live = versions.filter(({ percentage }) => percentage > 0);
  const known = live.length > 0 ? live : versions;
  return known.toSorted((a, b) => b.percentage - a.percentage).map(({ version_id }) => version_id);
}

/** The code of Cloudflare's API for a Worker, or a subdomain, that does not exist. */
export const notFoundCode = 10007;

/** Creates a reader that asks Cloudflare's API. */
export function createApiReader(api: CloudflareApi, accountId: string, worker: string): DeploymentReader {
  const path = `/accounts/${encodeURIComponent(accountId)}/workers/scripts/${encodeURIComponent(worker)}`;
  return {
    async liveVersions() {
      try {
        const [newest] = (await api.get(`${path}/deployments`, deploymentsAnswer)).deployments;
        return newest === undefined ? [] : versionsOf(newest);
      } catch (error) {
        if (error instanceof CloudflareError && error.codes.includes(notFoundCode)) return undefined;
        throw error;
      }
    },
    async bindings(version) {
      const { resources } = await api.get(`${path}/versions/${encodeURIComponent(version)}`, versionAnswer);
      return resources.bindings;
    },
  };
}
