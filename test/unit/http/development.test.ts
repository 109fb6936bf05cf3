import { afterEach, describe, expect, it, vi } from "vitest";
import { developmentOrigin, developmentServer, fetchDevelopment } from "../../../src/http/development.ts";
import { refusalOf, refuse } from "../../../src/http/refusal.ts";
import { canonicalJson } from "../../../src/settings/canonical-json.ts";
import { sampleContent, sampleSite } from "../../samples.ts";

afterEach(() => vi.unstubAllGlobals());

/** Calls fetchDevelopment() with a fake fetch; returns the requests and the result. */
async function ask(address: string | undefined, answer: () => Promise<Response>) {
  const fetch = vi.fn<(url: URL) => Promise<Response>>(answer);
  vi.stubGlobal("fetch", fetch);
  const response = await fetchDevelopment(address, "/media/0a/x.png");
  return { asked: fetch.mock.calls.map(([url]) => url.href), status: response?.status };
}

const ours = async () => new Response("", { status: 404, headers: { server: developmentServer } });

describe("fetchDevelopment()", () => {
  it("requests the server of npm start", async () => {
    expect(await ask("http://127.0.0.1:8123/", ours)).toEqual({ asked: ["http://127.0.0.1:8123/media/0a/x.png"], status: 404 });
  });

  it.each([undefined, "", "yes", "https://example.com/", "http://127.0.0.1.example.com/", "http://localhost/", "http://a@10.0.0.1/"])(
    "sends no request to the address %j",
    async (address) => {
      expect(await ask(address, ours)).toEqual({ asked: [], status: undefined });
    },
  );

  it.each([
    ["answers like any other", async () => new Response("{}")],
    [
      "is Cloudflare's, which forbids such addresses",
      async () => new Response("error code: 1003", { status: 403, headers: { server: "cloudflare" } }),
    ],
    ["does not answer", () => Promise.reject(new TypeError("Network connection lost"))],
  ])("ignores a server that %s", async (_name, answer) => {
    expect((await ask("http://127.0.0.1:8123/", answer)).status).toBeUndefined();
  });
});

describe("refusalOf()", () => {
  const settings = { title: "News", url: "https://news.example" };
  const content = sampleContent([], { settings: canonicalJson(settings) });

  it.each([
    ["built for npm start", { ...content, development: true }, settings, 503],
    ["built without an address", { ...content, site: { ...sampleSite, url: developmentOrigin } }, settings, 503],
    ["deployed with other settings", content, { ...settings, title: "Staging" }, 500],
    ["deployed without settings", content, undefined, 500],
    ["deployed as it was built", content, { url: settings.url, title: settings.title }, undefined],
  ])("returns the reason for a Worker that was %s", (_name, built, deployed, expected) => {
    expect(refusalOf(built, deployed)?.status).toBe(expected);
  });
});

describe("refuse()", () => {
  it.each([
    [503, "300"],
    [500, null],
  ] as const)("responds with %i, which is not cached and gives no reason", async (status, retryAfter) => {
    const response = refuse({ status, reason: "a secret" });
    expect([response.status, response.headers.get("cache-control"), response.headers.get("retry-after")]).toEqual([
      status,
      "no-store",
      retryAfter,
    ]);
    expect(await response.text()).toBe("This site is not set up yet.\n");
  });
});
