import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import type { Finding } from "../../../src/doctor/live-site/finding.ts";
import type { Network } from "../../../src/network/request.ts";

/** The differences from a correct server. */
export interface Manners {
  /** The document at an address. */
  readonly document?: (url: string) => string | Uint8Array;
  /** Headers of every response that replace the usual ones; undefined omits one, and a list sends one several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Handles a request; returns true if it has responded. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse, origin: string) => boolean | undefined;
  /** Compresses without negotiation, or never; undefined: if the client accepts it. */
  readonly gzip?: "always" | "never";
  /** True if both encodings have the same ETag. */
  readonly isTagShared?: boolean;
}

/** The current time in the tests. */
export const now = Date.UTC(2024, 10, 7);
const modified = "Wed, 06 Nov 2024 12:00:00 GMT";

/** A network without pauses, at the time of the tests. */
export const network: Network = { fetch, now: () => now, wait: async () => {}, timeoutMs: 2000 };

/** Starts a local server for the duration of the test; returns its origin. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a server with a feed at /feed.xml that is correct except for the given differences. */
export async function startFeedServer(manners: Manners = {}): Promise<string> {
  const origin = await listen((request, response) => {
    if (manners.respond?.(request, response, origin)) return;
    const { pathname } = new URL(request.url ?? "", origin);
    if (!pathname.startsWith("/feed")) response.writeHead(404).end();
    else answer(request, response, manners, Buffer.from((manners.document ?? goodRss)(origin + pathname)));
  });
  return origin;
}

function answer({ headers: asked, method }: IncomingMessage, response: ServerResponse, manners: Manners, document: Uint8Array): void {
  const isAsked = /\bgzip\b/.test(String(asked["accept-encoding"]));
  const isGzip = manners.gzip === "always" || (manners.gzip !== "never" && isAsked);
  const tag = createHash("sha256").update(document).digest("hex").slice(0, 16);
  const headers: Record<string, string | readonly string[] | undefined> = {
    "content-type": "application/rss+xml; charset=utf-8",
    etag: isGzip && !manners.isTagShared ? `"${tag}-gzip"` : `"${tag}"`,
    "last-modified": modified,
    "cache-control": "public, max-age=3600",
    "content-encoding": isGzip ? "gzip" : undefined,
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
    "access-control-allow-origin": "*",
    ...manners.headers,
  };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  const { "if-none-match": tags, "if-modified-since": since } = asked;
  const [first, sent] = tags === undefined ? [headers["last-modified"], since] : [headers["etag"], tags];
  const isSame = sent !== undefined && [first].flat().includes(sent);
  if (isSame) response.writeHead(304).end();
  else if (method === "HEAD") response.writeHead(200).end();
  else response.end(isGzip ? gzipSync(document) : document);
}

const text = "Nobody says a word while the moon is rising over the sea. ".repeat(20);

/** An item of RSS. */
export const item = (name: string, date = modified) =>
  `<item><title>About ${name}</title><link>https://news.example/${name}</link><guid>https://news.example/${name}</guid><pubDate>${date}</pubDate><dc:creator>Ada</dc:creator><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;

/** A correct feed. */
export const goodRss = (url: string, items = item("a") + item("b"), more = "") => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://news.example/</link><description>What is new</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="${url}"/>${more}${items}</channel></rss>`;

/** A correct feed as Atom. */
export const goodAtom = (url: string) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>https://news.example/</id><title>News</title><updated>2024-11-06T12:00:00Z</updated><link rel="self" type="application/atom+xml" href="${url}"/><link rel="alternate" type="text/html" href="https://news.example/"/><entry><id>https://news.example/a</id><title>About a</title><updated>2024-11-06T12:00:00Z</updated><author><name>Ada</name></author><content type="html">&lt;p&gt;${text}&lt;/p&gt;</content></entry></feed>`;

/** A correct feed as JSON Feed. */
export const goodJson = (url: string, content = text) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "News",
    home_page_url: "https://news.example/",
    feed_url: url,
    items: [{ id: "https://news.example/a", url: "https://news.example/a", content_text: content, date_published: "2024-11-06T12:00:00Z" }],
  });

/** Returns the findings that are not `ok`, such as `warning validators`. */
export function complaints(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity !== "ok").map(({ check, severity }) => `${severity} ${check}`);
}
