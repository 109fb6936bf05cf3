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
  /** Returns the id of the version with the most traffic; undefined if there is no Worker, and an empty text if it has no deployment. */
  deployedVersion(): Promise<string | undefined>;
  bindings(version: string): Promise<readonly Binding[]>;
}

/** The variable that marks a placeholder. */
export const placeholderVariable = "BROADSHEET_PLACEHOLDER";

/**
 * Reads the deployed Worker. Versions that were uploaded and not deployed, such as previews, do not count.
 * @throws CloudflareError if it cannot be read
 */
export async function readDeployedWorker(reader: DeploymentReader): Promise<DeployedWorker> {
  const version = await reader.deployedVersion();
  if (version === undefined) return { state: "missing" };
  if (version === "") return { state: "empty" };
  const bindings = await reader.bindings(version);
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

/** Returns the id of the version with the most traffic. */
export function mainVersion({ versions: [first, ...others] }: Deployment): string {
  return others.reduce((main, version) => (version.percentage > main.percentage ? version : main), first).version_id;
}

/** The code of Cloudflare's API for a Worker, or a subdomain, that does not exist. */
export const notFoundCode = 10007;

/** Creates a reader that asks Cloudflare's API. */
export function createApiReader(api: CloudflareApi, accountId: string, worker: string): DeploymentReader {
  const path = `/accounts/${encodeURIComponent(accountId)}/workers/scripts/${encodeURIComponent(worker)}`;
  return {
    async deployedVersion() {
      try {
        const [newest] = (await api.get(`${path}/deployments`, deploymentsAnswer)).deployments;
        return newest === undefined ? "" : mainVersion(newest);
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
