import { describe, expect, it } from "vitest";
import type { CloudflareAccount, Subdomain } from "../../../../src/cli/deploy/cloudflare-account.ts";
import { CloudflareError } from "../../../../src/cli/deploy/cloudflare-api.ts";
import type { DeployedSite, DeployedWorker } from "../../../../src/cli/deploy/deployed-worker.ts";
import type { ZoneState } from "../../../../src/cli/deploy/find-zone.ts";
import { resolveOffline, resolveSite, type WrittenSettings } from "../../../../src/cli/deploy/resolve-site.ts";
import type { WorkerConfig } from "../../../../src/cli/deploy/worker-config.ts";
import { DeploymentError } from "../../../../src/cli/wrangler/deployment-error.ts";

const blog = { name: "blog", accountId: undefined, settingsTable: "[env.x.vars.SITE]" };
const dev = "https://blog.ada.workers.dev";
const site = (changes: Partial<DeployedSite> = {}): DeployedWorker => ({
  state: "site",
  site: { title: "Blog", url: dev, idBase: dev, ...changes },
  version: "1",
});

interface Situation {
  readonly written?: Partial<WrittenSettings>;
  readonly worker?: Partial<Omit<WorkerConfig, "name">>;
  readonly deployed?: DeployedWorker;
  readonly subdomain?: Subdomain;
  readonly owner?: string;
  readonly zone?: ZoneState;
  readonly hasWorkersDev?: boolean;
  /** The Worker after a failure to deploy a placeholder; undefined if it cannot be read. */
  readonly afterFailure?: () => DeployedWorker;
  readonly isConnected?: boolean;
  readonly isPreview?: boolean;
  readonly allowsNewIds?: boolean;
}

function resolve({
  afterFailure,
  deployed = { state: "missing" },
  hasWorkersDev = false,
  owner,
  subdomain = { name: "ada" },
  worker,
  written,
  zone = "found",
  ...kind
}: Situation) {
  const placeholders: string[] = [];
  const account: CloudflareAccount = {
    readWorker: async () => (afterFailure === undefined || placeholders.length === 0 ? deployed : afterFailure()),
    subdomain: async () => subdomain,
    domainOwner: async () => owner,
    zoneOf: async () => zone,
    hasWorkersDev: async () => hasWorkersDev,
    async reserveName() {
      placeholders.push(deployed.state);
      if (afterFailure !== undefined) throw new DeploymentError("Cannot deploy: Cloudflare failed");
      return dev;
    },
  };
  const config = { ...blog, customDomains: [], hasRoutes: false, usesWorkersDev: true, writesWorkersDev: false, ...worker };
  const result = resolveSite({ title: "Blog", url: "", ...written }, config, account, {
    isConnected: false,
    isPreview: false,
    allowsNewIds: false,
    ...kind,
  });
  return { placeholders, result };
}

const example = "https://example.com";
const atDomain = { customDomains: ["example.com"], hasRoutes: true, usesWorkersDev: false };

describe("resolveSite()", () => {
  it.each<readonly [string, Situation, object]>([
    ["the subdomain", {}, { changes: { url: dev, idBase: dev }, isNew: true }],
    ["the custom domain", { worker: atDomain }, { changes: { url: example, idBase: example }, isNew: false }],
    ["the custom domain, with the ids of workers.dev", { worker: atDomain, deployed: site() }, { changes: { url: example, idBase: dev } }],
    [
      "the subdomain, with the ids of a domain",
      { deployed: site({ url: example, idBase: example }) },
      { changes: { url: dev, idBase: example } },
    ],
    [
      "the subdomain, with older ids",
      { deployed: site({ idBase: "https://old.example" }) },
      { changes: { url: dev, idBase: "https://old.example" } },
    ],
    ["the subdomain with a placeholder", { deployed: { state: "empty" } }, { changes: { url: dev, idBase: dev }, isNew: true }],
    [
      "the deployed address, without permission",
      { deployed: site(), subdomain: "unknown" },
      { changes: { url: dev, idBase: dev }, isNew: false },
    ],
    ["the subdomain, with the owner's ids", { written: { idBase: example } }, { changes: { url: dev } }],
    [
      "the subdomain, with the owner's ids, not the deployed ones",
      { written: { idBase: example }, deployed: site(), allowsNewIds: true },
      { changes: { url: dev } },
    ],
    [
      "the subdomain, with the owner's ids instead of those of the sample site",
      { written: { idBase: example }, deployed: site({ title: "Broadsheet" }) },
      { changes: { url: dev } },
    ],
    ["the subdomain, with a slash after the deployed ids", { written: { idBase: `${dev}/` }, deployed: site() }, { changes: { url: dev } }],
    [
      "a Worker that Cloudflare has connected",
      { deployed: { state: "foreign", version: "1" }, isConnected: true },
      { changes: { url: dev, idBase: dev } },
    ],
    [
      "a site with another title that Cloudflare has connected",
      { deployed: site({ title: "Shop" }), isConnected: true },
      { changes: { url: dev, idBase: dev }, isNew: false },
    ],
    [
      "the sample site under its own title",
      { deployed: site({ title: "Broadsheet" }) },
      { changes: { url: dev, idBase: dev }, isNew: false },
    ],
    [
      "a site with another title at the custom domain",
      { worker: atDomain, deployed: site({ title: "Shop", url: example }) },
      { changes: { url: example, idBase: dev }, isNew: false },
    ],
  ])("finds the address: %s", async (_criterion, situation, expected) => {
    const { placeholders, result } = resolve(situation);
    expect(await result).toMatchObject(expected);
    expect(placeholders).toEqual([]);
  });

  it.each<readonly [string, Situation, object]>([
    ["nothing is deployed", {}, {}],
    ["it is the deployed address", { deployed: site({ url: example, idBase: example }) }, {}],
    ["the deployed site had another address", { deployed: site() }, { idBase: dev }],
    ["the deployed site had other ids", { deployed: site({ url: example, idBase: dev }) }, { idBase: dev }],
    ["the ids are written, too", { deployed: site(), allowsNewIds: true, written: { url: example, idBase: example } }, {}],
    ["another program is deployed", { deployed: { state: "foreign", version: "1" } }, {}],
    ["the title is another", { deployed: site({ title: "Old", url: example, idBase: dev }) }, { idBase: dev }],
  ])("keeps the address of the settings: %s", async (_criterion, situation, changes) => {
    const { result } = resolve({ written: { url: example }, ...situation });
    const liveVersion = situation.deployed && "1";
    expect(await result).toEqual({
      url: example,
      changes,
      source: undefined,
      hasPlaceholder: false,
      keepsWorkersDev: false,
      liveVersion,
      isNew: false,
    });
  });

  it.each<readonly [string, Situation, object]>([
    ["of a site with its ids", { written: { url: dev, idBase: dev }, deployed: site() }, { url: example }],
    ["of a site with ids that are not written", { written: { url: dev }, deployed: site() }, { url: example, idBase: dev }],
    [
      "of a site with older ids",
      { written: { url: dev }, deployed: site({ idBase: "https://old.example" }) },
      { idBase: "https://old.example" },
    ],
    ["of no site yet", { written: { url: dev } }, { url: example, idBase: dev }],
    ["that the deployed site has", { written: { url: dev, idBase: dev }, deployed: site(), subdomain: "unknown" }, { url: example }],
  ])("replaces the Worker's own address on workers.dev by its only domain: %s", async (_criterion, situation, changes) => {
    expect(await resolve({ worker: atDomain, ...situation }).result).toMatchObject({
      ...{ url: example, changes, isNew: false },
      source: `the custom domain in wrangler.toml, instead of ${dev}`,
    });
  });

  it.each<readonly [string, Situation]>([
    ["workers.dev is on", { worker: { customDomains: ["example.com"], usesWorkersDev: true } }],
    ["there is no domain", { worker: { usesWorkersDev: false } }],
    ["it is one of another account", { worker: atDomain, subdomain: { name: "eve" }, deployed: site() }],
    ["it may be one of another account", { worker: atDomain, subdomain: "unknown", deployed: site({ url: example }) }],
    [
      "it stays on, and there are two domains",
      { worker: { ...atDomain, customDomains: ["a.example", "b.example"] }, deployed: site(), hasWorkersDev: true },
    ],
    ["it is below another name", { worker: atDomain, written: { url: "https://a.blog.ada.workers.dev" } }],
  ])("keeps an address on workers.dev if %s", async (_criterion, { written, ...situation }) => {
    const url = written?.url ?? dev;
    expect(await resolve({ written: { url, idBase: dev }, ...situation }).result).toMatchObject({ url, changes: {}, source: undefined });
  });

  it.each<readonly [string, Situation]>([
    ["there is no Worker", {}],
    ["there is a placeholder", { deployed: { state: "empty" } }],
  ])("deploys a placeholder if nothing else gives the address, and %s", async (_criterion, situation) => {
    const { placeholders, result } = resolve({ ...situation, subdomain: "unknown" });
    expect(await result).toMatchObject({ changes: { url: dev, idBase: dev }, hasPlaceholder: true, isNew: true });
    expect(placeholders.length).toBe(1);
  });

  it.each<readonly [string, () => DeployedWorker, unknown]>([
    ["nothing", () => ({ state: "missing" }), undefined],
    ["a placeholder", () => ({ state: "empty" }), expect.stringMatching(/^Only a placeholder was deployed/)],
    [
      "a Worker that cannot be read",
      () => {
        throw new CloudflareError("Cloudflare answered 500");
      },
      expect.stringMatching(/^A placeholder may have been deployed/),
    ],
  ])("reports what a failed placeholder leaves: %s", async (_criterion, afterFailure, outcome) => {
    const { result } = resolve({ afterFailure, subdomain: "unknown" });
    await expect(result).rejects.toMatchObject({ message: "Cannot deploy: Cloudflare failed", outcome });
  });

  it.each<readonly [string, Situation, RegExp]>([
    [
      "two domains",
      { worker: { customDomains: ["a.example", "b.example"] } },
      /between the domains a\.example and b\.example: write url .* in \[env\.x\.vars\.SITE\]/,
    ],
    [
      "two domains instead of an address that is off",
      { worker: { customDomains: ["a.example", "b.example"], usesWorkersDev: false }, written: { url: dev } },
      /^Cannot choose between the domains a\.example and b\.example: write url/,
    ],
    [
      "a domain that is not a host",
      { worker: { customDomains: ["a b.example"] } },
      /^Cannot use the domain "a b\.example": it is not a host/,
    ],
    [
      "a route without a domain",
      { worker: { usesWorkersDev: false } },
      /no custom domain, and does not use workers\.dev; write url .* in \[env\.x\.vars\.SITE\]/,
    ],
    ["no subdomain", { subdomain: "missing" }, /has no workers\.dev subdomain; choose one at https:\/\/dash/],
    [
      "another program",
      { deployed: { state: "foreign", version: "1" } },
      /which is not a Broadsheet site; .* in \[env\.x\.vars\.SITE\] to replace it/,
    ],
    [
      "another program, and no permission",
      { deployed: { state: "foreign", version: "1" }, subdomain: "unknown", isConnected: true },
      /does not allow to read .* in \[env\.x\.vars\.SITE\]/,
    ],
    [
      "another site",
      { deployed: site({ title: "Shop" }) },
      /the site "Shop" there, at https:\/\/blog\S+; .*write url = "https:\/\/blog.*idBase = "https:\/\/blog.* in \[env\.x\.vars\.SITE\] if/,
    ],
    [
      "another site, to which a domain was added",
      { worker: atDomain, deployed: site({ title: "Shop", idBase: "https://old.example" }) },
      /the site "Shop" there, at https:\/\/blog\S+; choose .*, or write idBase = "https:\/\/old\.example" in \[env\.x\.vars\.SITE\] if/,
    ],
    [
      "other ids than the deployed ones",
      { worker: atDomain, written: { url: example, idBase: example }, deployed: site() },
      /^Cannot deploy with idBase = "https:\/\/example\.com": the deployed site has idBase = "https:\/\/blog\.ada.* in \[env\.x\.vars\.SITE\], or run .*--allow-new-ids$/,
    ],
    ["another site at another address", { deployed: site({ title: "Shop" }), written: { url: example } }, /the site "Shop" there/],
    ["the domain of another Worker", { worker: atDomain, owner: "shop" }, /your Worker shop has it/],
    [
      "a domain whose zone is not active",
      { worker: atDomain, zone: "inactive" },
      /^Cannot use the domain example\.com: its zone is not active yet; .* remove the domain from wrangler\.toml$/,
    ],
    [
      "a domain without a zone",
      { worker: atDomain, zone: "missing" },
      /^Cannot use the domain example\.com: your account has no zone for it.*Zone: Read, or remove the domain from wrangler\.toml$/,
    ],
    [
      "the address of another Worker of the account",
      { written: { url: "https://shop.ada.workers.dev", idBase: dev } },
      /^Cannot deploy the Worker blog for https:\/\/shop\.ada\.workers\.dev: only a Worker with the name shop has that address,.*write name = "shop".* url in \[env\.x\.vars\.SITE\]$/,
    ],
    [
      "an address of another account",
      { written: { url: "https://blog.bob.workers.dev", idBase: dev } },
      /^Cannot deploy for https:\/\/blog\.bob\.workers\.dev: your account has the subdomain ada\.workers\.dev,.* url = "" in \[env\.x\.vars\.SITE\], .*idBase = ""$/,
    ],
    ["a domain that is not readable", { deployed: site({ url: example }), subdomain: "unknown" }, /does not allow to read/],
    ["a preview of nothing", { isPreview: true, written: { url: example } }, /the site is not deployed yet/],
  ])("rejects: %s", async (_criterion, situation, expected) => {
    const { placeholders, result } = resolve(situation);
    await expect(result).rejects.toMatchObject({ name: "DeploymentError", message: expect.stringMatching(expected) });
    expect(placeholders).toEqual([]);
  });

  it("accepts a different title if the settings contain the ids", async () => {
    const { result } = resolve({ deployed: site({ title: "Old" }), written: { idBase: dev } });
    expect(await result).toMatchObject({ changes: { url: dev } });
  });

  it.each<readonly [string, Situation]>([
    ["its own", { written: { url: dev } }],
    ["the deployed one, below a former subdomain", { written: { url: dev, idBase: dev }, deployed: site(), subdomain: { name: "eve" } }],
    ["one that cannot be checked", { written: { url: "https://shop.ada.workers.dev" }, subdomain: "unknown" }],
    ["one below another name", { written: { url: "https://a.shop.ada.workers.dev" } }],
  ])("accepts an address of the settings on workers.dev: %s", async (_criterion, situation) => {
    expect(await resolve(situation).result).toMatchObject({ changes: {} });
  });

  it.each<readonly [string, Situation]>([
    ["that the Worker has", { worker: atDomain, owner: "blog", zone: "missing" }],
    ["whose zone cannot be seen", { worker: atDomain, zone: "unknown" }],
    ["of a preview", { worker: atDomain, zone: "missing", isPreview: true, deployed: site() }],
  ])("accepts a domain %s", async (_criterion, situation) => {
    expect(await resolve(situation).result).toMatchObject({ url: example });
  });

  it.each<readonly [boolean, string, Situation]>([
    [true, "the Worker gets its first domain", {}],
    [true, "another program has the name", { deployed: { state: "foreign", version: "1" }, written: { url: example } }],
    [false, "it is off", { hasWorkersDev: false }],
    [false, "there is no route, which keeps it on", { worker: {} }],
    [false, "wrangler.toml decides", { worker: { ...atDomain, writesWorkersDev: true } }],
    [false, "nothing is deployed", { deployed: { state: "missing" } }],
    [false, "it is a preview, which changes no address", { isPreview: true }],
  ])("keeps the address on workers.dev: %s, if %s", async (keepsWorkersDev, _criterion, situation) => {
    const { result } = resolve({ worker: atDomain, deployed: site(), hasWorkersDev: true, ...situation });
    expect(await result).toMatchObject({ keepsWorkersDev });
  });

  it("deploys to its own domain", async () => {
    expect(await resolve({ worker: atDomain, owner: "blog", deployed: site() }).result).toMatchObject({ url: example });
  });
});

describe("resolveOffline()", () => {
  const worker = { ...blog, customDomains: ["a.example"], hasRoutes: true, usesWorkersDev: false, writesWorkersDev: false };
  const written = { title: "Blog", url: "" };
  const found = {
    source: "the custom domain in wrangler.toml",
    url: "https://a.example",
    hasPlaceholder: false,
    keepsWorkersDev: false,
    liveVersion: undefined,
    isNew: false,
  };

  it("takes the address from the custom domain, as a deployment does", () => {
    expect(resolveOffline(written, worker)).toEqual({ ...found, changes: { url: found.url, idBase: found.url } });
    expect(resolveOffline({ ...written, idBase: "https://old.example" }, worker)).toEqual({ ...found, changes: { url: found.url } });
  });

  it("keeps the address of the settings", () => {
    expect(resolveOffline({ ...written, url: "https://b.example" }, worker)).toMatchObject({ url: "https://b.example", changes: {} });
  });

  it("asks for the address if only Cloudflare knows it, or if there are several", () => {
    expect(() => resolveOffline(written, { ...worker, customDomains: [] })).toThrow(
      'Cannot build without the address of the site: write url = "https://…" in [env.x.vars.SITE]',
    );
    expect(() => resolveOffline(written, { ...worker, customDomains: ["a.example", "b.example"] })).toThrow("Cannot choose between");
  });
});
