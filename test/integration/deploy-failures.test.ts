import { describe, expect, it } from "vitest";
import { type CloudflareMock, type MockFault, startCloudflareMock } from "../cloudflare-mock.ts";
import { cloneSite, deployBriefly } from "./cloned-site.ts";
import { addDeployedSite, deployedBefore } from "./deployed-site.ts";

const noToken = { CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_ACCOUNT_ID: undefined };
const address = "https://broadsheet.ada.workers.dev";
const addSite = (cloudflare: CloudflareMock) => addDeployedSite(cloudflare, { url: address });

const upload = /^PUT .*\/scripts\/[^/]+$/;
const failed = { status: 503, code: 10013, message: "An unknown error has occurred" };

describe("npm run deploy that fails", { timeout: 120_000 }, () => {
  it.each<readonly [string, (mock: CloudflareMock) => void, MockFault, RegExp]>([
    ["after the upload", () => {}, { request: /^PUT .*\/schedules$/, ...failed }, /\nThe new version is live, as Cloudflare reports: /],
    [
      "in the deployment, which took place",
      addSite,
      { request: /^POST .*\/deployments$/, ...failed, hasEffect: true },
      /\nThe new version is/,
    ],
    ["in the deployment", addSite, { request: /^POST .*\/deployments$/, ...failed }, /\nNothing was deployed: .* before is still live$/],
    [
      "by a connection that breaks after the upload",
      () => {},
      { request: upload, status: 0, hasEffect: true, breaksConnection: true },
      /^Cannot deploy: cannot reach .*\nThe new version is live, as Cloudflare reports: /ms,
    ],
  ])("says from the answer of Cloudflare what is live: %s", async (_criterion, arrange, fault, expected) => {
    const cloudflare = await startCloudflareMock();
    arrange(cloudflare);
    cloudflare.faults.push(fault);
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, env: { CI: "1" } }));
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    const isLive = cloudflare.workers.has("broadsheet") && cloudflare.deployedVersion("broadsheet").id !== deployedBefore;
    expect(/The new version is live/.test(output)).toBe(isLive);
  });

  it("leaves wrangler.toml as it was, for a deployment with another name", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: upload, ...failed });
    const site = cloneSite({ cloudflare });
    const before = site.toml();
    const { code, output } = await deployBriefly(site);
    expect([code, output]).toEqual([1, expect.stringMatching(/\nNothing was deployed: Cloudflare reports no Worker of this name$/)]);
    expect(site.toml()).toBe(before);

    cloudflare.faults.length = 0;
    site.editToml((text) => text.replace(/^name = .*/m, 'name = "moon"'));
    const renamed = await deployBriefly(site);
    expect([renamed.code, site.toml()]).toEqual([0, expect.stringContaining('\nidBase = "https://moon.ada.workers.dev"\n')]);
  });

  it("says that it cannot be found out if Cloudflare answers no more", async () => {
    const cloudflare = await startCloudflareMock();
    addSite(cloudflare);
    cloudflare.faults.push({ request: /./, after: /^POST .*\/versions$/, status: 502 });
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, env: { CI: "1" } }));
    const expected = /\nCannot find out whether the new version is live: Cloudflare answered 502 .*; run the command again later/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
  });

  it("names the zone if the token may not change a domain", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: /^PUT .*\/domains\/records$/, status: 403 });
    const site = cloneSite({ cloudflare, env: { CI: "1" } });
    site.editToml((text) => `${text}\n[[routes]]\npattern = "example.com"\ncustom_domain = true\n`);
    const { code, output } = await deployBriefly(site);
    const expected =
      /\nCannot deploy: Authentication error \[code: 10000\]\nGive the token the permission .* for the zone .*\nThe new version is/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
  });

  it.each([
    [[], upload, "the new version may be live; npm run deploy deploys it in any case"],
    [["--preview"], /^POST .*\/versions$/, "the site is unchanged"],
  ])("says what may be live after an interruption: %j", async (args, request, outcome) => {
    const cloudflare = await startCloudflareMock();
    if (args.length > 0) addSite(cloudflare);
    cloudflare.faults.push({ request, status: 0, hangs: true });
    const site = cloneSite({ cloudflare, env: { CI: "1" } });
    site.editToml((text) => text.replace("[vars.SITE]\n", `[vars.SITE]\nidBase = "${address}"\n`));
    const { code, lines } = await site.deployUntil(() => cloudflare.requests.some((line) => request.test(line)), ...args);
    expect([code, lines.at(-1), site.leftovers()]).toEqual([1, `Stopped during the upload: ${outcome}`, []]);
  });

  it("advises what needs no account after --temporary", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: /^POST \/provisioning\/previews$/, status: 429 });
    const site = cloneSite({ cloudflare, env: noToken });
    const { code, output } = await deployBriefly(site, "--temporary");
    const expected = /^Cannot deploy temporarily: .*429.*\. Run the command again later, or .*npx wrangler login.*\nNothing was deployed$/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);

    cloudflare.faults.splice(0, 1, { request: /^PUT .*\/schedules$/, status: 400, code: 10100, message: "Too many schedules" });
    const later = await deployBriefly(site, "--temporary");
    const outcome =
      /^Cannot deploy temporarily: .*Too many schedules.*\nCorrect this, and run the command again\nThe new version is live/ms;
    expect([later.code, later.output]).toEqual([1, expect.stringMatching(outcome)]);
    expect(output + later.output).not.toContain("whoami");
  });
});
