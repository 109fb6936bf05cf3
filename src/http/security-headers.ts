/** Makes the headers of an answer out of its own and those of every answer. */
export type CreateHeaders = (own: Readonly<Record<string, string>>) => Headers;

/**
 * Creates a factory for response headers. They are made once for many answers where that is possible, since adding them to each
 * costs more than everything else about a 304.
 * @param pagePolicy the Content-Security-Policy of pages
 */
export function createHeadersFor(pagePolicy: string): CreateHeaders {
  const ofPages = { "content-security-policy": pagePolicy };
  return (own) => new Headers({ ...own, ...commonHeaders, ...(own["content-type"]?.startsWith("text/html") && ofPages) });
}

/** Headers of every answer: anybody may read it, nobody may take it for something else. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*", // readers that run in browsers
  "access-control-expose-headers": "ETag, Last-Modified, Link",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
};

/** Headers of a CORS preflight: conditional requests are what a reader needs one for (Fetch §3.3.8). */
export const preflightHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "If-None-Match, If-Modified-Since",
  "access-control-max-age": "86400",
};
