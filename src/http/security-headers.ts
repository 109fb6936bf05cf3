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

/**
 * The Content-Security-Policy of a page. Articles are sanitized when they are compiled; should something slip through all
 * the same, it can run no script, load nothing but pictures and media, and send nothing anywhere.
 * @param styleHash SHA-256 of the page's only style sheet, in base64
 */
export function contentSecurityPolicy(styleHash: string): string {
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
