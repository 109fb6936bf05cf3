import { describe, expect, it } from "vitest";
import { withQuery } from "../../src/routing/with-query.ts";
import { appUnderTest } from "../app-under-test.ts";
import { addresses, documents } from "../manners-site.ts";
import { sampleEntry } from "../samples.ts";

const readable = addresses.filter(({ method }) => method === "GET");

/** Returns the parts of a response, for comparison. */
async function all(response: Response) {
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

describe("createApp() for every request", () => {
  it.each(addresses)("responds with its status, its type and its target: $kind", async ({ location, method, of, path, status, type }) => {
    const { headers, status: answered } = await appUnderTest(of).get(path, {}, method);
    expect(answered).toBe(status);
    expect(headers.get("content-type")).toBe(type ?? null);
    expect(headers.get("location")).toBe(location ?? null);
  });

  // Fetch §3.2, RFC 9110 §15.5.6.
  it.each(addresses)("allows every origin to read the response, and sets no cookie: $kind", async ({ method, of, path, type }) => {
    const { headers } = await appUnderTest(of).get(path, { origin: "https://reader.example" }, method);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toBe("ETag, Last-Modified, Link");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.has("content-security-policy")).toBe(type?.startsWith("text/html") ?? false);
    expect(headers.get("allow")).toBe(/POST|DELETE|OPTIONS/.test(method) ? "GET, HEAD, OPTIONS" : null);
  });

  // RFC 9111 §5.2; `s-maxage` and `must-revalidate` would forbid the edge to serve stale (RFC 5861).
  const lifetimes = {
    "until it changes": "public, max-age=1800, stale-while-revalidate=1800, stale-if-error=604800",
    "for a while": "public, max-age=1800",
    never: "no-store",
  };
  it.each(addresses)("sends the lifetime of the response: $kind", async ({ kept, method, of, path }) => {
    expect((await appUnderTest(of).get(path, {}, method)).headers.get("cache-control")).toBe(lifetimes[kept]);
  });

  // RFC 9110 §9.3.2.
  it.each(readable)("responds to HEAD like GET, without the body: $kind", async ({ of, path }) => {
    const { get } = appUnderTest(of);
    const [head, full] = [await all(await get(path, {}, "HEAD")), await all(await get(path))];
    expect(head).toEqual({ ...full, body: "" });
    expect(await all(await appUnderTest(of).get(path, {}, "HEAD"))).toEqual(head); // on a new instance
  });

  it.each(addresses)("responds the same each time, and from every instance: $kind", async ({ method, of, path }) => {
    const { get, logged, time } = appUnderTest(of);
    const first = await all(await get(path, {}, method));
    expect(await all(await get(path, {}, method))).toEqual(first);
    expect(await all(await appUnderTest(of).get(path, {}, method))).toEqual(first);
    time.now += 1_000_000; // nothing is scheduled
    expect(await all(await get(path, {}, method))).toEqual(first);
    expect(logged).toEqual([]);
  });

  const asked = [
    { "user-agent": "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers)" },
    { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)", accept: "text/html,application/xhtml+xml,*/*;q=0.1" },
    { accept: "application/feed+json", "accept-language": "de", "accept-charset": "iso-8859-1" },
    { accept: "image/png", cookie: "session=1; theme=dark", authorization: "Basic YTpi", referer: "https://evil.example/" },
    { range: "bytes=0-9", "if-range": '"x"', "a-im": "feed", te: "trailers", dnt: "1" },
    { "cache-control": "no-cache", pragma: "no-cache", "x-http-method-override": "DELETE", "x-forwarded-proto": "http" },
    { origin: "https://reader.example", "sec-fetch-mode": "cors", "upgrade-insecure-requests": "1" },
  ] as Record<string, string>[];
  const queries = ["?", "?utm_source=x&utm_medium=rss", "?feed=rss2", "?format=json&paged=2&limit=1", "?%", "?/atom.xml", "?a=b?c=d"];

  // RFC 9110 §12.5.5: a response depends only on path, preconditions and Accept-Encoding.
  it.each(readable)("ignores all other headers of a request: $kind", async ({ of, path }) => {
    const { get } = appUnderTest(of);
    const plain = await all(await get(path));
    for (const headers of asked) expect(await all(await get(path, headers))).toEqual(plain);
    const { location } = plain.headers as { readonly location?: string };
    for (const query of queries) {
      const headers = plain.status === 301 ? { ...plain.headers, location: withQuery(location ?? "", query) } : plain.headers;
      expect(await all(await get(path + query))).toEqual({ ...plain, headers });
    }
  });
});

describe("createApp() for a document", () => {
  // RFC 9110 §8.8.2, §8.8.3.
  it.each(documents)("sends both validators and the length: $kind", async ({ of, path }) => {
    const { get, time } = appUnderTest(of);
    const response = await get(path);
    expect(response.headers.get("etag")).toMatch(/^"[\x21\x23-\x7E]+"$/);
    const modified = response.headers.get("last-modified") ?? "";
    expect(new Date(modified).toUTCString()).toBe(modified);
    expect(Date.parse(modified)).toBeLessThanOrEqual(time.now);
    expect(response.headers.get("content-length")).toBe(String((await response.arrayBuffer()).byteLength));
  });

  it("sends a different ETag for every address", async () => {
    const tags = await Promise.all(documents.map(async ({ of, path }) => (await appUnderTest(of).get(path)).headers.get("etag")));
    const { get } = appUnderTest({ entries: [sampleEntry("one", { categories: ["Sea"] })] }); // no archive, no hub
    const small = ["", "/categories/sea", "/authors/the-desk"].flatMap((path) =>
      ["/", "/rss.xml", "/atom.xml", "/feed.json"].map((file) => path + file),
    );
    for (const path of small) tags.push((await get(path)).headers.get("etag"));
    expect(tags).not.toContain(null);
    expect(new Set(tags).size).toBe(documents.length + small.length);
  });

  it.each(addresses.filter((address) => !documents.includes(address)))("sends no validators with $kind", async ({ method, of, path }) => {
    const { headers } = await appUnderTest(of).get(path, {}, method);
    expect([headers.get("etag"), headers.get("last-modified")]).toEqual([null, null]);
  });
});
