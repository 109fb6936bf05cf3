import { chaptersType } from "../content/links/media-files.ts";
import { commonHeaders, mediaHeaders } from "../http/security-headers.ts";
import { formats } from "../model/format.ts";
import { pagePolicy } from "../pages/page-policy.ts";

/** Headers per path pattern. */
type HeaderRules = Readonly<Record<string, Readonly<Record<string, string>>>>;

// Cloudflare joins the values of all matching rules, and browsers reject two origins. So no two rules that match one path have the same
// header, except for the policy and for pages at addresses like those of feeds. There, a line removes the value of the earlier rule. Other
// hosts ignore that line and use the last value.
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

const exportRules: HeaderRules = {
  "/*": { ...commonHeaders, [policy]: pagePolicy },
  "/media/*": { [removePolicy]: "", ...mediaHeaders },
  ...episodeTypes,
  ...icons,
  ...types,
};
const page = { "! content-type": "", "content-type": "text/html; charset=utf-8" };
const maxRules = 100; // that Cloudflare reads

/** The number of pages at addresses like those of feeds that an export can have. */
export const maxPagesLikeFeeds = maxRules - Object.keys(exportRules).length;

/** Returns whether the path of a page, such as `/help/rss.xml`, matches the rule for the media type of a feed. */
export function isLikeFeed(path: string): boolean {
  return formats.some((format) => path.endsWith(format.path));
}

/** Returns the `_headers` file of an export, in which pages are files, too. @param pages the paths of the entries, percent-encoded */
export function exportHeaders(pages: readonly string[]): string {
  return render({ ...exportRules, ...Object.fromEntries(pages.filter(isLikeFeed).map((path) => [path, page])) });
}

function render(rules: HeaderRules): string {
  return Object.entries(rules)
    .map(([pattern, headers]) => `${[pattern, ...Object.entries(headers).map(([name, value]) => `  ${lineOf(name, value)}`)].join("\n")}\n`)
    .join("");
}

function lineOf(name: string, value: string): string {
  const capitalized = name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return value === "" ? capitalized : `${capitalized}: ${value}`;
}
