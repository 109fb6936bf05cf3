import type { Validators } from "./validators.ts";

const entityTags = /(?:W\/)?"([^"]*)"/g;

/**
 * Returns whether a GET or HEAD gets a 304 (RFC 9110 §13.2.2). If-None-Match takes precedence: If-Modified-Since is ignored
 * if both are present.
 */
export function isNotModified(request: Headers, { etag, lastModified }: Validators): boolean {
  const ifNoneMatch = request.get("if-none-match");
  if (ifNoneMatch !== null) return matches(ifNoneMatch, etag);

  const ifModifiedSince = request.get("if-modified-since");
  if (ifModifiedSince === null) return false;
  const since = parseHttpDate(ifModifiedSince);
  // A date later than Last-Modified counts too: some clients invent dates, and the document has not changed since then.
  return since !== undefined && Math.floor(lastModified / 1000) * 1000 <= since;
}

// Weak comparison (§8.8.3.2) with each tag of the list; `*` matches any representation.
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  for (const [, tag] of ifNoneMatch.matchAll(entityTags)) {
    if (withoutSuffix(tag ?? "") === etag.slice(1, -1)) return true;
  }
  return false;
}

// Intermediaries append a suffix to the tag of a response that they compress: "a1b2-gzip", "a1b2;br".
function withoutSuffix(tag: string): string {
  return tag.replace(/[-;](?:gzip|br|zstd|deflate)$/, "");
}

// §5.6.7: the three formats of an HTTP date, always in GMT. Other values are ignored (§13.1.3).
const httpDate =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

function parseHttpDate(text: string): number | undefined {
  const value = text.trim();
  if (!httpDate.test(value)) return undefined;
  const instant = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(instant) ? undefined : instant;
}
