import { describe, expect, it } from "vitest";
import { appUnderTest } from "../app-under-test.ts";
import { mannersSite } from "../manners-site.ts";

const { logged, get } = appUnderTest(mannersSite);
const wordsOfJavaScript = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
const long = 100_000;
const { headers: known } = await get("/atom.xml");
const tag = known.get("etag") ?? "";

// Each header is either valid or ignored, and never causes an error (RFC 9110 §5.5, §13.1.3, §14.2).
const headers: Readonly<Record<string, readonly (readonly [status: number, value: string])[]>> = {
  "if-none-match": [
    [200, '"'],
    [200, '"'.repeat(long - 1)],
    [200, 'W/"'],
    [200, "W/".repeat(long / 2)],
    [200, '"x",'.repeat(long / 4)],
    [304, `${'"x",'.repeat(long / 4)}${tag}`],
    [200, "*".repeat(long)],
    [200, '*, "x"'],
    [200, `"${"x".repeat(long)}`],
    [200, `"${"-gzip".repeat(long / 5)}"`],
    [200, "\u00e4\u00ff"],
    [200, "__proto__"],
  ],
  "if-modified-since": [
    [200, "Wed, 31 Dec 1969 23:59:59 GMT"],
    [200, "Thu, 01 Jan 1970 00:00:00 GMT"],
    [200, "Mon, 01 Jan 0001 00:00:00 GMT"],
    [304, "Fri, 31 Dec 9999 23:59:59 GMT"],
    [200, "Sat, 01 Jan 10000 00:00:00 GMT"],
    [200, "Sun, 06 Nov -2030 00:00:00 GMT"],
    [200, "Wed, 32 Jan 2030 00:00:00 GMT"],
    [200, "Wed, 06 Nov 2030 25:00:00 GMT"],
    [200, "Wed, 06 Nov 2030 12:00:00 CET"],
    [200, "Wed, 06 Nov 2030 12:00:00 GMT, Wed, 06 Nov 2030 12:00:00 GMT"],
    [200, "2030-11-06"],
    [200, "1893456000"],
    [200, "0"],
    [200, ""],
    [200, "9".repeat(long)],
    [200, `Wed, 06 Nov 2030 12:00:00${" ".repeat(long)}GMT`],
  ],
  "accept-encoding": [
    [200, ",".repeat(long)],
    [200, ";".repeat(long)],
    [200, `gzip;q=${"9".repeat(long)}`],
    [200, `gzip;${"q".repeat(long)}=1`],
    [200, `q${" ".repeat(long)}=`],
    [200, "gzip;q=-1"],
    [200, "gzip;q=NaN;q=1"],
    [200, "__proto__, constructor;q=0"],
    [200, "\u00e4"],
  ],
  range: [
    [200, "bytes=0-0"],
    [200, "bytes=99999999-"],
    [200, "bytes=-0"],
    [200, `bytes=${"0-0,".repeat(long / 4)}`],
    [200, "lines=1-2"],
    [200, "\u00ff"],
  ],
  origin: [
    [200, "null"],
    [200, "javascript:alert(1)"],
    [200, "x".repeat(long)],
  ],
  cookie: [[200, "a=b; ".repeat(long / 5)]],
  "x-http-method-override": [[200, "DELETE"]],
  "x-original-url": [[200, "/gone"]],
  "x-rewrite-url": [[200, "https://evil.example/"]],
  "x-forwarded-host": [[200, "evil.example"]],
  "content-type": [[200, "multipart/form-data; boundary=".padEnd(long, "x")]],
};

describe("createApp() with an invalid header", () => {
  const cases = Object.entries(headers).flatMap(([name, values]) =>
    values.map(([status, value]) => ({ name, status, value, shown: value.slice(0, 40) })),
  );

  it.each(cases)("responds to $name: $shown with $status", async ({ name, status, value }) => {
    const response = await get("/atom.xml", { [name]: value });
    expect(response.status).toBe(status);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("etag")?.replace("-gzip", "")).toBe(tag);
    expect(logged).toEqual([]);
  });

  it("accepts thousands of headers", async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x-${index}`, "y".repeat(20)]));
    expect((await get("/atom.xml", many)).status).toBe(200);
  });

  it("accepts headers named __proto__ and constructor", async () => {
    const response = await get("/atom.xml", JSON.parse('{ "__proto__": "x", "constructor": "y" }') as Record<string, string>);
    expect(response.status).toBe(200);
  });
});

describe("createApp() with an unusual method", () => {
  // RFC 9110 §9.1: method names are case-sensitive, but Fetch §4.6 converts six of them to upper case.
  const methods: readonly (readonly [method: string, status: number])[] = [
    ...(["get", "Head"] as const).map((method) => [method, 200] as const),
    ["oPTIONS", 204],
    ...[..."post Patch PATCH QUERY PROPFIND MKCOL M-SEARCH PURGE BREW GETS GE ALL all USE * ! 0".split(" "), ...wordsOfJavaScript].map(
      (method) => [method, 405] as const,
    ),
    ["X".repeat(10_000), 405],
  ];

  it.each(methods)("responds to %s with %i at every address", async (method, status) => {
    for (const path of ["/rss.xml", "/", "/health", "/opml.xml", "/sitemap/1.xml", "/favicon.ico"]) {
      const plain = (await get(path)).status;
      expect((await get(path, {}, method)).status).toBe(status === 200 ? plain : status);
    }
    expect(logged).toEqual([]);
  });

  it("refuses a body without reading it", async () => {
    const { app } = appUnderTest(mannersSite);
    const request = new Request("https://news.example/rss.xml", {
      method: "POST",
      body: "x".repeat(long),
      headers: { "x-http-method-override": "GET" },
    });
    expect((await app.fetch(request)).status).toBe(405);
    expect(request.bodyUsed).toBe(false);
  });
});
