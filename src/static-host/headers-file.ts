import { chaptersType } from "../content/links/media-files.ts";
import { commonHeaders, mediaHeaders } from "../http/security-headers.ts";
import { formats } from "../model/format.ts";
import { pagePolicy } from "../preview/page-policy.ts";

/** Headers per path pattern. */
type HeaderRules = Readonly<Record<string, Readonly<Record<string, string>>>>;

// Cloudflare joins the values of all matching rules, and browsers reject two origins. So no two rules that match one path have the same
// header, except for the policy. There, a line removes the value of the earlier rule. Other hosts ignore that line and use the last value.
const policy = "content-security-policy";
const removePolicy = `! ${policy}`;

/** The ending of the chapters of an episode, which are served with a type of their own (podcast namespace, JSON Chapters Format 1.2). */
export const chaptersEnding = ".chapters.json";
const episodeTypes: HeaderRules = {
  [`/media/*${chaptersEnding}`]: { "content-type": chaptersType },
  "/media/*.srt": { "content-type": "application/x-subrip; charset=utf-8" },
  "/media/*.vtt": { "content-type": "text/vtt; charset=utf-8" },
};

const icon = { "cache-control": "public, max-age=86400" };
const icons: HeaderRules = { "/favicon.ico": icon, "/favicon.svg": icon, "/icon.png": icon };

// Some hosts do not detect these types from the file names.
const types: HeaderRules = Object.fromEntries([
  ...formats.flatMap(({ contentType, path }) => [path, `/*${path}`].map((pattern) => [pattern, { "content-type": contentType }])),
  ["/opml.xml", { "content-type": "text/x-opml; charset=utf-8" }],
]);

/** The `_headers` file of the Worker's static assets: they get the common headers of all responses. */
export const assetHeaders: string = render({ "/*": commonHeaders, "/media/*": mediaHeaders, ...episodeTypes, ...icons });

/** The `_headers` file of an export, in which pages are files, too. */
export const exportHeaders: string = render({
  "/*": { ...commonHeaders, [policy]: pagePolicy },
  "/media/*": { [removePolicy]: "", ...mediaHeaders },
  ...episodeTypes,
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
