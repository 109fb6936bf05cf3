import { describe, expect, it } from "vitest";
import { createBundledStore } from "../../src/store/bundled-store.ts";
import { appUnderTest } from "../app-under-test.ts";
import { addresses, documents, feedDocuments, mannersSite } from "../manners-site.ts";

const never = "Mon, 01 Jan 1990 00:00:00 GMT";
const weekSeconds = 604_800;

interface Validators {
  readonly tag: string;
  readonly date: string;
}

const inside = (tag: string) => tag.slice(1, -1);
const moved = (date: string, seconds: number) => new Date(Date.parse(date) + seconds * 1000).toUTCString();

type Preconditions = readonly [criterion: string, headersFor: (validators: Validators) => Record<string, string>];

// RFC 9110 §13.1.2, §13.1.3, §13.2.2, and §8.8.3.2 for the comparison.
const unchanged: readonly Preconditions[] = [
  ["the tag alone", ({ tag }) => ({ "if-none-match": tag })],
  ["the tag made weak", ({ tag }) => ({ "if-none-match": `W/${tag}` })],
  ["the tag in a list", ({ tag }) => ({ "if-none-match": `"x", W/"y,z",${tag} , "w"` })],
  ["a list with empty elements", ({ tag }) => ({ "if-none-match": `, ,${tag},,` })],
  ["the tag of the gzip bytes", ({ tag }) => ({ "if-none-match": `"${inside(tag)}-gzip"` })],
  ["the tag as a compressing server marks it", ({ tag }) => ({ "if-none-match": `W/"${inside(tag)};br"` })],
  ["a star", () => ({ "if-none-match": "*" })],
  ["the date alone", ({ date }) => ({ "if-modified-since": date })],
  ["a later date", ({ date }) => ({ "if-modified-since": moved(date, weekSeconds) })],
  ["the same tag, with any date", ({ tag }) => ({ "if-none-match": tag, "if-modified-since": never })],
  ["the same tag with a date that is none", ({ tag }) => ({ "if-none-match": tag, "if-modified-since": "yesterday" })],
  ["the tag, forcing caches on the way", ({ tag }) => ({ "if-none-match": tag, "cache-control": "no-cache", pragma: "no-cache" })],
  ["the tag without its quotation marks", ({ tag }) => ({ "if-none-match": inside(tag) })],
  ["the weak tag without its quotation marks", ({ tag }) => ({ "if-none-match": `W/${inside(tag)}` })],
  ["the tag in single quotation marks", ({ tag }) => ({ "if-none-match": `'${inside(tag)}'` })],
];

const changed: readonly Preconditions[] = [
  ["another tag", () => ({ "if-none-match": '"other"' })],
  ["another tag, with any date", ({ date }) => ({ "if-none-match": '"other"', "if-modified-since": date })],
  ["a tag that goes on", ({ tag }) => ({ "if-none-match": `"${inside(tag)}0"` })],
  ["a tag that is a part", ({ tag }) => ({ "if-none-match": `"${inside(tag).slice(1)}"` })],
  ["the tag in capital letters", ({ tag }) => ({ "if-none-match": tag.toUpperCase() })],
  ["a star in quotation marks", () => ({ "if-none-match": '"*"' })],
  ["an empty list, with any date", ({ date }) => ({ "if-none-match": "", "if-modified-since": date })],
  ["an earlier date", ({ date }) => ({ "if-modified-since": moved(date, -1) })],
  ["the date in another zone", ({ date }) => ({ "if-modified-since": date.replace("GMT", "+0000") })],
  ["a part of a range", ({ tag }) => ({ range: "bytes=0-0", "if-range": tag })],
];

async function validatorsOf(get: ReturnType<typeof appUnderTest>["get"], path: string): Promise<Validators> {
  const { headers } = await get(path);
  return { tag: headers.get("etag") ?? "", date: headers.get("last-modified") ?? "" };
}

describe("createApp() with a precondition for a document", () => {
  it.each(documents)("responds 304 to GET and HEAD if nothing has changed: $kind", async ({ of, path }) => {
    const { get } = appUnderTest(of);
    const validators = await validatorsOf(get, path);
    const answered = await Promise.all(
      unchanged.flatMap(([criterion, headersFor]) =>
        ["GET", "HEAD"].map(async (method) => `${criterion}: ${(await get(path, headersFor(validators), method)).status}`),
      ),
    );
    expect(answered).toEqual(unchanged.flatMap(([criterion]) => [`${criterion}: 304`, `${criterion}: 304`]));
  });

  it.each(documents)("responds in full if the document has, or may have, changed: $kind", async ({ of, path }) => {
    const { get } = appUnderTest(of);
    const validators = await validatorsOf(get, path);
    const body = await (await get(path)).text();
    for (const [criterion, headersFor] of changed) {
      const response = await get(path, headersFor(validators));
      expect([criterion, response.status, (await response.text()) === body]).toEqual([criterion, 200, true]);
    }
  });

  // RFC 9110 §15.4.5: a 304 has the headers that a cache needs, and none about its missing body.
  it.each(documents)("repeats the headers of the 200 in the 304, without a body: $kind", async ({ of, path }) => {
    const { get } = appUnderTest(of);
    for (const encoding of ["identity", "gzip"]) {
      const full = await get(path, { "accept-encoding": encoding });
      const headers = Object.fromEntries([...full.headers].filter(([name]) => !/^content-/.test(name)));
      expect(Object.keys(headers)).toEqual(
        expect.arrayContaining(["cache-control", "etag", "last-modified", "access-control-allow-origin"]),
      );
      const preconditions = { "if-none-match": headers["etag"] ?? "" };
      const response = await get(path, { ...preconditions, "accept-encoding": encoding });
      expect(response.status).toBe(304);
      expect(Object.fromEntries(response.headers)).toEqual(headers);
      expect(response.body).toBeNull();
    }
  });

  it.each(feedDocuments)("repeats the links of a feed in its 304: $kind", async ({ of, path }) => {
    const { headers, status } = await appUnderTest(of).get(path, { "if-none-match": "*" });
    expect(status).toBe(304);
    expect(headers.get("link")).toContain(`<https://news.example${path}>; rel="self"`);
  });

  it("responds 304 on a new instance that has rendered nothing", async () => {
    for (const { of, path } of documents) {
      const validators = await validatorsOf(appUnderTest(of).get, path);
      expect((await appUnderTest(of).get(path, { "if-none-match": validators.tag })).status).toBe(304);
    }
  });
});

describe("createApp() with a precondition for other responses", () => {
  const others = addresses.filter((address) => !documents.includes(address));

  // RFC 9110 §13.2.1: preconditions apply only to a 200. A 304 for a 410 would keep the old document in caches.
  it.each(others)("responds as without the precondition: $kind", async ({ method, of, path, status }) => {
    const { get } = appUnderTest(of);
    const plain = await get(path, {}, method);
    const conditions = [{ "if-none-match": "*" }, { "if-none-match": '"x"' }, { "if-modified-since": "Thu, 07 Nov 2030 00:00:00 GMT" }];
    for (const headers of conditions as Record<string, string>[]) {
      const response = await get(path, headers, method);
      expect(response.status).toBe(status);
      expect(Object.fromEntries(response.headers)).toEqual(Object.fromEntries(plain.headers));
    }
  });

  it("never responds to a failure with a 304", async () => {
    const down = () => Promise.reject(new Error("down"));
    const store = { ...createBundledStore({ ...mannersSite, development: false }), snapshot: down };
    const { get } = appUnderTest({ ...mannersSite, store });
    for (const { path } of feedDocuments) expect((await get(path, { "if-none-match": "*" })).status).toBe(503);
  });
});
