/**
 * SHA-256 of the style sheet, in base64. It is a constant because the Worker would have to compute it asynchronously. If the style sheet
 * changes, a test reports the new value.
 */
export const stylesheetDigest = "mo63xyLRyCdIAQsDZuJuWmp1b9iOyIyjDGKg08hR58E=";

// Articles are sanitized when they are compiled. If something gets through, it cannot run scripts, load anything but pictures and media,
// or send data anywhere.
const directives = [
  "default-src 'none'",
  `style-src 'sha256-${stylesheetDigest}'`,
  "img-src 'self' https: http:",
  "media-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The Content-Security-Policy in the markup of pages. It protects pages on hosts that send no headers, and pages that users save. */
export const pagePolicyInMarkup: string = directives.join("; ");

/** The Content-Security-Policy as a header, with `frame-ancestors`, which browsers ignore in markup (CSP 3 §3.3). */
export const pagePolicy: string = [...directives, "frame-ancestors 'none'"].join("; ");
