/** Creates the headers of a response from its own headers and the common ones. */
export type CreateHeaders = (own: Readonly<Record<string, string>>) => Headers;

/**
 * Creates a factory for response headers. Callers create the headers once for many responses, because adding them to each
 * response costs more than all other work for a 304.
 * @param pagePolicy the Content-Security-Policy of HTML pages
 */
export function createHeadersFor(pagePolicy: string): CreateHeaders {
  const ofPages = { "content-security-policy": pagePolicy };
  return (own) => new Headers({ ...commonHeaders, ...own, ...(own["content-type"]?.startsWith("text/html") && ofPages) });
}

/** The headers of every response: any origin may read it, and browsers must not guess another type. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*", // readers that run in browsers
  "access-control-expose-headers": "ETag, Last-Modified, Link",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
};

/** The headers of a CORS preflight. Readers need one for conditional requests (Fetch §3.3.8), players for ranges. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "If-None-Match, If-Modified-Since, Range, If-Range",
  "access-control-max-age": "86400",
};

/**
 * The headers of the files below `/media/`, which never change. The policy sandboxes them, since a user may open a file by itself, such as
 * an SVG with a script.
 */
export const mediaHeaders: Readonly<Record<string, string>> = {
  "cache-control": "public, max-age=31536000, immutable",
  "content-security-policy": "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
};
