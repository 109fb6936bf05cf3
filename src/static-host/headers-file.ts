import { commonHeaders } from "../http/security-headers.ts";
import { formats } from "../model/format.ts";
import { pagePolicy } from "../preview/page-policy.ts";

/** Headers by pattern of a path. */
type HeaderRules = Readonly<Record<string, Readonly<Record<string, string>>>>;

// Cloudflare joins the values of all rules that match, and two origins are none to a browser: no header is in two rules that match one
// path, but for the policy. Of that the value before is removed, by a line that other hosts ignore; they let the last value count.
const policy = "content-security-policy";
const removePolicy = `! ${policy}`;

// Files under /media/ never change; what an author put there may be opened by itself, a drawing with a script in it too.
const media = {
  "cache-control": "public, max-age=31536000, immutable",
  [policy]: "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
};
const icon = { "cache-control": "public, max-age=86400" };
const icons: HeaderRules = { "/favicon.ico": icon, "/favicon.svg": icon, "/icon.png": icon };

// Hosts do not know them all by the names of the files.
const types: HeaderRules = Object.fromEntries([
  ...formats.flatMap(({ contentType, path }) => [path, `/*${path}`].map((pattern) => [pattern, { "content-type": contentType }])),
  ["/opml.xml", { "content-type": "text/x-opml; charset=utf-8" }],
]);

/** The `_headers` file of the Worker's static assets: what is true of every answer of the Worker is true of these. */
export const assetHeaders: string = render({ "/*": commonHeaders, "/media/*": media, ...icons });

/** The `_headers` file of an export, in which the pages are files, too. */
export const exportHeaders: string = render({
  "/*": { ...commonHeaders, [policy]: pagePolicy },
  "/media/*": { [removePolicy]: "", ...media },
  ...icons,
  ...types,
});

function render(rules: HeaderRules): string {
  return Object.entries(rules)
    .map(([pattern, headers]) => `${[pattern, ...Object.entries(headers).map(([name, value]) => `  ${lineOf(name, value)}`)].join("\n")}\n`)
    .join("");
}

function lineOf(name: string, value: string): string {
  const capitalized = name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return value === "" ? capitalized : `${capitalized}: ${value}`;
}
