import { gzipSync } from "node:zlib";
import { type Answer, ask } from "../ask.ts";
import type { JsonFeed } from "../contenders/json-feed.ts";
import { type FormatName, formats, headerOf } from "./own-documents.ts";

/** The bytes on the wire for one document. */
export interface WireSizes {
  readonly plain: number;
  /** Compressed by zlib as on an edge, even if the Worker does not compress it. */
  readonly gzip: number;
  /** Status line and headers of a 200, and all of a 304. */
  readonly headers: number;
  readonly notModified: number;
}

/** A verified document. */
export interface VerifiedDocument {
  readonly path: string;
  readonly etag: string;
  readonly wire: WireSizes;
}

const marks: Readonly<Record<FormatName, RegExp>> = { RSS: /<item>/g, Atom: /<entry>/g, JSON: /"content_html"/g };

/**
 * Requests a document as a measurement does, and verifies the response, so that no wrong response counts as fast.
 * @throws if the feed is not complete, or the response to a conditional request is wrong
 */
export async function verifyDocument(port: number, contender: string, format: FormatName, feed: JsonFeed): Promise<VerifiedDocument> {
  const path = formats[format];
  const full = await ask(port, path);
  for (const fault of faultsOf(full, format, feed)) throw new Error(`Cannot measure ${contender} at ${path}: ${fault}`);
  const etag = headerOf(full, "etag") ?? "";
  const notModified = await ask(port, path, { "if-none-match": etag });
  if (notModified.status !== 304 || notModified.body.length > 0)
    throw new Error(`Cannot measure ${contender} at ${path}: its own ETag ${etag} is answered with ${notModified.status}`);
  const changed = await ask(port, path, { "if-none-match": '"another"' });
  if (changed.status !== 200 || !changed.body.equals(full.body))
    throw new Error(`Cannot measure ${contender} at ${path}: another ETag is answered with ${changed.status}`);
  const wire = {
    plain: full.body.length,
    gzip: gzipSync(full.body).length,
    headers: lengthOfHeaders(full),
    notModified: lengthOfHeaders(notModified),
  };
  return { path, etag, wire };
}

/** Returns the fault of the response to an unconditional request. */
export function faultsOf(
  { body, status, headers }: Pick<Answer, "body" | "status" | "headers">,
  format: FormatName,
  feed: JsonFeed,
): string[] {
  if (status !== 200) return [`the status is ${status}`];
  const text = body.toString("utf8");
  const faults: string[] = [];
  const count = text.match(marks[format])?.length ?? 0;
  if (count !== feed.items.length) faults.push(`it has ${count} entries and not ${feed.items.length}`);
  for (const { content_html, url } of feed.items) {
    if (!text.includes(url)) faults.push(`${url} is missing`);
    const words = content_html.match(/[a-z ]{12,}/g)?.at(-1); // these need no escaping anywhere
    if (words === undefined || !text.includes(words)) faults.push(`the content of ${url} is not whole`);
  }
  if (headerOf({ headers }, "etag") === undefined) faults.push("it has no ETag");
  return faults;
}

// Headers that depend on the request of the measurement do not count.
function lengthOfHeaders({ headers, headerBytes }: Answer): number {
  return headerBytes - (headerOf({ headers }, "connection") === "close" ? "connection: close\r\n".length : 0);
}
