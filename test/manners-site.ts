import type { AppOptions } from "./app-under-test.ts";
import { sampleEntry, sampleSite } from "./samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const hour = 3_600_000;

// Newest first, two of everything; each half is long enough for an archive of its own.
const entries = Array.from({ length: 12 }, (_, index) =>
  sampleEntry(index === 3 ? "%C3%BCber" : `e${index}`, {
    published: noon - index * hour,
    categories: [index % 2 === 0 ? "Deep Sea" : "日本語"],
    authors: [index % 2 === 0 ? { name: "Ada" } : { name: "Böb", url: "https://bob.example/" }],
    language: index % 2 === 0 ? "en" : "de",
    ...(index === 5 && { title: "" }),
    ...(index === 6 && { aliases: ["/old/e6", "/%C3%A4lter"] }),
  }),
);

/** A site that has every kind of address. */
export const mannersSite = {
  entries,
  site: { ...sampleSite, author: { name: "The desk" }, limit: 4, hub: "https://hub.example/", maxAge: 1800 },
  redirects: {
    moved: { "/moved": "/articles/e7?from=old#top", "/feed.xml": "/atom.xml", "/shop": "https://shop.example/all?sort=new" },
    gone: ["/gone", "/articles/söld"],
  },
} satisfies AppOptions;

/** A site whose sitemap needs two files. */
export const largeSite = {
  site: { ...sampleSite, maxAge: 1800 },
  entries: Array.from({ length: 5000 }, (_, index) => sampleEntry(`e${index}`, { published: noon - index * hour })),
} satisfies AppOptions;

/** The first part of the addresses of every selection of the site. */
export const selections: readonly string[] = [
  "",
  "/categories/deep-sea",
  "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E",
  "/authors/ada",
  "/authors/b%C3%B6b",
  "/languages/de",
  "/languages/en",
];

export const html = "text/html; charset=utf-8";

/** The file of a feed and its media type by the name of its format. */
export const feedFiles = {
  RSS: ["/rss.xml", "application/rss+xml; charset=utf-8"],
  Atom: ["/atom.xml", "application/atom+xml; charset=utf-8"],
  "JSON Feed": ["/feed.json", "application/feed+json"],
} as const;

/** An address and what it answers. */
export interface Address {
  readonly kind: string;
  readonly path: string;
  readonly method: string;
  readonly status: number;
  /** Undefined where there is no body. */
  readonly type?: string;
  readonly location?: string;
  /** The time for which caches may keep the response. */
  readonly kept: "until it changes" | "for a while" | "never";
  /** The site that has it. */
  readonly of: AppOptions;
}

const standing = { method: "GET", status: 200, kept: "until it changes", of: mannersSite } as const;
const error = { ...standing, type: html };

const feeds = Object.entries({
  feed: "",
  "feed of a category": "/categories/deep-sea",
  "feed of a category in another script": "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E",
  "feed of an author": "/authors/b%C3%B6b",
  "feed of a language": "/languages/de",
  "oldest archive feed": "/archive/1",
  "archive feed in the middle": "/archive/2",
  "newest archive feed": "/archive/4",
  "archive feed of a category": "/categories/deep-sea/archive/2",
}).flatMap(([kind, path]) =>
  Object.entries(feedFiles).map(
    ([format, [file, type]]): Address => ({ ...standing, kind: `${format}: ${kind}`, path: path + file, type }),
  ),
);

const pages: readonly Address[] = [
  { ...standing, kind: "front page", path: "/", type: html },
  { ...standing, kind: "page of a category", path: "/categories/deep-sea/", type: html },
  { ...standing, kind: "page of an author", path: "/authors/b%C3%B6b/", type: html },
  { ...standing, kind: "page of a language", path: "/languages/de/", type: html },
  { ...standing, kind: "oldest archive page", path: "/archive/1/", type: html },
  { ...standing, kind: "newest archive page", path: "/archive/4/", type: html },
  { ...standing, kind: "archive page of an author", path: "/authors/ada/archive/1/", type: html },
  { ...standing, kind: "entry", path: "/articles/e1", type: html },
  { ...standing, kind: "entry with another path than ASCII", path: "/articles/%C3%BCber", type: html },
  { ...standing, kind: "entry without a title", path: "/articles/e5", type: html },
  { ...standing, kind: "list of feeds", path: "/feeds/", type: html },
];

const files: readonly Address[] = [
  { ...standing, kind: "OPML", path: "/opml.xml", type: "text/x-opml; charset=utf-8" },
  { ...standing, kind: "sitemap", path: "/sitemap.xml", type: "application/xml; charset=utf-8" },
  { ...standing, kind: "index of a large sitemap", path: "/sitemap.xml", type: "application/xml; charset=utf-8", of: largeSite },
  { ...standing, kind: "file of a large sitemap", path: "/sitemap/2.xml", type: "application/xml; charset=utf-8", of: largeSite },
  { ...standing, kind: "robots.txt", path: "/robots.txt", type: "text/plain; charset=utf-8" },
];

const moved = Object.entries({
  "alias of an entry": ["/old/e6", "https://news.example/articles/e6"],
  "alias with another path than ASCII": ["/%C3%A4lter", "https://news.example/articles/e6"],
  "redirect to a page": ["/moved", "https://news.example/articles/e7?from=old#top"],
  "redirect before a former feed address": ["/feed.xml", "https://news.example/atom.xml"],
  "redirect elsewhere": ["/shop/", "https://shop.example/all?sort=new"],
  "entry with a slash too many": ["/articles/e1/", "https://news.example/articles/e1"],
  "page with a slash too few": ["/categories/deep-sea", "https://news.example/categories/deep-sea/"],
  "archive page with a slash too few": ["/archive/1", "https://news.example/archive/1/"],
  "feed with a slash too many": ["/rss.xml/", "https://news.example/rss.xml"],
  "former feed": ["/feed/", "https://news.example/rss.xml"],
  "former feed of a term": ["/tag/Deep%20Sea/feed/", "https://news.example/categories/deep-sea/rss.xml"],
  "former page of a term": ["/author/B%C3%B6b/", "https://news.example/authors/b%C3%B6b/"],
  "former list of terms": ["/tags/", "https://news.example/feeds/#categories"],
} as const).map(([kind, [path, location]]): Address => ({ ...standing, kind, path, location, status: 301 }));

/** Every kind of address. */
export const addresses: readonly Address[] = [
  ...feeds,
  ...pages,
  ...files,
  ...moved,
  { ...standing, kind: "icon elsewhere", path: "/favicon.ico", status: 302, location: sampleSite.favicon, kept: "for a while" },
  { ...standing, kind: "health", path: "/health", type: "application/json", kept: "never" },
  { ...error, kind: "tombstone", path: "/gone", status: 410 },
  { ...error, kind: "tombstone with a slash", path: "/articles/s%C3%B6ld/", status: 410 },
  { ...error, kind: "nothing", path: "/nope", status: 404 },
  { ...error, kind: "archive feed that there is not", path: "/archive/5/rss.xml", status: 404 },
  { ...error, kind: "sitemap file that there is not", path: "/sitemap/1.xml", status: 404 },
  { ...error, kind: "nonsense", path: "/%ff", status: 404 },
  { ...error, kind: "feed, to be changed", path: "/rss.xml", method: "POST", status: 405, kept: "never" },
  { ...error, kind: "health, to be changed", path: "/health", method: "DELETE", status: 405, kept: "never" },
  { ...standing, kind: "preflight", path: "/atom.xml", method: "OPTIONS", status: 204, kept: "never" },
];

/** Those that have validators. */
export const documents = addresses.filter(({ kept, status }) => status === 200 && kept === "until it changes");

/** The feeds among them. */
export const feedDocuments = documents.filter(({ path }) => /\/(?:rss\.xml|atom\.xml|feed\.json)$/.test(path));
