import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { examineSite } from "../../../src/doctor/examine-site.ts";
import { goodAtom, goodRss, listen, network } from "./feed-server.ts";

type Body = string | Uint8Array;

const rss = goodRss("https://news.example/feed.xml");
const title = (text: string) => rss.replace("<title>News</title>", `<title>${text}</title>`);
const doctype = (declaration: string) => title("&x;").replace("<rss", `<!DOCTYPE rss [${declaration}]>\n<rss`);
const version = '{"version":"https://jsonfeed.org/version/1.1","title":"News",';

/** Returns the errors at the root of a site that answers with a document. */
async function errorsOf(body: Body, headers: Record<string, string> = {}): Promise<string[]> {
  const origin = await listen(({ method, url }, response) => {
    if (url !== "/") response.writeHead(404).end();
    else response.writeHead(200, headers).end(method === "HEAD" ? undefined : body);
  });
  const { feeds, findings } = await examineSite(`${origin}/`, { ...network, timeoutMs: 20_000 }, undefined);
  const all = [...findings, ...feeds.flatMap((feed) => feed.findings)].filter(({ severity }) => severity === "error");
  return all.map(({ check, evidence, message }) => `${check}: ${message}; ${evidence}`);
}

describe("examineSite() explains the fault of", () => {
  it.each<[string, Body, RegExp, Record<string, string>?]>([
    ["an ampersand", title("Q & A"), /^well-formed: .*line 2: a bare ampersand in "Q & A"/],
    ["a less-than sign", title("a < b"), /^well-formed: .*line 2: a < that begins no tag/],
    ["an undefined entity", title("a&nbsp;b"), /^well-formed: .*line 2: an entity that XML does not define/],
    ["a document that was cut off", rss.slice(0, 300), /^well-formed: .*line 2: /],
    [
      "a public external entity",
      doctype('<!ENTITY x PUBLIC "-//A//B//EN" "https://a.example/b.ent">'),
      /^well-formed: .*external entity, https:\/\/a\.example\/b\.ent, which/,
    ],
    ["an external entity", doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), /^well-formed: .*external entity, file:\/\/\/etc\/passwd/],
    ["deep nesting", title(`${"<b>".repeat(300)}${"</b>".repeat(300)}`), /^well-formed: .*nested more than 256 deep$/],
    ["elements that nothing closes", title("<b>".repeat(5000)), /^well-formed: .*line 2: <b> is never closed: <\/title> on line 2/],
    ["too many of them", title("<b>".repeat(50_000)), /^well-formed: .*nested more than 256 deep$/],
    [
      "a title that no entry closes",
      title("News</title>\n<item><title>a<link>b</link></item>".repeat(300)),
      /^well-formed: .*line 3: <title> is never closed: <\/item> on line 3 comes before <\/title>/,
    ],
    ["a marker of Git before it", `<<<<<<< HEAD\n${rss}`, /^well-formed: .*other output: "<<<<<<< HEAD"/],
    ["JSON Feed with a syntax error", `${version}"items":[}`, /^well-formed: It is JSON Feed that cannot be parsed; Unexpected token/],
    ["items that are an object", `${version}"items":{"0":{}}}`, /^well-formed: .*its "items" are not an array/],
    ["an attribute that occurs twice", rss.replace("<rss ", '<rss version="2.0" '), /^well-formed: .*the attribute version occurs twice/],
    ["JSON without a version", '{"title":"News"}', /^reachable: It is not a feed: it is JSON without the version/],
    ["other JSON with a syntax error", '{"title":', /^reachable: It is not a feed: it is JSON with a syntax error/],
    ["a JSON array", "[]", /^reachable: It is not a feed: it is a JSON array/],
    ["an empty body", "", /^reachable: It is not a feed: it is empty/],
    ["white space", " \n", /^reachable: It is not a feed: it is empty/],
    ["gzip in gzip", gzipSync(gzipSync(rss)), /^reachable: It is not a feed: it is compressed twice/, { "content-encoding": "gzip" }],
    ["a gzip bomb", gzipSync(Buffer.alloc(21_000_000, " ")), /^size: It is longer than 20\.0 MB/, { "content-encoding": "gzip" }],
    ["a lone entry", goodAtom("").replace(/^[\s\S]*<entry>/, '<entry xmlns="http://www.w3.org/2005/Atom">'), /a lone Atom entry/],
    [
      "an unknown encoding",
      rss.replace("utf-8", "klingon"),
      /^charset: It is RSS 2.0 that cannot be decoded; no encoding is called "klingon"/,
    ],
    ["OPML", '<opml version="2.0"><head><title>Feeds</title></head><body></body></opml>', /^reachable: It is not a feed: it is OPML/],
    ["other XML", '<?xml version="1.0"?><note><title>x</title></note>', /^reachable: .*the root element <note>/],
    [
      "a fatal error of PHP",
      "<br />\n<b>Fatal error</b>:  Uncaught Error: x in /a.php:3\nStack trace:\n#0 {main}\n  thrown in <b>/a.php</b> on line <b>3</b><br />",
      /^reachable: It is not a feed: it is a message of PHP: "Fatal error: Uncaught Error: x in \/a\.php:3"/,
    ],
    [
      "a pointer of Git LFS",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
      /^reachable: It is not a feed: it is a pointer of Git LFS/,
    ],
    [
      "an escaped XML declaration",
      rss.replace("<?xml", "&lt;?xml"),
      /^well-formed: It is RSS 2.0 .*line 2 only; .*other output: "&lt;\?xml/,
    ],
    ["plain text", "Hello, world", /^reachable: .*neither XML nor JSON: it begins with "Hello, world"/],
    ["gzip without a header", gzipSync(rss), /^reachable: It is not a feed: it is compressed by gzip, and no Content-Encoding/],
    [
      "a warning of PHP before it",
      `<br />\n<b>Warning</b>: Undefined key in <b>/a.php</b> on line <b>1</b><br />\n${rss}`,
      /^well-formed: It is RSS 2.0 .*begins on line 3 only; .*Undefined key/,
    ],
    [
      "a notice in plain text before it",
      `\nNotice: Undefined index: x in /a.php\n${rss}`,
      /^well-formed: It is RSS 2.0 .*line 3 only; .*Notice: Undefined index/,
    ],
    ["a block of HTML before it", `<div class="error">Error</div>${rss}`, /^well-formed: It is RSS 2.0 .*line 1 only/],
    ["front matter before it", `---\nlayout: null\n---\n${rss}`, /^well-formed: It is RSS 2.0 .*line 4 only; .*layout: null/],
    ["a template before it", `{% comment %}{% endcomment %}\n${goodAtom("")}`, /^well-formed: It is Atom 1.0 .*line 2 only; .*% comment/],
    ["no channel", rss.replaceAll(/<\/?channel>/g, ""), /^MissingElement: It is RSS 2.0, but it has no <channel>/],
    [
      "no channel in an old version",
      '<rss version="0.91"><title>x</title></rss>',
      /^MissingElement: It is RSS 0.91, but it has no <channel>/,
    ],
    ["a second root", `${rss}${rss.slice(rss.indexOf("<rss"))}`, /^well-formed: .*a second document begins here/],
    [
      "the page of a login",
      "<!doctype html><title>Log In &lsaquo; News</title><form></form>",
      /^discovery: Cannot find a feed: the server answers 200 with the page of a login, "Log In ‹ News"/,
    ],
    [
      "a page",
      "<!doctype html><title>A &amp; B</title>",
      /^discovery: Cannot find a feed: the page "A & B" has no <link rel="alternate"> to a feed/,
    ],
    [
      "an error page",
      "<!DOCTYPE html><html><title>Error establishing a database\n connection</title></html>",
      /^discovery: .*the server answers 200 with an error page, "Error establishing a database connection"/,
    ],
    [
      "gzip that is cut off",
      gzipSync(rss).subarray(0, -60),
      /^well-formed: .*the document ends, .*Content-Encoding: gzip.*cut off/,
      { "content-encoding": "gzip" },
    ],
    ["a page after a warning", "Warning: no database <br><html><body>News</body></html>", /^discovery: Cannot find a feed/],
  ])("%s", async (_name, body, expected, headers) => {
    const [first, ...others] = await errorsOf(body, headers);
    expect(first).toMatch(expected);
    expect(others.filter((text) => text.startsWith("discovery") || text.startsWith("reachable"))).toEqual([]);
  });

  it.each([
    '<!ENTITY x "News">',
    '<!ENTITY x "News"><!ENTITY logo SYSTEM "logo.txt">',
    '<!ENTITY logo SYSTEM "a>b.txt"><!ENTITY x "News">',
    '<!ENTITY x "News"><!ENTITY logo PUBLIC "-//A//B//EN" "http://a.example/b.txt">',
    '<!ENTITY x "News"><!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://a.example/b.ent"> %HTMLlat1;',
    '<!ENTITY x "News"><!ENTITY % local "a"> %local;',
    '<!-- <!ENTITY --><!ENTITY x "News">',
  ])("no entity that the document declares: %s", async (declarations) => {
    expect(await errorsOf(doctype(declarations))).toEqual([]);
  });
});

describe("examineSite() sends one request to", () => {
  const count = async (status: number, headers: Record<string, string>) => {
    let requests = 0;
    const origin = await listen((_request, response) => {
      requests++;
      response.writeHead(status, headers).end();
    });
    const { feeds, findings } = await examineSite(`${origin}/`, network, undefined);
    const messages = [...findings, ...feeds.flatMap((feed) => feed.findings)].map(({ message }) => message);
    return { messages, requests };
  };

  it.each([
    [429, { "retry-after": "120" }, "It limits requests: 429, and asks to try again in 2 minutes"],
    [503, { "retry-after": "7200" }, "It is not available: 503, and asks to try again in 2 hours"],
    [429, {}, "It limits requests: 429"],
  ])("a server that answers %i with %j", async (status, headers, message) => {
    expect(await count(status, headers as Record<string, string>)).toEqual({ messages: [message], requests: 1 });
  });

  it("a slow server", async () => {
    let requests = 0;
    const origin = await listen(() => void requests++);
    const { feeds } = await examineSite(`${origin}/feed.xml`, { ...network, timeoutMs: 100 }, undefined);
    expect(feeds[0]?.findings[0]?.message).toMatch(/^Cannot reach it: /);
    expect(requests).toBe(1);
  });
});

describe("examineSite() advises about a page", () => {
  it("that links to a feed that does not exist", async () => {
    const origin = await listen(({ url }, response) => {
      if (url !== "/") response.writeHead(404).end();
      else response.end('<!doctype html><title>News</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">');
    });
    const adviceAt = async (path: string) => (await examineSite(origin + path, network, undefined)).feeds[0]?.findings[0]?.advice;
    expect(await adviceAt("/")).toBe(`Correct the address of the feed in ${origin}/, which links to it; redirect it if the feed has moved`);
    expect(await adviceAt("/feed.xml")).toMatch(/^Check the address for typing errors/);
  });
});
