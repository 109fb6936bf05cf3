import { describe, expect, it } from "vitest";
import { type CloudflareMock, type MockFault, startCloudflareMock } from "../cloudflare-mock.ts";
import { type ClonedSite, cloneSite, deployBriefly } from "./cloned-site.ts";

const noToken = { CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_ACCOUNT_ID: undefined };
const uploads = ({ requests }: CloudflareMock) => requests.filter((line) => /^(?:PUT|POST) /.test(line));

type Arrange = (cloudflare: CloudflareMock, site: ClonedSite) => void;
const failing =
  (fault: MockFault): Arrange =>
  ({ faults }) =>
    faults.push(fault);
const domain = (host: string) => (text: string) => `${text}\n[[routes]]\npattern = "${host}"\ncustom_domain = true\n`;
const otherSite = { name: "SITE", type: "json", json: { title: "Another blog", url: "https://blog.example" } };

describe("npm run deploy", { timeout: 120_000 }, () => {
  it.each<readonly [string, Arrange, RegExp]>([
    [
      "an expired token",
      failing({ request: /./, status: 401, code: 1000, message: "Invalid API Token" }),
      /^Cannot see what is deployed: Cloudflare answered 401 \(1000: Invalid API Token\); the token is invalid, has expired/m,
    ],
    ["a Worker that cannot be read", failing({ request: /deployments$/, status: 403 }), /answered 403.*Workers Scripts: Edit/],
    [
      "errors of the server",
      failing({ request: /./, status: 502, code: 1, message: "Bad gateway" }),
      /answered 502.*run the command again later/,
    ],
    [
      "a name that another site has",
      ({ workers }) =>
        workers.set("broadsheet", {
          versions: [{ id: "1", bindings: [otherSite], modules: new Map() }],
          deployed: ["1"],
          domains: [],
          workersDev: true,
        }),
      /^Cannot use the name broadsheet: .*"Another blog" there, at https:\/\/blog\.example;.*idBase = "https:\/\/blog\.example"/m,
    ],
    [
      "a broken wrangler.toml",
      (_, site) => site.editToml((text) => text.replace('"Broadsheet"', '"Broadsheet')),
      /wrangler\.toml:11:\d+ error /,
    ],
  ])("uploads nothing: %s", async (_criterion, arrange, expected) => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare });
    arrange(cloudflare, site);
    const before = site.toml();
    const { code, output } = await deployBriefly(site);
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(output).toMatch(/\nNothing was deployed$/);
    expect(uploads(cloudflare)).toEqual([]);
    expect(site.toml()).toBe(before);
  });

  it.each([
    ["no login", noToken, /^Cannot deploy: you are not logged in to Cloudflare; run npx wrangler login.*--temporary/m],
    [
      "several accounts",
      { CLOUDFLARE_ACCOUNT_ID: undefined },
      /account_id = "…".*0123456789abcdef0123456789abcdef \(Ada\), second \(Work\)/,
    ],
    ["no network", { CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:9/" }, /Cannot reach 127\.0\.0\.1:9: .*run the command again later/],
  ])("uploads nothing: %s", async (_criterion, env, expected) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.otherAccounts.set("second", "Work");
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, env }));
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(uploads(cloudflare)).toEqual([]);
  });

  it("asks Cloudflare nothing if articles have errors, and prints a screen", async () => {
    const cloudflare = await startCloudflareMock();
    const articles = Object.fromEntries(Array.from({ length: 52 }, (_, n) => [`post-${n}.md`, '---\ndate: "31/02/2024"\n---\nText']));
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, articles, env: { ...noToken, CI: "1" } }));
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/\n… and 37 more: npm run check\n52 errors, 0 warnings\nNothing was deployed$/),
    ]);
    expect(cloudflare.requests).toEqual([]);
  });

  it("deploys a site without articles/, and mentions it", async () => {
    const cloudflare = await startCloudflareMock();
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, articles: {} }));
    expect([code, output]).toEqual([0, expect.stringMatching(/^0 errors, 1 warning: npm run check\n/)]);
  });

  it.each<readonly [string, Arrange, RegExp]>([
    [
      "no permission to upload",
      failing({ request: /^PUT .*\/scripts\//, status: 403 }),
      /^Cannot deploy: Authentication error \[code: 10000\]\nGive the token the permission/m,
    ],
    [
      "a domain on another account",
      (_, site) => site.editToml(domain("example.org")),
      /^Cannot deploy: .*no zone for the host example\.org.*\n.*active zone/m,
    ],
  ])("says in two lines why wrangler failed: %s", async (_criterion, arrange, expected) => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare, env: { CI: "1" } });
    arrange(cloudflare, site);
    expect(await deployBriefly(site)).toEqual({ code: 1, output: expect.stringMatching(expected) });
  });
});
