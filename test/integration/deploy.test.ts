import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ClonedSite, cloneSite, readUpload } from "./cloned-site.ts";
import { type CloudflareMock, type MockFault, startCloudflareMock } from "./cloudflare-mock.ts";

const address = "https://broadsheet.ada.workers.dev";
const noToken = { CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_ACCOUNT_ID: undefined };

/** Deploys, and expects that the output is for people, and that the folder is as tidy as before. */
async function deploy(site: ClonedSite, ...args: readonly string[]) {
  const result = await site.deploy(...args);
  const output = result.lines.join("\n");
  expect(result.lines.length, output).toBeLessThanOrEqual(24);
  expect(output).not.toMatch(/🪵|✘|^ +at |custom build|github\.com\/cloudflare/m);
  expect(site.leftovers()).toEqual([]);
  return { code: result.code, output };
}

/** Expects a deployed Worker that serves its site. */
function expectSite(cloudflare: CloudflareMock, name: string, expected: { readonly url: string; readonly idBase: string }): void {
  const { idBase, refusal, settings, url } = readUpload(cloudflare.deployedVersion(name));
  expect({ refusal, url, idBase }).toEqual({ refusal: undefined, ...expected });
  expect(settings["url"]).toBe(expected.url);
}

const uploads = (cloudflare: CloudflareMock) =>
  cloudflare.requests.filter((line) => /^(?:PUT|POST) .*\/scripts\/[^/]+(?:\/versions)?$/.test(line));

describe("npm run deploy", { timeout: 180_000 }, () => {
  it("finds the address for the first deployment, and keeps the ids when a domain is added", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare });
    const first = await deploy(site);
    expect(first).toEqual({
      code: 0,
      output: expect.stringMatching(/Deployed broadsheet, version [0-9a-f-]{36}\n {2}https:\/\/broadsheet\.ada\.workers\.dev$/),
    });
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
    expect(site.toml()).toContain(`\nurl = "${address}"\n`);
    expect(site.toml()).toContain(`\nidBase = "${address}"\n`);
    expect(cloudflare.requests.slice(0, 2)).toEqual([
      "GET /accounts/ACCOUNT/workers/scripts/broadsheet/deployments",
      "GET /accounts/ACCOUNT/workers/subdomain",
    ]);

    const before = site.toml();
    expect((await deploy(site)).code).toBe(0);
    expect(site.toml()).toBe(before);
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
    expect(uploads(cloudflare)).toEqual([
      "PUT /accounts/ACCOUNT/workers/scripts/broadsheet",
      "POST /accounts/ACCOUNT/workers/scripts/broadsheet/versions",
    ]);

    // Somebody writes the domain, and not idBase.
    const domain = '[[routes]]\npattern = "example.com"\ncustom_domain = true\n';
    site.editToml((text) => `${text.replace(/^idBase.*\n/m, "").replace(address, "https://example.com")}\n${domain}`);
    const third = await deploy(site);
    expect(third.output).toContain(`Ids of entries are made from ${address}`);
    expectSite(cloudflare, "broadsheet", { url: "https://example.com", idBase: address });
    expect(site.toml()).toContain(`\nidBase = "${address}"\n`);
    expect(cloudflare.workers.get("broadsheet")?.domains).toEqual(["example.com"]);
  });

  it("deploys a clean clone in CI, which keeps nothing, and finds the same ids the next time", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare, env: { CI: "true", WORKERS_CI: "1", WORKERS_CI_BRANCH: "main" } });
    const before = site.toml();
    const { code, output } = await deploy(site);
    expect([code, output]).toEqual([
      0,
      expect.stringContaining(`wrangler.toml is unchanged; for this deployment, [vars.SITE] has url = "${address}"`),
    ]);
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });

    const domain = '\n[[routes]]\npattern = "example.com"\ncustom_domain = true\n';
    site.editToml((text) => text + domain);
    expect((await deploy(site)).code).toBe(0);
    expectSite(cloudflare, "broadsheet", { url: "https://example.com", idBase: address });
    expect(site.toml()).toBe(before + domain);
  });

  it("deploys a placeholder first if the token does not allow to read the subdomain, and never again", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: /^GET .*\/workers\/subdomain$/, status: 403 });
    const site = cloneSite({ cloudflare, env: { CI: "true" } });
    const { code, output } = await deploy(site);
    expect([code, output]).toEqual([0, expect.stringContaining("a placeholder, which was deployed first")]);
    const { deployed, versions } = cloudflare.workers.get("broadsheet") ?? { deployed: [], versions: [] };
    expect([versions.length, deployed.length]).toEqual([2, 2]);
    expect(Buffer.from([...(versions[0]?.modules.values() ?? [])][0] ?? []).toString()).toMatch(/503[\s\S]*no-store[\s\S]*retry-after/);
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });

    expect(await deploy(site)).toEqual({ code: 0, output: expect.stringContaining(`${address}: the deployed Worker`) });
    expect(versions.length).toBe(3);
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
  });

  it("deploys without an account, and says where to claim it", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare, env: noToken });
    const before = site.toml();
    const { code, output } = await deploy(site, "--temporary");
    expect([code, output]).toEqual([0, expect.stringMatching(/claim it: https:\/\/dash\.cloudflare\.com\/claim\/abc$/)]);
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
    expect([site.toml(), uploads(cloudflare).length]).toEqual([before, 2]);

    expect((await deploy(site, "--temporary")).code).toBe(0); // the same account
    expect(uploads(cloudflare).length).toBe(3);
    expect(cloudflare.requests.filter((line) => line.startsWith("POST /provisioning"))).toEqual([
      "POST /provisioning/previews/challenge",
      "POST /provisioning/previews",
    ]);
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
  });

  it("deploys an environment, whose build command has no --env", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare });
    const table =
      '[env.staging.version_metadata]\nbinding = "VERSION"\n\n[env.staging.vars.SITE]\ntitle = "Staging"\nauthor = { name = "Ada" }\n';
    site.editToml((text) => `${text}\n${table}`);
    const { code, output } = await deploy(site, "--env", "staging");
    expect([code, output]).toEqual([0, expect.stringContaining("https://broadsheet-staging.ada.workers.dev")]);
    const staging = "https://broadsheet-staging.ada.workers.dev";
    expectSite(cloudflare, "broadsheet-staging", { url: staging, idBase: staging });
    expect([...cloudflare.workers.keys()]).toEqual(["broadsheet-staging"]);
    expect(site.toml()).toMatch(
      /\[env\.staging\.vars\.SITE\]\ntitle = "Staging"\nauthor = .*\nurl = "https:\/\/broadsheet-staging\.ada\.workers\.dev"\nidBase = /,
    );
    expect(site.toml()).toMatch(/^url = "" #/m);
  });

  it("uploads a preview that is not taken for the site", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare, env: { WORKERS_CI: "1", WORKERS_CI_BRANCH: "next" } });
    expect(await deploy(site, "--preview")).toEqual({ code: 1, output: expect.stringContaining("the site is not deployed yet") });
    expect((await deploy(site)).code).toBe(0);
    const live = cloudflare.deployedVersion("broadsheet");
    expect(await deploy(site, "--preview")).toEqual({ code: 0, output: expect.stringContaining("Uploaded a preview of broadsheet") });
    expect(cloudflare.deployedVersion("broadsheet")).toBe(live);
    expect(cloudflare.workers.get("broadsheet")?.versions.length).toBe(2);
  });

  it("deploys a wrangler.toml that is read-only, and leaves it as it is", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare });
    const before = site.toml();
    chmodSync(join(site.folder, "wrangler.toml"), 0o444);
    expect(await deploy(site)).toEqual({
      code: 0,
      output: expect.stringMatching(/wrangler\.toml, which is read-only; for this deployment, \[vars\.SITE\] has url/),
    });
    expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
    expect(site.toml()).toBe(before);
  });

  it.each<readonly [string, readonly MockFault[], RegExp]>([
    [
      "no permission to upload",
      [{ request: /^PUT .*\/scripts\//, status: 403 }],
      /^Cannot deploy: Authentication error \[code: 10000\]\nGive the token the permission/m,
    ],
    ["a domain on another account", [], /^Cannot deploy: .*no zone for the host example\.org.*\n.*active zone/m],
  ])("says in two lines why wrangler failed: %s", async (_criterion, faults, expected) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push(...faults);
    const site = cloneSite({ cloudflare, env: { CI: "1" } });
    if (faults.length === 0) site.editToml((text) => `${text}\n[[routes]]\npattern = "example.org"\ncustom_domain = true\n`);
    expect(await deploy(site)).toEqual({ code: 1, output: expect.stringMatching(expected) });
  });
});

type Arrange = (cloudflare: CloudflareMock, site: ClonedSite) => void;
const failing =
  (fault: MockFault): Arrange =>
  (cloudflare) =>
    cloudflare.faults.push(fault);
const toml =
  (change: (text: string) => string): Arrange =>
  (_cloudflare, site) =>
    site.editToml(change);
const other = { versions: [{ id: "1", bindings: [], modules: new Map() }], deployed: ["1"], domains: [], workersDev: true };
const otherSite = { name: "SITE", type: "json", json: { title: "Another blog", url: "https://blog.example" } };

describe("npm run deploy, which refuses", { timeout: 120_000 }, () => {
  it.each<readonly [string, Arrange, RegExp]>([
    [
      "an expired token",
      failing({ request: /./, status: 401, code: 1000, message: "Invalid API Token" }),
      /answered 401 \(1000: Invalid API Token\).*has expired/,
    ],
    [
      "no permission",
      failing({ request: /deployments$/, status: 403 }),
      /answered 403 \(10000: Authentication error\).*Workers Scripts: Edit/,
    ],
    ["a version that cannot be read", failing({ request: /versions/, status: 403 }), /answered 403/],
    [
      "an account without a subdomain",
      (cloudflare) => (cloudflare.subdomain = undefined),
      /your account has no workers\.dev subdomain; choose one/,
    ],
    [
      "a name that another program has",
      (cloudflare) => cloudflare.workers.set("broadsheet", other),
      /Cannot use the name broadsheet: .*no Broadsheet site/,
    ],
    [
      "a name that another site has",
      (cloudflare) =>
        cloudflare.workers.set("broadsheet", { ...other, versions: [{ id: "1", bindings: [otherSite], modules: new Map() }] }),
      /Cannot use the name broadsheet: .*"Another blog" there, at https:\/\/blog\.example;.*idBase = "https:\/\/blog\.example"/,
    ],
    [
      "a domain that another Worker has",
      (cloudflare, site) => {
        cloudflare.takenDomains.set("example.com", "shop");
        site.editToml((text) => `${text}\n[[routes]]\npattern = "example.com"\ncustom_domain = true\n`);
      },
      /Cannot use the domain example\.com: your Worker shop has it/,
    ],
    [
      "errors of the server",
      failing({ request: /./, status: 502, code: 1, message: "Bad gateway" }),
      /answered 502.*run the command again later/,
    ],
    [
      "no address",
      toml((text) => text.replace("main =", "workers_dev = false\nmain =")),
      /Cannot find the address.*write url = "https:\/\/…" in \[vars\.SITE\]/,
    ],
    [
      "a broken wrangler.toml",
      toml((text) => text.replace('title = "Broadsheet"', 'title = "Broadsheet')),
      /wrangler\.toml:11:\d+ error Cannot read/,
    ],
    [
      "a table that cannot be edited",
      toml(inlineTable),
      /Cannot edit wrangler\.toml: .*add url = "https:\/\/broadsheet\.ada\.workers\.dev" and idBase/,
    ],
  ])("uploads nothing: %s", async (_criterion, arrange, expected) => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare });
    if (expected.source.includes("403")) cloudflare.workers.set("broadsheet", other);
    arrange(cloudflare, site);
    const before = site.toml();
    const { code, output } = await deploy(site);
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(output).toMatch(/\nNothing was deployed$/);
    expect(uploads(cloudflare)).toEqual([]);
    expect(site.toml()).toBe(before);
  });

  it.each([
    ["no login", noToken, /you are not logged in to Cloudflare; run npx wrangler login.*--temporary/],
    [
      "several accounts",
      { CLOUDFLARE_ACCOUNT_ID: undefined },
      /account_id = "…".*0123456789abcdef0123456789abcdef \(Ada\), second \(Work\)/,
    ],
    ["no network", { CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:9/" }, /Cannot reach 127\.0\.0\.1:9: .*run the command again later/],
  ])("uploads nothing: %s", async (_criterion, env, expected) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.otherAccounts.set("second", "Work");
    const { code, output } = await deploy(cloneSite({ cloudflare, env }));
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(uploads(cloudflare)).toEqual([]);
  });

  it("asks Cloudflare nothing if articles have errors, and prints a screen", async () => {
    const cloudflare = await startCloudflareMock();
    const articles = Object.fromEntries(Array.from({ length: 52 }, (_, n) => [`post-${n}.md`, '---\ndate: "31/02/2024"\n---\nText']));
    const { code, output } = await deploy(cloneSite({ cloudflare, articles, env: { ...noToken, CI: "1" } }));
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/\n… and 37 more: npm run check\n52 errors, 0 warnings\nNothing was deployed$/),
    ]);
    expect(cloudflare.requests).toEqual([]);
  });
});

// Valid TOML, in which no line begins the table.
function inlineTable(text: string): string {
  return `vars = { SITE = { title = "T", author = { name = "A" } } }\n${text.replace(/^\[vars\.SITE\]\n(?:.+\n)+/m, "")}`;
}
