import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createBundledStore } from "../../src/store/bundled-store.ts";
import { appUnderTest } from "../app-under-test.ts";
import { addresses, documents, mannersSite } from "../manners-site.ts";

// The media types of the site that Cloudflare's edge compresses: developers.cloudflare.com/speed/optimization/content/compression/
const atEdge = /^(?:text\/html|text\/plain|text\/xml|application\/xml|application\/rss\+xml|application\/json)(?:;|$)/;
const ours = documents.filter(({ type = "" }) => !atEdge.test(type));
const others = addresses.filter((address) => !ours.includes(address));
const gzip = { "accept-encoding": "gzip" };

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** Starts to count compressions. */
function countCompressions(): () => number {
  let count = 0;
  vi.stubGlobal(
    "CompressionStream",
    class extends CompressionStream {
      constructor(...args: ConstructorParameters<typeof CompressionStream>) {
        super(...args);
        count++;
      }
    },
  );
  return () => count;
}
afterEach(() => vi.unstubAllGlobals());

describe("createApp() with Accept-Encoding: gzip", () => {
  // RFC 9110 §8.4, §8.8.3: different bytes need a different tag.
  it.each(ours)("compresses documents that the edge does not, with a different tag: $kind", async ({ of, path, type }) => {
    const { get } = appUnderTest(of);
    const [plain, compressed] = [await get(path), await get(path, gzip)];
    const [plainBytes, compressedBytes] = [await bytesOf(plain), await bytesOf(compressed)];
    expect(compressed.headers.get("content-encoding")).toBe("gzip");
    expect(compressed.headers.get("content-type")).toBe(type);
    expect(compressed.headers.get("content-length")).toBe(String(compressedBytes.byteLength));
    expect(compressed.headers.get("etag")).toBe(plain.headers.get("etag")?.replace(/"$/, '-gzip"'));
    expect(compressedBytes.byteLength).toBeLessThan(plainBytes.byteLength);
    expect(gunzipSync(compressedBytes).equals(plainBytes)).toBe(true);
    const same = ["cache-control", "last-modified", "link", "vary", "access-control-allow-origin"];
    expect(same.map((name) => compressed.headers.get(name))).toEqual(same.map((name) => plain.headers.get(name)));
  });

  it.each(ours)("responds to HEAD like GET, with the same bytes from every instance: $kind", async ({ of, path }) => {
    const [one, other] = [appUnderTest(of), appUnderTest(of)];
    const full = await one.get(path, gzip);
    const head = await other.get(path, gzip, "HEAD");
    expect([...head.headers]).toEqual([...full.headers]);
    expect(await head.text()).toBe("");
    expect(await bytesOf(await other.get(path, gzip))).toEqual(await bytesOf(full));
  });

  it.each(ours)("recognizes its tag with any Accept-Encoding: $kind", async ({ of, path }) => {
    const { get } = appUnderTest(of);
    const tags = { plain: (await get(path)).headers.get("etag") ?? "", gzip: (await get(path, gzip)).headers.get("etag") ?? "" };
    // The 304 concerns the form that the client has, if it accepts that form (RFC 9111 §4.3.4).
    for (const [sent, known] of [
      [tags.plain, [tags.plain, tags.plain]],
      [tags.gzip, [tags.gzip, tags.plain]],
    ] as const) {
      const answers = [await get(path, { "if-none-match": sent, ...gzip }), await get(path, { "if-none-match": sent })];
      expect(answers.map(({ status }) => status)).toEqual([304, 304]);
      expect(answers.map(({ headers }) => headers.get("etag"))).toEqual(known);
      expect(answers.map(({ headers }) => headers.get("vary"))).toEqual(["Accept-Encoding", "Accept-Encoding"]);
      expect(answers.map(({ headers }) => headers.get("content-encoding"))).toEqual([null, null]);
    }
  });

  it("compresses once per version, and not for a 304", async () => {
    const store = createBundledStore({ ...mannersSite, development: false });
    const content = vi.spyOn(store, "contents");
    const compressions = countCompressions();
    const { get } = appUnderTest({ ...mannersSite, store });
    await get("/atom.xml", { ...gzip, "if-none-match": "*" });
    expect([compressions(), content.mock.calls.length]).toEqual([0, 0]);
    for (const method of ["HEAD", "GET", "GET"]) {
      await get("/atom.xml", gzip, method);
      await get("/atom.xml", {}, method);
      await get("/atom.xml", { ...gzip, "if-none-match": "*" }, method);
    }
    expect([compressions(), content.mock.calls.length]).toEqual([1, 1]);
    await get("/feed.json", gzip);
    expect(compressions()).toBe(2);
  });

  // Without Vary, caches would mix up the forms (RFC 9110 §12.5.5); a needless Vary makes them store two copies.
  it.each(others)("compresses nothing else, and sends no Vary: $kind", async ({ method, of, path }) => {
    const compressions = countCompressions();
    const { get } = appUnderTest(of);
    const [plain, asked] = [await get(path, {}, method), await get(path, { "accept-encoding": "gzip, br, zstd" }, method)];
    expect([...asked.headers]).toEqual([...plain.headers]);
    expect(await bytesOf(asked)).toEqual(await bytesOf(plain));
    expect([asked.headers.get("content-encoding"), asked.headers.get("vary")]).toEqual([null, null]);
    expect(compressions()).toBe(0);
  });
});

// RFC 9110 §12.5.3.
const accepted: readonly (readonly [encodings: string | undefined, isGzip: boolean])[] = [
  ["gzip", true],
  ["GZIP", true],
  ["x-gzip", true],
  ["gzip, deflate, br, zstd", true],
  ["br;q=1.0, gzip;q=0.8, *;q=0.1", true],
  ["deflate , gzip ; q=0.001", true],
  ["*", true],
  ["*;q=0, gzip", true],
  [",,gzip,,", true],
  [undefined, false],
  ["", false],
  ["identity", false],
  ["br, zstd", false],
  ["deflate", false],
  ["gzip;q=0", false],
  ["gzip; q=0.000", false],
  ["gzip;q=0, *", false],
  ["*;q=0", false],
  ["gzip;q=x", false],
  ["gzipped", false],
  ["not-gzip", false],
];

describe.each(["/atom.xml", "/feed.json", "/archive/1/atom.xml"])("createApp(): %s with Accept-Encoding", (path) => {
  it.each(accepted)("%s: gzip is %s", async (encodings, isGzip) => {
    const { get } = appUnderTest(mannersSite);
    const response = await get(path, encodings === undefined ? {} : { "accept-encoding": encodings });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-encoding")).toBe(isGzip ? "gzip" : null);
    expect(response.headers.get("etag")?.endsWith('-gzip"')).toBe(isGzip);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
  });

  // At the edge, every Accept-Encoding is "br, gzip"; the client's own value is in `cf`.
  const atEdgeWith = async (cf: object, encodings: string) => {
    const request = new Request(`https://news.example${path}`, { headers: { "accept-encoding": encodings } });
    return appUnderTest(mannersSite).app.fetch(Object.assign(request, { cf }));
  };
  it.each(accepted.filter(([encodings]) => encodings !== undefined))(
    "%s, according to the edge: gzip is %s",
    async (clientAcceptEncoding, isGzip) => {
      const response = await atEdgeWith({ clientAcceptEncoding }, isGzip ? "br" : "br, gzip");
      expect(response.headers.get("content-encoding")).toBe(isGzip ? "gzip" : null);
    },
  );

  it("gzip without `cf`", async () => {
    expect((await atEdgeWith({ colo: "FRA" }, "br, gzip")).headers.get("content-encoding")).toBe("gzip");
  });
});

describe("createApp() of a site with gzip = false", () => {
  it.each(ours)("compresses nothing, and sends no Vary: $kind", async ({ of, path }) => {
    const compressions = countCompressions();
    const { get } = appUnderTest({ ...of, site: { ...mannersSite.site, gzip: false } });
    const [plain, asked] = [await get(path), await get(path, gzip)];
    expect([...asked.headers]).toEqual([...plain.headers]);
    expect([asked.headers.get("content-encoding"), asked.headers.get("vary")]).toEqual([null, null]);
    expect(await bytesOf(asked)).toEqual(await bytesOf(plain));
    expect(compressions()).toBe(0);
  });
});
