/** Makes the headers of an answer out of its own and those of every answer. */
export type CreateHeaders = (own: Readonly<Record<string, string>>) => Headers;

/**
 * Makes what makes headers: a page's also say what it may load. They are made once for many answers where that is
 * possible, since adding them to each costs more than everything else about a 304.
 * @param styleHash SHA-256 of the pages' style sheet, in base64
 */
export function createHeadersFor(styleHash: string): CreateHeaders {
  const ofPages = { "content-security-policy": contentSecurityPolicy(styleHash) };
  return (own) => new Headers({ ...own, ...commonHeaders, ...(own["content-type"]?.startsWith("text/html") && ofPages) });
}

// Anybody may read an answer, nobody may take it for something else.
const commonHeaders: Readonly<Record<string, string>> = {
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

// Articles are sanitized when they are compiled; should something slip through all the same, it can run no script, load
// nothing but pictures and media, and send nothing anywhere.
function contentSecurityPolicy(styleHash: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "img-src 'self' https: http:",
    "media-src 'self' https: http:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
