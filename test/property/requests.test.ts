import { describe, expect, it } from "vitest";
import { withQuery } from "../../src/routing/with-query.ts";
import { anyCharacter } from "../any-character.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { addresses, mannersSite } from "../manners-site.ts";
import { law } from "./law.ts";

const { "/shop": _, ...moved } = mannersSite.redirects.moved; // the only one that may leave the site
const site = { ...mannersSite, redirects: { ...mannersSite.redirects, moved } };
const origin = mannersSite.site.url;

const real = [
  ...new Set([
    ...addresses.flatMap(({ path }) => path.split("/")),
    "feed",
    "feeds",
    "tag",
    "category",
    "blog",
    "json",
    "index.xml",
    "by_tag",
  ]),
];
const hostile = [
  ..."  . .. ... %2e%2e %2E. %2F %2f%2f %5C \\ \\\\ ; ;a=b : @ * ' \" < %3C ~ + % %4 %zz %ff %C0%AF %ED%A0%80 %00 %0A %25 %252e %20".split(
    " ",
  ),
  ..."%E2%80%AE %0d%0aSet-Cookie:%20a=b \t \n evil.example @evil.example http: https: https:%2f%2fevil.example".split(" "),
  ..."__proto__ constructor toString ١ -1 0 01 1e9".split(" "),
];
const arbitraryText = fc.string({ unit: anyCharacter, maxLength: 12 });
const encodedText = arbitraryText.map((text) => encodeURIComponent(text.toWellFormed()));

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...real) },
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: arbitraryText },
  { weight: 1, arbitrary: encodedText },
);
const anyPath = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...addresses.map(({ path }) => path)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...addresses.map(({ path }) => path)), piece).map(([path, end]) => path + end) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join("/")}`) },
);
// The raw path: a Request would resolve `..` and drop trailing white space.
const somePath = anyPath.map((path) => new URL(origin + path).pathname);
const someQuery = fc.oneof(
  fc.constant(""),
  fc.oneof(arbitraryText, encodedText, piece).map((text) => `?${text}`),
);

// A Request rejects CONNECT, TRACE and TRACK, and any method that is not a token (RFC 9110 §5.6.2).
const someToken = fc
  .stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/)
  .filter((method) => !/^(?:connect|trace|track|patch)$/i.test(method));
const someMethod = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("GET", "HEAD") },
  { weight: 2, arbitrary: fc.constantFrom("OPTIONS", "POST", "PUT", "DELETE", "PATCH", "QUERY", "__proto__", "constructor") },
  { weight: 1, arbitrary: someToken },
);

const valuePiece = fc.constantFrom(
  ...'" W/ * , ; = gzip br q= q=0 0 1 bytes= - GMT \u00ff x'.split(" "),
  " ",
  "Wed, 06 Nov 2024 12:00:00 GMT",
);
const someValue = fc.oneof(
  fc.constantFrom("*", "Wed, 06 Nov 2024 12:00:00 GMT", "gzip", "gzip, br"),
  fc.array(valuePiece, { maxLength: 10 }).map((pieces) => pieces.join("")),
  fc.stringMatching(/^[\t -~\u0080-\u00ff]{0,20}$/),
);
const someHeaders = fc.dictionary(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom("if-none-match", "if-modified-since", "accept-encoding", "range", "accept", "origin", "cookie", "host"),
    },
    { weight: 1, arbitrary: someToken },
  ),
  someValue,
  { maxKeys: 4 },
);

const someRequest = fc.record({ headers: someHeaders, method: someMethod, path: somePath, query: someQuery });

const answers = (method: string, status: number) => {
  if (method === "OPTIONS") return status === 204;
  return method === "GET" || method === "HEAD" ? [200, 301, 302, 304, 404, 410].includes(status) : status === 405;
};

describe("for any request", () => {
  const { get, logged } = appUnderTest(site);

  law("every response is an expected one, allows cross-origin reads, and nothing is logged", [someRequest], async (request) => {
    const { headers, method, path, query } = request;
    const response = await get(path + query, headers, method);
    expect(response.status).toSatisfy((status: number) => answers(new Request(origin, { method }).method, status));
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toMatch(/^(?:public, max-age=\d+(?:, stale-[a-z-]+=\d+){0,2}|no-store)$/);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(logged).toEqual([]);
  });

  law("every redirect leads to an existing address of the site in one step", [somePath, someQuery], async (path, query) => {
    const location = (await get(path + query)).headers.get("location");
    if (location === null || location === site.site.favicon) return; // which no app answers by itself
    expect(location).toMatch(/^https:\/\/news\.example\/[!-~]*$/);
    expect(new URL(location).href).toBe(location);
    expect((await get(location.slice(origin.length))).status).toBe(200);
  });

  law("HEAD has the same response as GET, without a body", [someHeaders, somePath, someQuery], async (headers, path, query) => {
    const [full, head] = [await get(path + query, headers), await get(path + query, headers, "HEAD")];
    expect([head.status, [...head.headers]]).toEqual([full.status, [...full.headers]]);
    expect(await head.text()).toBe("");
  });

  law("a query string changes nothing, and redirects keep it", [somePath, someQuery], async (path, query) => {
    const [asked, plain] = [await get(path + query), await get(path)];
    const location = plain.headers.get("location");
    if (location !== null && plain.status === 301)
      plain.headers.set("location", withQuery(location, new URL(origin + path + query).search));
    expect([asked.status, [...asked.headers], await asked.text()]).toEqual([plain.status, [...plain.headers], await plain.text()]);
  });
});

// So long that code with more than linear time exceeds the timeout.
describe("a very long path", () => {
  const length = 200_000;
  const shapes: readonly ((middle: string) => string)[] = [
    (middle) => `/${middle}`,
    (middle) => `/tag/a${middle}a`,
    (middle) => `/categories/a${middle}a/feed/atom/`,
    (middle) => `/feed/by_tag/a${middle}a.xml`,
    (middle) => `/archive/${middle}/rss.xml`,
    (middle) => `/articles/e1${middle}`,
  ];

  it.each("/archive/1 /tag/ /feed/feed / //a . - ' a- 1 %20 %2e %2F % %ff \\ é ; /.. /a/../b".split(" "))(
    "that repeats %j gets the same status as a short one",
    async (piece) => {
      const { get, logged } = appUnderTest(site);
      for (const shape of shapes) {
        const middle = piece.repeat(length / piece.length);
        expect((await get(shape(middle))).status).toBeOneOf([404, (await get(shape(piece.repeat(3)))).status]);
      }
      expect(logged).toEqual([]);
    },
    15_000,
  );
});
