import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createApiAccount, createTemporaryAccount } from "../../../../src/cli/deploy/cloudflare-account.ts";
import { type Credentials, createCloudflareApi } from "../../../../src/cli/deploy/cloudflare-api.ts";
import type { ZoneState } from "../../../../src/cli/deploy/find-zone.ts";
import type { RunWrangler } from "../../../../src/cli/wrangler/run-wrangler.ts";
import { type CloudflareMock, type MockFault, startCloudflareMock } from "../../../cloudflare-mock.ts";
import { listen } from "../../doctor/feed-server.ts";

function apiAt(baseUrl: string, timeout = 10_000, credentials: Credentials = { token: "secret" }) {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  return { waits, api: createCloudflareApi({ baseUrl, credentials, fetch, timeout, wait }) };
}

const blog = { name: "blog", settingsTable: "[env.x.vars.SITE]" };

function accountOf(cloudflare: CloudflareMock) {
  const { api } = apiAt(cloudflare.url);
  return createApiAccount(api, cloudflare.accountId, blog, () => Promise.reject(new Error("wrangler is not needed")));
}

describe("createCloudflareApi()", () => {
  it("waits as long as a response asks before it repeats the request", async () => {
    let count = 0;
    const origin = await listen((_request, response) => {
      count++;
      if (count === 1) response.writeHead(429, { "retry-after": "7" }).end("{}");
      else response.end('{"success":true,"result":7}');
    });
    const { api, waits } = apiAt(origin);
    expect([await api.get("/x", z.unknown()), waits]).toEqual([7, [7000]]);
  });

  it.each<readonly [string, Credentials, object]>([
    ["a token", { token: "secret" }, { authorization: "Bearer secret" }],
    ["a key", { email: "ada@example.com", key: "secret" }, { "x-auth-email": "ada@example.com", "x-auth-key": "secret" }],
  ])("sends %s", async (_criterion, credentials, expected) => {
    let headers: object = {};
    const origin = await listen((request, response) => {
      headers = request.headers;
      response.end('{"success":true,"result":7}');
    });
    expect(await apiAt(origin, 10_000, credentials).api.get("/x", z.unknown())).toBe(7);
    expect(headers).toMatchObject(expected);
  });

  it.each([
    [
      "a refusal",
      403,
      '{"success":false,"errors":[{"code":9109,"message":"Invalid access token"}]}',
      /^Cloudflare answered 403 \(9109: Invalid access token\)$/,
      1,
    ],
    ["an error without a reason", 400, '{"success":false}', /^Cloudflare answered 400$/, 1],
    ["the page of a proxy", 502, "<html>Bad gateway</html>", /^Cloudflare answered 502$/, 3],
    ["too many requests", 429, "{}", /^Cloudflare answered 429$/, 3],
    [
      "the page of a proxy that filters",
      403,
      "<html>Blocked</html>",
      /^something else than Cloudflare answered 403 to GET \/x; check that no proxy/,
      1,
    ],
    ["a page instead of JSON", 200, "<html>Log in</html>", /^cannot read Cloudflare's answer to GET \/x; check/, 1],
    ["a failure with the status of a success", 200, '{"success":false,"errors":[{"code":1}]}', /^Cloudflare answered 200 \(1\)$/, 1],
    [
      "errors of another shape",
      400,
      '{"success":false,"errors":[null,{"code":"x"},{"message":"No"}]}',
      /^Cloudflare answered 400 \(No\)$/,
      1,
    ],
    ["an object instead of errors", 400, '{"success":false,"errors":{}}', /^Cloudflare answered 400$/, 1],
  ])("describes %s, and retries if that may help", async (_criterion, status, body, expected, attempts) => {
    let requests = 0;
    const origin = await listen((_request, response) => {
      requests++;
      response.writeHead(status).end(body);
    });
    const { api, waits } = apiAt(origin);
    await expect(api.get("/x", z.unknown())).rejects.toMatchObject({
      name: "CloudflareError",
      status,
      message: expect.stringMatching(expected),
    });
    expect([requests, waits.length]).toEqual([attempts, attempts - 1]);
  });

  it("succeeds after a temporary failure", async () => {
    let requests = 0;
    const origin = await listen((_request, response) => {
      if (requests++ === 0) response.writeHead(503).end();
      else response.end('{"success":true,"result":"here"}');
    });
    expect(await apiAt(origin).api.get("/x", z.unknown())).toBe("here");
  });

  it("times out without a response", async () => {
    const origin = await listen(() => {});
    const { host } = new URL(origin);
    await expect(apiAt(origin, 50).api.get("/x", z.unknown())).rejects.toThrow(`cannot reach ${host}, no answer within 0.05 s`);
  });

  it("fails if the host cannot be reached", async () => {
    await expect(apiAt("http://127.0.0.1:9").api.get("/x", z.unknown())).rejects.toMatchObject({
      status: undefined,
      message: expect.stringMatching(/^cannot reach 127\.0\.0\.1:9, [^:]+$/),
    });
  });
});

describe("createApiAccount()", () => {
  const version = (id: string, ...bindings: readonly { readonly name: string; readonly type: string; readonly json?: unknown }[]) => {
    return { id, bindings, modules: new Map() };
  };
  const siteBinding = { name: "SITE", type: "json", json: { title: "Blog", url: "https://a.example/", idBase: "https://b.example/" } };

  it.each([
    ["no Worker", undefined, { state: "missing" }],
    ["a Worker that was never deployed", { versions: [version("1", siteBinding)], deployed: [] }, { state: "empty" }],
    [
      "a placeholder",
      { versions: [version("1", { name: "BROADSHEET_PLACEHOLDER", type: "plain_text" })], deployed: ["1"] },
      { state: "empty" },
    ],
    ["another program", { versions: [version("1")], deployed: ["1"] }, { state: "foreign", version: "1" }],
    [
      "a program with other settings",
      { versions: [version("1", { ...siteBinding, json: { url: 1 } })], deployed: ["1"] },
      { state: "foreign", version: "1" },
    ],
    [
      "a program with an address that is not a site's",
      { versions: [version("1", { ...siteBinding, json: { title: "Blog", url: "mailto:ada@a.example" } })], deployed: ["1"] },
      { state: "foreign", version: "1" },
    ],
    [
      "a program with ids of another kind",
      { versions: [version("1", { ...siteBinding, json: { title: "Blog", url: "https://a.example", idBase: "7" } })], deployed: ["1"] },
      { state: "foreign", version: "1" },
    ],
    [
      "a site, and a newer preview",
      { versions: [version("1", siteBinding), version("2")], deployed: ["1"] },
      { state: "site", site: { title: "Blog", url: "https://a.example", idBase: "https://b.example" }, version: "1" },
    ],
    [
      "a site without idBase",
      { versions: [version("1", { ...siteBinding, json: { title: "Blog", url: "https://a.example" } })], deployed: ["0", "1"] },
      { state: "site", site: { title: "Blog", url: "https://a.example", idBase: "https://a.example" }, version: "1" },
    ],
  ])("reads %s", async (_criterion, worker, expected) => {
    const cloudflare = await startCloudflareMock();
    if (worker !== undefined) cloudflare.workers.set("blog", { ...worker, domains: [], workersDev: true });
    expect(await accountOf(cloudflare).readWorker()).toEqual(expected);
  });

  it("reads the subdomain, and distinguishes a missing one from a missing permission", async () => {
    const cloudflare = await startCloudflareMock();
    const account = accountOf(cloudflare);
    expect(await account.subdomain()).toEqual({ name: "ada" });
    cloudflare.subdomain = undefined;
    expect(await account.subdomain()).toBe("missing");
    for (const subdomain of ["", "-", "a.b", "ada/../eve", 7, null, undefined]) {
      cloudflare.faults.push({ request: /subdomain/, status: 200, result: { subdomain }, times: 1 });
      expect(await account.subdomain()).toBe("missing");
    }
    cloudflare.faults.push({ request: /subdomain/, status: 403 });
    expect(await account.subdomain()).toBe("unknown");
    cloudflare.faults.push({ request: /deployments/, status: 500, times: 3 });
    await expect(account.readWorker()).rejects.toMatchObject({ status: 500 });
  });

  it.each<readonly [RegExp, unknown]>([
    [/deployments$/, null],
    [/deployments$/, {}],
    [/deployments$/, { deployments: {} }],
    [/deployments$/, { deployments: [{}] }],
    [/deployments$/, { deployments: [{ versions: [] }] }],
    [/deployments$/, { deployments: [{ versions: [{ version_id: null, percentage: 100 }] }] }],
    [/versions\/1$/, null],
    [/versions\/1$/, { resources: {} }],
    [/versions\/1$/, { resources: { bindings: [null] } }],
    [/subdomain$/, null],
    [/subdomain$/, "ada"],
    [/domains$/, {}],
    [/domains$/, [{ hostname: "example.com" }]],
  ])("rejects a response of an unexpected shape: %s, %j", async (request, result) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.workers.set("blog", { versions: [version("1", siteBinding)], deployed: ["1"], domains: [], workersDev: true });
    cloudflare.faults.push({ request, status: 200, result });
    const account = accountOf(cloudflare);
    const reading = Promise.all([account.readWorker(), account.subdomain(), account.domainOwner("example.com")]);
    await expect(reading).rejects.toMatchObject({
      name: "CloudflareError",
      message: expect.stringMatching(/^cannot read Cloudflare's answer/),
    });
  });

  it.each<readonly [string, ZoneState]>([
    ["example.com", "found"],
    ["a.blog.example.com", "found"],
    ["news.example.co.uk", "found"],
    ["example.org", "missing"],
    ["notexample.com", "missing"],
    ["com", "missing"],
    ["xn--mhle-0ra.example", "unknown"],
  ])("looks for the zone of %s: %s", async (host, expected) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.zones.push("example.co.uk");
    expect(await accountOf(cloudflare).zoneOf(host)).toBe(expected);
  });

  it.each<readonly [string, Pick<MockFault, "result" | "status">, ZoneState]>([
    ["without permission", { status: 403 }, "unknown"],
    ["during a failure of Cloudflare", { status: 502 }, "unknown"],
    ["from an answer of another shape", { status: 200, result: {} }, "unknown"],
    ["that another account has", { status: 200, result: [{ account: { id: "b" } }] }, "missing"],
    ["whose name servers are elsewhere", { status: 200, result: [{ status: "pending" }] }, "inactive"],
    ["that is active", { status: 200, result: [{ status: "pending" }, { status: "active" }] }, "found"],
    ["from an answer without accounts", { status: 200, result: [{}] }, "found"],
  ])("cannot take a zone for found or missing by mistake: one %s", async (_criterion, fault, expected) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: /^GET \/zones$/, ...fault });
    expect(await accountOf(cloudflare).zoneOf("example.com")).toBe(expected);
  });

  it.each([true, false])("reads whether workers.dev is on: %s", async (workersDev) => {
    const cloudflare = await startCloudflareMock();
    cloudflare.workers.set("blog", { versions: [], deployed: [], domains: [], workersDev });
    expect(await accountOf(cloudflare).hasWorkersDev()).toBe(workersDev);
  });

  it("finds the Worker of a domain", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.takenDomains.set("example.com", "shop");
    expect(await accountOf(cloudflare).domainOwner("example.com")).toBe("shop");
    expect(await accountOf(cloudflare).domainOwner("www.example.com")).toBeUndefined();
  });
});

describe("createTemporaryAccount()", () => {
  const accountWith = (outputs: Readonly<Record<string, string>>) => {
    const runWrangler: RunWrangler = async ([command = ""]) => ({ exitCode: 0, stdout: outputs[command] ?? "", stderr: "", records: [] });
    return createTemporaryAccount(blog, "wrangler.toml", runWrangler, () => {});
  };
  const deployments = '{"versions":[{"version_id":"1","percentage":100}]}';

  it("parses the output of wrangler", async () => {
    const versions = '{"resources":{"bindings":[{"name":"BROADSHEET_PLACEHOLDER","type":"plain_text"}]}}';
    expect(await accountWith({ deployments, versions }).readWorker()).toEqual({ state: "empty" });
  });

  it("says where to write the address if wrangler reports none", async () => {
    await expect(accountWith({}).reserveName()).rejects.toThrow('write url = "https://…" in [env.x.vars.SITE]');
  });

  it.each([{ deployments: "Done" }, { deployments: "null" }, { deployments: '{"versions":[]}' }, { deployments, versions: "{}" }])(
    "rejects output that it cannot parse: %j",
    async (outputs) => {
      await expect(accountWith(outputs).readWorker()).rejects.toMatchObject({
        name: "DeploymentError",
        message: expect.stringMatching(
          /^Cannot see what is deployed: cannot read the output of wrangler (?:deployments status|versions view 1)$/,
        ),
      });
    },
  );
});
