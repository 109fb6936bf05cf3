import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { pathKey } from "../base/canonical-url.ts";
import { canonicalLanguage } from "../base/language/canonical-language.ts";
import { isRegisteredLanguage } from "../base/language/registered-language.ts";
import { longTexts, tooLong } from "./long-texts.ts";
import { expandPattern, isPattern, namingTokens, placingTokens } from "./permalink-pattern.ts";
import { feedGuid, hasOwnerAddress, podcastSchema } from "./podcast-settings.ts";
import { httpUrl, text } from "./setting-values.ts";
import type { Words } from "./words.ts";

const listed = (tokens: readonly string[]) => tokens.map((token) => `:${token}`).join(", ");
const permalinkAdvice = `not a path such as "/:year/:slug/" with one of ${listed(namingTokens)}, and perhaps ${listed(placingTokens)}; nor one of Jekyll's names date, pretty, ordinal, weekdate, none`;

const origin = httpUrl
  .refine((url) => /^https?:\/\/[^/?#@]+\/?$/.test(url), "more than an origin: leave out everything behind the host")
  .refine((url) => isHost(new URL(url).hostname), 'not the name of a host, such as "https://example.com"')
  .transform((url) => new URL(url).origin);

// URL parsers accept a comma, and empty labels.
function isHost(name: string): boolean {
  return /^(?:[a-z\d_-]+\.)*[a-z\d_-]+\.?$|^\[[\da-f:.]+\]$/.test(name);
}

/** The largest number of entries of a feed. */
export const maxLimit = 1000;
const limit = z.int().min(1).max(maxLimit);
const content = z.enum(["full", "summary"]);

/** The settings of one selection. */
export const selectionSchema = z.strictObject({
  /** False if its entries are only in its own feeds and pages. */
  listed: z.boolean().default(true),
  /** The number of entries in its feeds; by default, that of the site. */
  limit: limit.optional(),
  /** The content of entries in its feeds; by default, that of the site. */
  content: content.optional(),
  /** The permanent identity of a podcast that is this selection. */
  guid: feedGuid.optional(),
  /** The new address of its feed, if that podcast moves to another host. */
  newFeedUrl: httpUrl.optional(),
});

const table = z.strictObject({
  title: text.pipe(z.string().min(1, "empty: a feed needs a title")),
  description: text.default(""),
  /** The origin of the deployed site, without a trailing slash. Empty only during development. */
  url: z.union([z.literal(""), origin]).default(""),
  /** BCP 47 tag. */
  language: z
    .string()
    .default("en")
    .refine((tag) => isRegisteredLanguage(canonicalLanguage(tag) ?? tag), "not a BCP 47 tag of a language, such as en or pt-BR")
    .transform((tag) => canonicalLanguage(tag) ?? tag),
  /** IANA name of the default time zone of dates, and of the dates on pages. */
  timezone: z.string().default("UTC").refine(isTimeZone, "not an IANA time zone, such as Europe/Berlin"),
  /** The default author of articles that name none. */
  author: z.strictObject({
    name: text.pipe(z.string().min(1, "empty: some readers show no author without a name")),
    url: httpUrl.optional(),
    email: z.email('not an e-mail address, such as "ada@example.com"').optional(),
    /** A picture of the author, as a URL or a file in articles/. */
    image: z.string().min(1, "empty: remove it for an author without a picture").optional(),
  }),
  /** The pattern of entries' paths. */
  permalink: z.string().default("/articles/:slug").transform(expandPattern).refine(isPattern, permalinkAdvice),
  /** The base URL of default ids. Set it if the site has moved, so that ids do not change; by default, the url. */
  idBase: httpUrl.transform((url) => url.replace(/\/$/, "")).optional(),
  /** The source of default ids: the article's address, or the id that Jekyll's feed plugin derives from it. */
  ids: z.enum(["addresses", "jekyll-feed"]).default("addresses"),
  /** The number of entries in a feed and on the front page. */
  limit: limit.default(20),
  /** The content of entries in feeds: their complete texts, or their summaries with a link to the page. */
  content: content.default("full"),
  /** Markdown or HTML that is added to every entry in feeds. */
  footer: z.string().default(""),
  /** The number of seconds for which caches may keep a document. */
  maxAge: z.int().min(0).max(86_400).default(3600),
  /** A square picture of about 512 pixels, and a small one, as URLs or files in articles/. */
  icon: z
    .string()
    .regex(/\.(?:png|jpe?g|gif)$/i, 'not a PNG, JPEG or GIF, such as "icon.png": RSS allows no other')
    .optional(),
  favicon: z.string().min(1, "empty: remove the line for the icon of Broadsheet").optional(),
  copyright: text.default(""),
  /** The WebSub hub, which is notified of changes and notifies subscribers. */
  hub: httpUrl.optional(),
  /** True if the Worker compresses what the edge does not: Atom, JSON Feed and OPML. */
  gzip: z.boolean().default(true),
  /** Redirects: path → path or URL. */
  redirects: z
    .record(
      z.string().regex(/^\/(?!\/)[^?#]*$/, "not a path that begins with /, without ? and #"),
      z.string().min(1, "empty: write a path or a URL"),
    )
    .default({}),
  /** Slugs of categories and authors that would share an address: name → slug. */
  slugs: z
    .record(z.string(), z.string().regex(/^(?!\.{1,2}$)[^/\\\s?#%]+$/, "not a part of a path: leave out spaces, /, \\, ?, # and %"))
    .default({}),
  /** Settings of selections, by the decoded path of their page without the first and the last slash. */
  selections: z
    .record(
      z
        .string()
        .regex(
          /^(?:categories|authors|languages)\/[^/]+$/,
          'no path of a category, an author or a language without slashes at its ends, such as "categories/links"',
        ),
      selectionSchema,
    )
    .transform((selections) => Object.fromEntries(Object.entries(selections).map(([key, settings]) => [decodedKey(key), settings])))
    .default({}),
  /** Makes the site a podcast, and its RSS valid for podcast directories. */
  podcast: podcastSchema.optional(),
});

const always = { when: () => true }; // even if other settings are invalid, to report all problems at once

/** The schema of the `[vars.SITE]` table of wrangler.toml. */
export const siteSchema = table
  .refine(hasOwnerAddress, {
    path: ["podcast", "email"],
    error: "directories write to the owner of a podcast; give it here or as author.email",
    ...always,
  })
  .superRefine((settings, { addIssue }) => {
    for (const path of longTexts(settings)) addIssue({ code: "custom", path: [...path], message: tooLong });
  }, always);

/** The parsed settings with their defaults. */
export type ValidSettings = z.output<typeof siteSchema>;

/** The complete settings that documents are rendered from. */
export interface Site extends Omit<ValidSettings, "favicon" | "icon" | "idBase" | "redirects"> {
  readonly idBase: string;
  /** Absolute URLs. */
  readonly icon: string;
  readonly favicon: string;
  /** The words of the pages, in the language of the site or in English. */
  readonly words: Words;
}

// The tags of languages are lower-case in paths.
function decodedKey(key: string): string {
  const decoded = pathKey(key) ?? key;
  return decoded.startsWith("languages/") ? decoded.toLowerCase() : decoded;
}

/**
 * Returns whether there is a time zone with an IANA name. Intl alone accepts abbreviations such as IST, too, in which Temporal cannot
 * interpret a date.
 */
export function isTimeZone(name: string): boolean {
  if (name === "UTC") return true; // the first format of a process takes 10 ms
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
