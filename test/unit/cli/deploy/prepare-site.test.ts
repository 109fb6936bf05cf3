import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { createSiteCompiler } from "../../../../src/cli/deploy/compile-site.ts";
import { openAccount } from "../../../../src/cli/deploy/open-account.ts";
import { prepareSite } from "../../../../src/cli/deploy/prepare-site.ts";
import { resolveSite, type WrittenSettings } from "../../../../src/cli/deploy/resolve-site.ts";
import { readWorkerConfig } from "../../../../src/cli/deploy/worker-config.ts";
import type { RunWrangler, WranglerRun } from "../../../../src/cli/wrangler/run-wrangler.ts";
import { type CloudflareMock, type MockFault, startCloudflareMock } from "../../../cloudflare-mock.ts";
import { collectPrinted } from "../printed.ts";
import { makeFolder } from "../sample-folder.ts";

const toml = 'name = "blog"\n\n[vars.SITE]\ntitle = "Blog"\nauthor = { name = "Ada" }\n';
const dotted = 'name = "blog"\n[vars]\nSITE.title = "Blog"\nSITE.author.name = "Ada"\n';
const article = { "articles/2024-11-06-moon.md": "# Moon\n\nText" };
const address = "https://blog.ada.workers.dev";

interface Arrangement {
  readonly cloudflare?: (mock: CloudflareMock) => void;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** The output of `wrangler auth token`. */
  readonly token?: Partial<WranglerRun>;
  readonly isKept?: boolean;
  /** By default a title without an address. */
  readonly written?: WrittenSettings;
  /** The run that deploys a placeholder. */
  readonly deployPlaceholder?: (mock: CloudflareMock) => WranglerRun;
}

/** Prepares the site of a folder for the stand-in of Cloudflare. */
async function prepare({
  cloudflare: arrange,
  deployPlaceholder,
  env,
  files,
  isKept = true,
  token = {},
  written = { title: "Blog", url: "" },
}: Arrangement = {}) {
  const cloudflare = await startCloudflareMock();
  arrange?.(cloudflare);
  const folder = makeFolder({ "wrangler.toml": toml, ...article, ...files });
  const config = join(folder, "wrangler.toml");
  const printed: string[] = [];
  const print = collectPrinted(printed);
  const variables = {
    CLOUDFLARE_API_BASE_URL: cloudflare.url,
    CLOUDFLARE_API_TOKEN: "t",
    CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId,
    ...env,
  };
  const runWrangler: RunWrangler = async ([command]) => {
    return (command === "deploy" && deployPlaceholder?.(cloudflare)) || { exitCode: 0, stdout: "", stderr: "", records: [], ...token };
  };
  const prepared = await prepareSite({
    ...{ config, environment: "", isKept, print, complain: print, written },
    compile: createSiteCompiler({ config, environment: "", print, complain: print }),
    async resolve() {
      const { name = "", ...others } = readWorkerConfig(readWranglerFile(config), "", { env: variables });
      const worker = { ...others, name };
      const onTemporaryRun = () => {};
      const wait = async () => {};
      const opened = await openAccount({ worker, env: variables, config, runWrangler, fetch, wait, isTemporary: false, onTemporaryRun });
      return resolveSite(written, worker, opened.account, { isConnected: false, isPreview: false, allowsNewIds: false });
    },
  });
  const text = () => readFileSync(config, "utf8");
  return { cloudflare, prepared, output: printed.join("\n"), text };
}

const failing = (fault: MockFault) => ({ cloudflare: ({ faults }: CloudflareMock) => void faults.push(fault) });

describe("prepareSite()", () => {
  it("compiles for the address, and writes it after the deployment", async () => {
    const { cloudflare, output, prepared, text } = await prepare();
    expect(prepared?.content.site).toMatchObject({ url: address, idBase: address });
    expect(prepared?.content.entries).toMatchObject([{ id: `${address}/articles/moon` }]);
    expect(text()).toBe(toml);
    expect(prepared?.keep()).toEqual([expect.stringMatching(/wrangler\.toml has url = .* now$/)]);
    expect(text()).toBe(`${toml}url = "${address}"\nidBase = "${address}"\n`);
    expect(output).toMatch(/^The address of the site is https:\/\/blog\.ada\.workers\.dev: the workers\.dev subdomain of your account$/);
    expect(cloudflare.requests).toEqual([
      "GET /accounts/ACCOUNT/workers/scripts/blog/deployments",
      "GET /accounts/ACCOUNT/workers/subdomain",
    ]);
  });

  it.each<readonly [string, Partial<WranglerRun>]>([
    ["a login", { stdout: '{"type":"oauth","token":"t"}' }],
    ["a key", { stdout: '{"type":"api_key","key":"k","email":"ada@example.com"}' }],
  ])("uses the credentials of wrangler: %s", async (_criterion, token) => {
    const { prepared } = await prepare({ env: { CLOUDFLARE_API_TOKEN: "", CLOUDFLARE_ACCOUNT_ID: "" }, token });
    expect(prepared?.content.site.url).toBe(address);
  });

  it("compiles with a copy of wrangler.toml, and messages name the original", async () => {
    const files = { "wrangler.toml": `${toml}hub = "https://hub.example"\n[[routes]]\npattern = "a.example"\ncustom_domain = true\n` };
    const { prepared, text } = await prepare({ files, isKept: false, cloudflare: ({ zones }) => void zones.push("a.example") });
    expect(prepared?.content.site).toMatchObject({ url: "https://a.example", idBase: "https://a.example" });
    expect(prepared?.config).toMatch(/wrangler\.deploy-\d+\.toml$/);
    prepared?.dispose();
    expect(text()).toBe(files["wrangler.toml"]);
  });

  it("keeps workers.dev on in a copy of wrangler.toml if a route would switch it off", async () => {
    const json = { title: "Blog", url: "https://example.com", idBase: address };
    const routes = '[[routes]]\npattern = "example.com"\ncustom_domain = true\n';
    const complete = `${toml}url = "${json.url}"\nidBase = "${address}"\n${routes}`;
    const { output, prepared, text } = await prepare({
      files: { "wrangler.toml": complete },
      written: json,
      cloudflare({ workers }) {
        const versions = [{ id: "1", bindings: [{ name: "SITE", type: "json", json }], modules: new Map() }];
        workers.set("blog", { versions, deployed: ["1"], domains: ["example.com"], workersDev: true });
      },
    });
    expect(output).toMatch(/^The address on workers\.dev stays on, .* workers_dev = true at the top of wrangler\.toml .* false to switch/);
    expect(readFileSync(prepared?.config ?? "", "utf8")).toBe(`workers_dev = true\n${complete}`);
    expect([prepared?.keep(), text()]).toEqual([[], complete]);
    prepared?.dispose();
  });

  const noAccount = { CLOUDFLARE_ACCOUNT_ID: "" };
  const notLoggedIn = { exitCode: 1, records: [{ type: "command-failed", message: "Not logged in. Please run `wrangler login`" }] };
  const unreachable = { exitCode: 1, records: [{ type: "command-failed", message: "The auth server could not be reached" }] };

  it.each<readonly [string, Arrangement, RegExp]>([
    [
      "a Worker that cannot be read",
      failing({ request: /deployments$/, status: 403 }),
      /answered 403 \(10000: Authentication error\); .*Workers Scripts: Edit/,
    ],
    [
      "errors of the server",
      failing({ request: /./, status: 502 }),
      /^Cannot see what is deployed: Cloudflare answered 502.*; run the command again later/,
    ],
    [
      "a malformed token",
      failing({ request: /./, status: 400, code: 6111, message: "Invalid format for Authorization header" }),
      /answered 400 \(6111: Invalid format .*\); correct CLOUDFLARE_API_TOKEN, or unset it and run npx wrangler login\n/,
    ],
    [
      "an account id that no account has",
      failing({ request: /./, status: 404, code: 7003, message: "Could not route" }),
      /answered 404 \(7003: Could not route\); correct CLOUDFLARE_ACCOUNT_ID, or account_id in wrangler\.toml/,
    ],
    [
      "another account",
      failing({ request: /./, status: 403, code: 10000, message: "Authentication error" }),
      /or is not for the account in CLOUDFLARE_ACCOUNT_ID or account_id: npx wrangler whoami/,
    ],
    [
      "too many requests",
      failing({ request: /./, status: 429 }),
      /^Cannot see what is deployed: Cloudflare answered 429.*; run the command again later\n/,
    ],
    [
      "no network",
      { env: { CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:9" } },
      /^Cannot see what is deployed: cannot reach 127\.0\.0\.1:9, [^:]+; check the connection, and run the command again\n/,
    ],
    [
      "an answer of another shape",
      failing({ request: /deployments$/, status: 200, result: {} }),
      /^Cannot see what is deployed: cannot read Cloudflare's answer to GET \/accounts\/\S+\/deployments; check .*\n/,
    ],
    [
      "a subdomain of another shape",
      failing({ request: /subdomain$/, status: 200, result: { subdomain: null } }),
      /^Cannot find the address of the site: your account has no workers\.dev subdomain/,
    ],
    ["a login of another shape", { env: { CLOUDFLARE_API_TOKEN: "" }, token: { stdout: "null" } }, /^Cannot read the login of wrangler: /],
    [
      "accounts of another shape",
      { env: noAccount, ...failing({ request: /accounts$/, status: 200, result: [{}] }) },
      /^Cannot see what is deployed: cannot read Cloudflare's answer to GET \/accounts/,
    ],
    ["no login", { env: { CLOUDFLARE_API_TOKEN: "" }, token: notLoggedIn }, /^Cannot deploy: you are not logged in/],
    [
      "a login that has expired",
      { env: { CLOUDFLARE_API_TOKEN: "" }, token: unreachable },
      /^Cannot read the login of wrangler: The auth server.*npx wrangler login/,
    ],
    [
      "no subdomain",
      {
        cloudflare: (mock) => {
          mock.subdomain = undefined;
        },
      },
      /no workers\.dev subdomain/,
    ],
    [
      "several accounts",
      { env: noAccount, cloudflare: ({ otherAccounts }) => void otherAccounts.set("b", "Work") },
      /account_id = "…".*\(Ada\), b \(Work\)$/m,
    ],
    [
      "accounts that cannot be listed",
      { env: noAccount, ...failing({ request: /accounts$/, status: 403 }) },
      /^Cannot find your account: Cloudflare answered 403.*set CLOUDFLARE_ACCOUNT_ID/,
    ],
    ["a table that cannot be edited", { files: { "wrangler.toml": dotted } }, /^The address .*\nCannot edit .*add url = /],
  ])("rejects %s, and writes nothing", async (_criterion, arrangement, expected) => {
    const { output, prepared, text } = await prepare(arrangement);
    expect(prepared).toBeUndefined();
    expect(output).toMatch(expected);
    expect(output).toMatch(/\nNothing was deployed$/);
    expect(text()).toBe(arrangement.files?.["wrangler.toml"] ?? toml);
  });

  it.each<readonly [string, Partial<WranglerRun>, Arrangement]>([
    ["wrangler fails afterwards", { exitCode: 1, stderr: "✘ [ERROR] Oops [code: 10013]\n" }, {}],
    ["the settings cannot be written", { records: [{ type: "deploy", targets: [address] }] }, { files: { "wrangler.toml": dotted } }],
  ])("reports that only a placeholder is deployed: %s", async (_criterion, run, arrangement) => {
    const { output, prepared } = await prepare({
      ...failing({ request: /subdomain$/, status: 403 }),
      ...arrangement,
      deployPlaceholder({ workers }) {
        const bindings = [{ name: "BROADSHEET_PLACEHOLDER", type: "plain_text" }];
        workers.set("blog", { versions: [{ id: "1", bindings, modules: new Map() }], deployed: ["1"], domains: [], workersDev: true });
        return { exitCode: 0, stdout: "", stderr: "", records: [], ...run };
      },
    });
    expect(prepared).toBeUndefined();
    expect(output).toMatch(/Cannot .*\nOnly a placeholder was deployed: it answers 503 until you deploy the site$/);
  });

  it("sends no request if articles have errors", async () => {
    const { cloudflare, output, prepared } = await prepare({ files: { "articles/a.md": "---\ndate: nonsense\n---\nText" } });
    expect([prepared, cloudflare.requests]).toEqual([undefined, []]);
    expect(output).toMatch(/^articles\/a\.md:2:7 error .*\n1 error, 0 warnings\nTo go on without .* --set-aside\nNothing was deployed$/);
  });
});
