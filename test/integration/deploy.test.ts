import { expect, it } from "vitest";
import { type CloudflareMock, startCloudflareMock } from "../cloudflare-mock.ts";
import { listen } from "../unit/doctor/feed-server.ts";
import { cloneSite, deployBriefly, readUpload } from "./cloned-site.ts";
import { addDeployedSite, deployedBefore } from "./deployed-site.ts";

const address = "https://broadsheet.ada.workers.dev";
const timeout = 180_000; // each run of wrangler takes seconds

/** Expects a deployed Worker that serves its site. */
function expectSite(cloudflare: CloudflareMock, name: string, expected: { readonly url: string; readonly idBase: string }): void {
  const { idBase, refusal, settings, url } = readUpload(cloudflare.deployedVersion(name));
  expect({ refusal, url, idBase }).toEqual({ refusal: undefined, ...expected });
  expect(settings["url"]).toBe(expected.url);
}

const uploads = ({ requests }: CloudflareMock) => requests.filter((line) => /^(?:PUT|POST) .*\/scripts\/[^/]+(?:\/versions)?$/.test(line));

it("npm run deploy finds the address for the first deployment, and keeps the ids when a domain is added", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  const site = cloneSite({ cloudflare, hasSources: true });
  const { code, output } = await deployBriefly(site);
  expect([code, output]).toEqual([
    0,
    expect.stringMatching(/Deployed broadsheet, version [0-9a-f-]{36}\n {2}https:\/\/broadsheet\.ada\.workers\.dev\n.* now$/),
  ]);
  expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
  expect(site.toml()).toMatch(
    /\[vars\.SITE\]\ntitle.*\ndescription.*\nurl = "https:\/\/broadsheet\.ada\.workers\.dev"\n(?:.+\n)*idBase = "https:\/\/broadsheet\.ada\.workers\.dev"\n\n/,
  );
  expect(cloudflare.requests.slice(0, 2)).toEqual([
    "GET /accounts/ACCOUNT/workers/scripts/broadsheet/deployments",
    "GET /accounts/ACCOUNT/workers/subdomain",
  ]);

  // Somebody writes the domain, and forgets idBase.
  const domain = '[[routes]]\npattern = "example.com"\ncustom_domain = true\n';
  site.editToml((text) => `${text.replace(/^idBase.*\n/m, "").replace(address, "https://example.com")}\n${domain}`);
  const moved = await deployBriefly(site);
  expect([moved.code, moved.output]).toEqual([0, expect.stringContaining(`Ids of entries are made from ${address}`)]);
  expectSite(cloudflare, "broadsheet", { url: "https://example.com", idBase: address });
  expect(site.toml()).toContain(`\nidBase = "${address}"\n`);
  expect(cloudflare.workers.get("broadsheet")?.domains).toEqual(["example.com"]);
  expect(uploads(cloudflare)).toEqual([
    "PUT /accounts/ACCOUNT/workers/scripts/broadsheet",
    "POST /accounts/ACCOUNT/workers/scripts/broadsheet/versions",
  ]);
});

it("npm run deploy moves the site to the only domain that is added, and keeps its former address on", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  addDeployedSite(cloudflare, { url: address });
  const site = cloneSite({ cloudflare });
  site.editToml((text) => {
    const deployed = text.replace(/^url = "".*$/m, `url = "${address}"\nidBase = "${address}"`);
    return `${deployed}\n[[routes]]\npattern = "example.com"\ncustom_domain = true\n`;
  });
  const { code, output } = await deployBriefly(site);
  expect(code, output).toBe(0);
  expect(output).toContain(`The address of the site is https://example.com: the custom domain in wrangler.toml, instead of ${address}\n`);
  expect(output).toMatch(
    /The address on workers\.dev stays on, .*\n {2}https:\/\/example\.com\n {2}.*workers\.dev\n.* url = "https:\/\/example\.com" in/s,
  );
  expectSite(cloudflare, "broadsheet", { url: "https://example.com", idBase: address });
  expect(site.toml()).toMatch(/^url = "https:\/\/example\.com"\n(?:.+\n)*idBase = "https:\/\/broadsheet\.ada\.workers\.dev"$/m);
  expect(site.toml()).not.toContain("workers_dev");
  expect(cloudflare.workers.get("broadsheet")).toMatchObject({ domains: ["example.com"], workersDev: true });

  site.editToml((text) => `workers_dev = false\n${text}`);
  expect(await deployBriefly(site)).toEqual({ code: 0, output: expect.not.stringContaining("stays on") });
  expect(cloudflare.workers.get("broadsheet")).toMatchObject({ domains: ["example.com"], workersDev: false });
});

it("npm run deploy changes no file of a clone in CI, and passes the result on", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  const site = cloneSite({
    cloudflare,
    env: { CI: "true", WORKERS_CI: "1", WORKERS_CI_BRANCH: "main", WRANGLER_OUTPUT_FILE_PATH: "build/records" },
  });
  const before = site.toml();
  const { code, output } = await deployBriefly(site);
  expect([code, output]).toEqual([
    0,
    expect.stringContaining(`wrangler.toml is unchanged; for this deployment, [vars.SITE] had url = "${address}"`),
  ]);
  expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
  expect(site.toml()).toBe(before);
  expect(site.read("build/records")).toContain(`"targets":["${address}",`);
});

it("npm run deploy finds the address with a placeholder if the token does not allow to read the subdomain", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  cloudflare.faults.push({ request: /^GET .*\/workers\/subdomain$/, status: 403 });
  const { code, output } = await deployBriefly(cloneSite({ cloudflare, env: { CI: "true" } }));
  expect([code, output]).toEqual([0, expect.stringContaining("a placeholder, which was deployed first")]);
  const { deployed, versions } = cloudflare.workers.get("broadsheet") ?? { deployed: [], versions: [] };
  expect([versions.length, deployed.length]).toEqual([2, 2]);
  const [program] = versions[0]?.modules.values() ?? [];
  expect(Buffer.from(program ?? []).toString()).toMatch(/503[\s\S]*no-store[\s\S]*retry-after/);
  expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
});

it("npm run deploy needs no account for --temporary, and updates the site of an earlier run", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  const site = cloneSite({ cloudflare, env: { CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_ACCOUNT_ID: undefined } });
  const before = site.toml();
  const claim =
    /\n {2}https:\/\/broadsheet\.ada\.workers\.dev\nCloudflare deletes it .* claim it: https:\/\/dash\.cloudflare\.com\/claim\/abc$/;
  expect(await deployBriefly(site, "--temporary")).toEqual({ code: 0, output: expect.stringMatching(claim) });
  expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
  expect([site.toml(), uploads(cloudflare).length]).toEqual([before, 2]);

  expect(await deployBriefly(site, "--temporary")).toEqual({ code: 0, output: expect.stringMatching(claim) });
  expect(uploads(cloudflare).length).toBe(3); // no second placeholder
  const provisioning = cloudflare.requests.filter((line) => line.includes("/provisioning/"));
  expect(provisioning).toEqual(["POST /provisioning/previews/challenge", "POST /provisioning/previews"]);
  expectSite(cloudflare, "broadsheet", { url: address, idBase: address });
});

it("npm run deploy passes the environment to a build command without --env", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  const site = cloneSite({ cloudflare });
  const vars = '[env.staging.vars.SITE]\ntitle = "Staging"\nauthor = { name = "Ada" }\n';
  site.editToml((text) => `${text}\n[env.staging.version_metadata]\nbinding = "VERSION"\n\n${vars}`);
  const staging = "https://broadsheet-staging.ada.workers.dev";
  const { code, output } = await deployBriefly(site, "--env", "staging");
  expect([code, output]).toEqual([0, expect.stringContaining(`\n  ${staging}`)]);
  expectSite(cloudflare, "broadsheet-staging", { url: staging, idBase: staging });
  expect([...cloudflare.workers.keys()]).toEqual(["broadsheet-staging"]);
  expect(site.toml()).toContain(`${vars}url = "${staging}"\nidBase = "${staging}"\n`);
  expect(site.toml()).toMatch(/^url = "" #/m);
});

it("npm run deploy does not mistake an uploaded preview for the site", { timeout }, async () => {
  const cloudflare = await startCloudflareMock();
  const worker = addDeployedSite(cloudflare, { url: address, idBase: "https://old.example" });
  const site = cloneSite({ cloudflare, env: { WORKERS_CI: "1", WORKERS_CI_BRANCH: "next" } });
  const result = await deployBriefly(site, "--preview");
  expect(cloudflare.deployedVersion("broadsheet").id).toBe(deployedBefore);
  const [, preview] = worker.versions;
  expect(preview && readUpload(preview)).toMatchObject({ refusal: undefined, url: address, idBase: "https://old.example" });
  const own = `https://${preview?.id.slice(0, 8)}-broadsheet.ada.workers.dev`;
  expect(result).toEqual({
    code: 0,
    output: expect.stringMatching(`\nUploaded a preview of broadsheet, version ${preview?.id}\n  ${own}$`),
  });

  // A domain disables workers.dev, and the addresses of versions with it.
  site.editToml((text) => `${text}\n[[routes]]\npattern = "example.com"\ncustom_domain = true\n`);
  worker.workersDev = false;
  expect(await deployBriefly(site, "--preview")).toEqual({
    code: 0,
    output: expect.stringMatching(/\nUploaded a preview of broadsheet, version \S+\nIt has no address, .*preview_urls = true.*$/),
  });
});

it("npm run deploy passes the dates of the live feeds to the new version", { timeout }, async () => {
  const etag = `"${"0a".repeat(16)}"`;
  const date = "Wed, 06 Nov 2024 12:00:00 GMT";
  const origin = await listen(({ url }, response) => {
    if (url === "/atom.xml") response.writeHead(200, { etag, "last-modified": date }).end();
    else response.writeHead(404).end();
  });
  const cloudflare = await startCloudflareMock();
  const site = cloneSite({ cloudflare });
  const url = origin.replace("127.0.0.1", "servers-of-the-test.example"); // no site is deployed for a loopback address
  site.editToml((text) => text.replace(/^url = .*\n/m, "").replace("[vars.SITE]\n", `[vars.SITE]\nurl = "${url}"\n`));
  const { code, output } = await deployBriefly(site);
  expect(code, output).toBe(0);
  expect(readUpload(cloudflare.deployedVersion("broadsheet")).liveDates).toEqual({ [etag]: Date.parse(date) });
});
