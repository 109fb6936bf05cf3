import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Resource } from "../../../src/http/resource.ts";
import { createResponder } from "../../../src/http/respond.ts";
import type { PartialSnapshot } from "../../../src/model/snapshot.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const snapshotOf = () => snapshotAt({ entries: [sampleEntry("moon")], development: false, site: sampleSite }, noon);
const snapshot = snapshotOf();
const text = "Moon 🐟 ".repeat(1000);

function resource(fields: Partial<Resource> = {}) {
  return {
    path: "/atom.xml",
    contentType: "application/atom+xml; charset=utf-8",
    etagInputs: vi.fn(() => ["moon"]),
    render: vi.fn(async () => text),
    ...fields,
  };
}

function responder(compresses = true, documents = {}) {
  const respond = createResponder({
    deployment: { uploaded: 0 },
    maxAge: 3600,
    compresses,
    documents,
    headersFor: (own) => new Headers(own),
  });
  return (request: Request, found: Resource, snapshot: PartialSnapshot, now: number, find = () => found) =>
    respond({ request, path: found.path, snapshot, now }, find);
}

function requestOf(headers: Record<string, string> = {}, clientAcceptEncoding?: string): Request {
  const request = new Request("https://news.example/atom.xml", { headers });
  return clientAcceptEncoding === undefined ? request : Object.assign(request, { cf: { clientAcceptEncoding } });
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe("createResponder()", () => {
  it("responds with the representation, its type, its length and its validators", async () => {
    const response = await responder()(requestOf(), resource(), snapshot, noon);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "public, max-age=3600, stale-while-revalidate=3600, stale-if-error=604800",
      "content-length": String(new TextEncoder().encode(text).byteLength),
      "content-type": "application/atom+xml; charset=utf-8",
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      "last-modified": "Wed, 06 Nov 2024 12:00:00 GMT",
      vary: "Accept-Encoding",
    });
    expect(await response.text()).toBe(text);
  });

  it("compresses for clients that accept it, with a separate tag", async () => {
    const respond = responder();
    const plain = await respond(requestOf(), resource(), snapshot, noon);
    const compressed = await respond(requestOf({ "accept-encoding": "br, gzip" }), resource(), snapshot, noon);
    expect(compressed.headers.get("content-encoding")).toBe("gzip");
    expect(compressed.headers.get("etag")).toBe(plain.headers.get("etag")?.replace(/"$/, '-gzip"'));
    expect(compressed.headers.get("vary")).toBe("Accept-Encoding");
    const bytes = await bytesOf(compressed);
    expect(compressed.headers.get("content-length")).toBe(String(bytes.byteLength));
    expect(gunzipSync(bytes).toString()).toBe(text);
  });

  it.each([
    ["what the client does not take", { "accept-encoding": "gzip;q=0, br" }, undefined, resource(), true],
    ["a response that only the edge would accept compressed", { "accept-encoding": "br, gzip" }, "", resource(), true],
    ["what the edge compresses", { "accept-encoding": "gzip" }, undefined, resource({ contentType: "text/html" }), true],
    ["anything if the settings disable compression", { "accept-encoding": "gzip" }, undefined, resource(), false],
  ])("does not compress %s", async (_criterion, headers, client, asked, compresses) => {
    const response = await responder(compresses)(requestOf(headers, client), asked, snapshot, noon);
    expect(response.headers.has("content-encoding")).toBe(false);
    expect(response.headers.get("etag")).not.toContain("gzip");
    expect(await response.text()).toBe(text);
  });

  it("uses the client's Accept-Encoding instead of the edge's", async () => {
    const response = await responder()(requestOf({ "accept-encoding": "identity" }, "gzip, deflate"), resource(), snapshot, noon);
    expect(response.headers.get("content-encoding")).toBe("gzip");
  });

  it("sends Vary only if the response varies", async () => {
    const varyOf = async (compresses: boolean, contentType: string) =>
      (await responder(compresses)(requestOf(), resource({ contentType }), snapshot, noon)).headers.get("vary");
    expect(await varyOf(true, "application/feed+json")).toBe("Accept-Encoding");
    expect(await varyOf(true, "application/rss+xml; charset=utf-8")).toBeNull();
    expect(await varyOf(false, "application/feed+json")).toBeNull();
  });

  it("responds 304 to either tag, whatever is accepted now, with the headers of its 200", async () => {
    const respond = responder();
    const [plain, compressed] = await Promise.all(
      ["identity", "gzip"].map(async (accepted) => {
        const { headers } = await respond(requestOf({ "accept-encoding": accepted }), resource(), snapshot, noon);
        return Object.fromEntries([...headers].filter(([name]) => !name.startsWith("content-")));
      }),
    );
    for (const [accepted, tag, headers] of [
      ["gzip", compressed?.["etag"], compressed],
      ["gzip", plain?.["etag"], plain],
      ["identity", plain?.["etag"], plain],
      ["identity", compressed?.["etag"], plain], // a cache must not use it for the form that this client cannot read
    ] as const) {
      const request = requestOf({ "accept-encoding": accepted, "if-none-match": tag ?? "" });
      const response = await respond(request, resource(), snapshot, noon);
      expect(response.status).toBe(304);
      expect(Object.fromEntries(response.headers)).toEqual(headers);
      expect(await response.text()).toBe("");
    }
  });

  it("does not read Accept-Encoding if the plain form is requested", async () => {
    const respond = responder();
    const plain = await respond(requestOf(), resource(), snapshot, noon);
    const asked = vi.fn(() => ({ clientAcceptEncoding: "gzip" }));
    const request = requestOf({ "if-none-match": plain.headers.get("etag") ?? "" });
    expect((await respond(Object.defineProperty(request, "cf", { get: asked }), resource(), snapshot, noon)).status).toBe(304);
    expect(asked).not.toHaveBeenCalled();
  });

  it("renders once for all requests, compressed or not, and not for a 304", async () => {
    const respond = responder();
    const asked = resource();
    const tag = (await respond(requestOf({ "if-none-match": "*" }), asked, snapshot, noon)).headers.get("etag") ?? "";
    expect(asked.render).not.toHaveBeenCalled();
    for (const accepted of ["gzip", "identity", "gzip", "br"]) {
      await respond(requestOf({ "accept-encoding": accepted }), asked, snapshot, noon);
      await respond(requestOf({ "accept-encoding": accepted, "if-none-match": tag }), asked, snapshot, noon);
    }
    expect(asked.render).toHaveBeenCalledTimes(1);
  });

  it("does not render a prerendered document", async () => {
    const asked = resource();
    const tag = (await responder()(requestOf(), asked, snapshot, noon)).headers.get("etag") ?? "";
    const respond = responder(true, { [tag]: new TextEncoder().encode("rendered") });
    const answers = [requestOf(), requestOf({ "accept-encoding": "gzip" })].map((request) => respond(request, asked, snapshot, noon));
    const [plain, compressed] = await Promise.all((await Promise.all(answers)).map(bytesOf));
    expect(new TextDecoder().decode(plain)).toBe("rendered");
    expect(gunzipSync(compressed ?? "").toString()).toBe("rendered");
    expect(asked.render).toHaveBeenCalledTimes(1); // for the tag
    const other = resource({ path: "/other", etagInputs: () => ["sun"] });
    expect(await (await respond(requestOf(), other, snapshot, noon)).text()).toBe(text);
  });

  it("compresses once for all requests", async () => {
    let compressed = 0;
    const counting: ProxyHandler<typeof CompressionStream> = {
      construct(target, parameters) {
        compressed++;
        return Reflect.construct(target, parameters);
      },
    };
    vi.stubGlobal("CompressionStream", new Proxy(CompressionStream, counting));
    onTestFinished(() => void vi.unstubAllGlobals());
    const respond = responder();
    for (let times = 0; times < 3; times++) await respond(requestOf({ "accept-encoding": "gzip" }), resource(), snapshot, noon);
    expect(compressed).toBe(1);
  });

  it("computes the ETag inputs once per snapshot and path", async () => {
    const respond = responder();
    const asked = resource();
    await respond(requestOf(), asked, snapshot, noon);
    await respond(requestOf(), asked, snapshot, noon);
    expect(asked.etagInputs).toHaveBeenCalledTimes(1);
    await respond(requestOf(), { ...asked, path: "/archive/1/atom.xml" }, snapshot, noon);
    await respond(requestOf(), asked, snapshotOf(), noon);
    expect(asked.etagInputs).toHaveBeenCalledTimes(3);
  });

  it("finds a resource once per snapshot and path, even if its lifetime changes", async () => {
    const respond = responder();
    const find = vi.fn(() => resource());
    for (const now of [noon, noon + 1, noon]) await respond(requestOf(), resource(), snapshot, now, find);
    const ending = { ...snapshot, until: noon + 60_000 };
    for (const now of [noon, noon + 30_000]) {
      const { headers } = await respond(requestOf(), resource(), ending, now, find);
      expect(headers.get("cache-control")).toContain(`max-age=${now === noon ? 59 : 29},`);
    }
    expect(find).toHaveBeenCalledTimes(2);
  });

  it("gives other responses the lifetime of the snapshot, and does not cache them", async () => {
    const respond = createResponder({
      deployment: { uploaded: 0 },
      maxAge: 60,
      compresses: true,
      documents: {},
      headersFor: (own) => new Headers(own),
    });
    const find = vi.fn(() => new Response("none", { status: 404 }));
    for (let times = 0; times < 2; times++) {
      const response = await respond({ request: requestOf(), path: "/", snapshot, now: noon }, find);
      expect([response.status, response.headers.get("cache-control")]).toEqual([404, expect.stringMatching(/^public, max-age=60,/)]);
    }
    expect(find).toHaveBeenCalledTimes(2);
  });

  it("caches responses per address", async () => {
    const respond = responder();
    const answers = ["a", "b"].map((path) =>
      respond(requestOf(), resource({ path, etagInputs: () => [path], render: async () => path }), snapshot, noon),
    );
    expect(await Promise.all(answers.map(async (answer) => (await answer).text()))).toEqual(["a", "b"]);
  });

  it("sends the Link header of resources with links", async () => {
    const link = '<https://news.example/atom.xml>; rel="self"';
    expect((await responder()(requestOf(), resource({ link: () => link }), snapshot, noon)).headers.get("link")).toBe(link);
    expect((await responder()(requestOf(), resource(), snapshot, noon)).headers.has("link")).toBe(false);
  });

  it("does not cache a failed rendering", async () => {
    const respond = responder();
    const render = vi.fn(async () => text).mockRejectedValueOnce(new Error("down"));
    const ask = () => respond(requestOf({ "accept-encoding": "gzip" }), resource({ render }), snapshot, noon);
    await expect(ask()).rejects.toThrow("down");
    expect(gunzipSync(await bytesOf(await ask())).toString()).toBe(text);
  });
});
