import { parseHttpDate } from "../base/parse-http-date.ts";
import type { Validators } from "./validators.ts";

// The tags of a list. Some clients send the tag without its quotation marks, or with others.
const entityTags = /(?:W\/)?(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s,"']+))/g;

/**
 * Returns whether a GET or HEAD gets a 304 (RFC 9110 §13.2.2). If-None-Match takes precedence: If-Modified-Since is ignored
 * if both are present.
 */
export function isNotModified(request: Headers, { etag, lastModified }: Validators): boolean {
  const ifNoneMatch = request.get("if-none-match");
  if (ifNoneMatch !== null) return matches(ifNoneMatch, etag);

  const ifModifiedSince = request.get("if-modified-since");
  if (ifModifiedSince === null) return false;
  const since = parseHttpDate(ifModifiedSince); // other values are ignored (§13.1.3)
  // A date later than Last-Modified counts too: some clients invent dates, and the document has not changed since then.
  return since !== undefined && roundToSeconds(lastModified) <= since;
}

/**
 * Returns whether a request gets a 412: it concerns another version of the representation (RFC 9110 §13.1.1, §13.1.4). Clients send such
 * conditions to continue a download.
 */
export function isPreconditionFailed(request: Headers, { etag, lastModified }: Validators): boolean {
  const ifMatch = request.get("if-match");
  if (ifMatch !== null) return ifMatch.trim() !== "*" && !ifMatch.split(",").some((tag) => tag.trim() === etag);
  const since = parseHttpDate(request.get("if-unmodified-since") ?? "");
  return since !== undefined && roundToSeconds(lastModified) > since;
}

/**
 * Returns whether the range of a request concerns the current version of the representation (RFC 9110 §13.1.5). Tags are compared strongly
 * and dates exactly, since a client joins the part with others that it has.
 */
export function isCurrentRange(request: Headers, { etag, lastModified }: Validators): boolean {
  const ifRange = request.get("if-range")?.trim();
  return ifRange === undefined || ifRange === etag || parseHttpDate(ifRange) === roundToSeconds(lastModified);
}

function roundToSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

// Weak comparison (§8.8.3.2) with each tag of the list; `*` matches any representation.
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  for (const { groups: { quoted, single, bare } = {} } of ifNoneMatch.matchAll(entityTags)) {
    if (withoutSuffix(quoted ?? single ?? bare ?? "") === etag.slice(1, -1)) return true;
  }
  return false;
}

// Intermediaries append a suffix to the tag of a response that they compress: "a1b2-gzip", "a1b2;br".
function withoutSuffix(tag: string): string {
  return tag.replace(/[-;](?:gzip|br|zstd|deflate)$/, "");
}
