import { describe, expect, it } from "vitest";
import { appUnderTest } from "../app-under-test.ts";
import { mannersSite } from "../manners-site.ts";

const { logged, get } = appUnderTest(mannersSite);
const origin = mannersSite.site.url;

// 404 is for what is not an address. What the URL Standard resolves before anybody sees it (`..`, `\`) is asked for as it is then.
const paths: Readonly<Record<string, readonly (readonly [path: string, status: number, location?: string])[]>> = {
  "an unknown encoding": [
    ["/%", 404],
    ["/%4", 404],
    ["/%zz", 404],
    ["/rss.xml%", 404],
    ["/%u0041", 404],
    ["/tag/%ff/feed/", 404],
  ],
  "bytes that are not UTF-8": [
    ["/%ff", 404],
    ["/%C0%AFrss.xml", 404], // overlong "/"
    ["/%c0%80", 404], // overlong NUL
    ["/%E0%80%AF", 404],
    ["/%ED%A0%80", 404], // a surrogate
    ["/%F8%88%80%80%80", 404],
    ["/articles/%FCber", 404], // ISO 8859-1
  ],
  "invisible characters": [
    ["/rss.xml%00", 404],
    ["/%00/rss.xml", 404],
    ["/articles/e1%00.html", 404],
    ["/articles/e1%0A", 404],
    ["/articles/e1%0d%0aSet-Cookie:%20a=b", 404],
    ["/tag/deep-sea%0d%0aLocation:%20https:%2f%2fevil.example/feed/", 404],
    ["/rss.xml%20", 404],
    ["/%20", 404],
    ["/%EF%BB%BFrss.xml", 404],
    ["/rss.xml%E2%80%8B", 404],
    ["/%E2%80%AElmx.ssr", 404],
  ],
  "another spelling of an address": [
    ["/%72ss.xml", 200],
    ["/rss%2exml", 200],
    ["/archive/%31/", 200],
    ["/articles/u%CC%88ber", 200], // NFD
    ["/a%CC%88lter", 301, "/articles/e6"],
    ["/RSS.XML", 404],
    ["/Articles/E1", 404],
  ],
  "dots and slashes": [
    ["/../rss.xml", 200],
    ["/%2e%2e/rss.xml", 200],
    ["/articles/.%2E/rss.xml", 200],
    ["/articles/./e1", 200],
    ["/..%2frss.xml", 404],
    ["/articles/..%2f..%2fetc%2fpasswd", 404],
    ["/%252e%252e/rss.xml", 404],
    ["/...", 404],
    ["/rss.xml.", 404],
    ["/rss.xml/.", 301, "/rss.xml"],
    ["//", 301, "/"],
    ["/%2F", 301, "/"],
    ["///", 301, "/"],
    ["//rss.xml", 301, "/rss.xml"],
    ["/%2Frss.xml", 301, "/rss.xml"],
    ["/rss.xml//", 301, "/rss.xml"],
    ["/articles//e1", 301, "/articles/e1"],
    ["/articles/e1//", 301, "/articles/e1"],
    ["/moved//", 301, "/articles/e7?from=old#top"],
    ["/gone//", 410],
    ["/articles//nothing", 404],
  ],
  "backslashes and semicolons": [
    ["/articles\\e1", 200],
    ["/articles%5ce1", 404],
    ["/rss.xml;jsessionid=1", 404],
    ["/;/rss.xml", 404],
    ["/articles/e1;v=1", 404],
  ],
  "another host": [
    ["//evil.example", 404],
    ["//evil.example/rss.xml", 404],
    ["//evil.example/%2e%2e", 301, "/"],
    ["/\\evil.example", 404],
    ["/\\/evil.example/", 404],
    ["/%5cevil.example/", 404],
    ["/%2f%2fevil.example", 404],
    ["/%2f%2fevil.example/feed/", 404],
    ["/https://evil.example/", 404],
    ["/@evil.example", 404],
    ["/.evil.example", 404],
    ["/:80", 404],
    ["/tag/https:%2f%2fevil.example/feed/", 404],
  ],
  "an archive page that there is not": [
    ...["0", "-1", "+1", "01", "1.0", "1e0", "0x1", "1%20", "%201", "5", "999999999", "99999999999999999999", "NaN", "Infinity"],
    ...["", "١", "%D9%A1", "1,2", "1/archive/1", "1/1", "constructor", "__proto__"],
  ].flatMap((number) => [
    [`/archive/${number}/`, 404] as const,
    [`/archive/${number}/rss.xml`, 404] as const,
    [`/authors/ada/archive/${number}/feed.json`, 404] as const,
  ]),
  "a number of a sitemap that there is not": ["0", "1", "2", "-1", "01", "1.5", "999999999999999999999", "constructor"].map(
    (number) => [`/sitemap/${number}.xml`, 404] as const,
  ),
  "a word of JavaScript": ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"].flatMap((word) =>
    ["", "/tag", "/categories", "/feeds", "/author"].flatMap((before) => [
      [`${before}/${word}`, 404] as const,
      [`${before}/${word}/`, 404] as const,
      [`${before}/${word}/feed/`, 404] as const,
      [`${before}/${word}.rss.xml`, 404] as const,
    ]),
  ),
  "half an address": [
    ...["/archive", "/archive/", "/sitemap", "/sitemap/", "/media/", "/tag", "/tag//feed/", "/tag/%20/", "/author/"].map(
      (path) => [path, 404] as const,
    ),
    ["/articles", 301, "/"],
    ["/articles/", 301, "/"],
  ],
  "what scanners look for": [
    "/.env",
    "/.git/config",
    "/wp-login.php",
    "/xmlrpc.php",
    "/$%7Bjndi:ldap:%7D",
    "/<script>",
    "/*",
    "/'",
    '/"',
  ].map((path) => [path, 404] as const),
  "a query": [
    "?",
    "??",
    "?%",
    "?%00",
    "?/atom.xml",
    "?url=https://evil.example/",
    "?__proto__[x]=1",
    "?a[]=1&a[b]=2&a=%ff",
    "?#/",
    "?\\",
    `?${"a=b&".repeat(25_000)}`,
  ].map((query) => [`/rss.xml${query}`, 200] as const),
  // docs/moving.md: of whatever there is, with a slash too many.
  "a file with a slash at its end": ["/opml.xml", "/sitemap.xml", "/robots.txt", "/health"].map((path) => [`${path}/`, 301, path] as const),
  "a very long path": [
    [`/${"a".repeat(10_000)}`, 404],
    [`/articles/e1/${"x/".repeat(5000)}`, 404],
    [`/${"%2e%2e%2f".repeat(1500)}rss.xml`, 404],
    [`/archive/${"1".repeat(10_000)}/`, 404],
    [`/tag/${"%F0%9F%90%9F".repeat(1000)}/feed/`, 404],
  ],
};

describe.each(Object.entries(paths))("createApp() with a request for %s", (_kind, cases) => {
  it.each(cases.map(([path, status, location]) => ({ path, status, location, shown: path.slice(0, 60) })))(
    "responds to $shown with $status",
    async ({ location, path, status }) => {
      const response = await get(path);
      expect(response.status).toBe(status);
      expect(response.headers.get("location")).toBe(location === undefined ? null : origin + location);
      expect(logged).toEqual([]);
    },
  );
});
