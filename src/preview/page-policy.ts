/**
 * SHA-256 of the style sheet, in base64. It is written down since the Worker would have to wait for it. When the style sheet changes, a
 * test says the new one.
 */
export const stylesheetDigest = "AHXoINsQl7kruUbYrmWpy4zi1Ai4k6ERyOgtYvJoqjo=";

// Articles are sanitized when they are compiled; should something slip through all the same, it can run no script, load
// nothing but pictures and media, and send nothing anywhere.
const directives = [
  "default-src 'none'",
  `style-src 'sha256-${stylesheetDigest}'`,
  "img-src 'self' https: http:",
  "media-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The Content-Security-Policy of pages in their markup. It protects pages on hosts that send no headers, and pages that people save. */
export const pagePolicyInMarkup: string = directives.join("; ");

/** The same as a header: browsers ignore `frame-ancestors` in markup (CSP 3 §3.3). */
export const pagePolicy: string = [...directives, "frame-ancestors 'none'"].join("; ");
