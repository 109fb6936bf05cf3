import { DeploymentError } from "../wrangler/deployment-error.ts";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import type { DeployedWorker } from "./deployed-worker.ts";
import { parseWorkersDev } from "./find-address.ts";
import type { NamedWorker } from "./worker-config.ts";

/**
 * Refuses custom domains that the account does not have, or that another Worker has. Wrangler would find it out after the upload, when
 * the new version is live.
 * @throws DeploymentError
 */
export async function verifyDomains({ customDomains, name }: NamedWorker, account: CloudflareAccount, isPreview: boolean): Promise<void> {
  for (const host of customDomains) {
    const owner = await account.domainOwner(host);
    if (owner !== undefined && owner !== name)
      throw new DeploymentError(
        `Cannot use the domain ${host}: your Worker ${owner} has it, and would lose it; remove it from that Worker in the dashboard, or from wrangler.toml`,
      );
    const zone = owner === undefined && !isPreview ? await account.zoneOf(host) : undefined;
    if (zone === "inactive")
      throw new DeploymentError(
        `Cannot use the domain ${host}: its zone is not active yet; change the name servers as the dashboard says and wait until it is, or remove the domain from wrangler.toml`,
      );
    if (zone === "missing")
      throw new DeploymentError(
        `Cannot use the domain ${host}: your account has no zone for it, or the token does not show it; add the domain in the dashboard, give the token the permission Zone: Read, or remove the domain from wrangler.toml`,
      );
  }
}

/**
 * Refuses an address on workers.dev that the Worker cannot have: below the account's subdomain, the first label is the name of the Worker.
 * @throws DeploymentError
 */
export async function verifyOwnAddress(
  url: string,
  { name, settingsTable }: NamedWorker,
  account: CloudflareAccount,
  deployed: DeployedWorker,
): Promise<void> {
  const { subdomain, worker: owner } = parseWorkersDev(url) ?? {};
  if (owner === undefined) return;
  const own = await account.subdomain();
  if (typeof own !== "object") return;
  const ownName = own.name.toLowerCase();
  const isKnown = deployed.state === "site" && deployed.site.url === url; // the account's subdomain was renamed
  if (ownName !== subdomain && isKnown) return;
  if (ownName !== subdomain)
    throw new DeploymentError(
      `Cannot deploy for ${url}: your account has the subdomain ${ownName}.workers.dev, so that this address belongs to another account, or to none; write url = "" in ${settingsTable}, and in a copy of another site also idBase = ""`,
    );
  if (owner === name) return;
  throw new DeploymentError(
    `Cannot deploy the Worker ${name} for ${url}: only a Worker with the name ${owner} has that address, and every URL of the site would lead there; write name = "${owner}" at the top of wrangler.toml, or correct url in ${settingsTable}`,
  );
}
