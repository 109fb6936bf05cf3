import * as z from "zod";
import { canonicalLanguage } from "../base/canonical-language.ts";
import { canonicalUrl } from "../base/canonical-url.ts";
import { replaceInvalidCharacters } from "../base/invalid-characters.ts";
import { expandPattern, isPattern, namingTokens, placingTokens } from "./permalink-pattern.ts";
import { hasOwnerAddress, podcastSchema } from "./podcast-settings.ts";

const listed = (tokens: readonly string[]) => tokens.map((token) => `:${token}`).join(", ");
const permalinkAdvice = `not a path such as "/:year/:slug/" with one of ${listed(namingTokens)}, and perhaps ${listed(placingTokens)}; nor one of Jekyll's names date, pretty, ordinal, weekdate, none`;

const text = z.string().transform((value) =>
  replaceInvalidCharacters(value, () => {})
    .replace(/\s+/g, " ")
    .trim(),
);
const httpUrl = z.url({ protocol: /^https?$/, error: "not an absolute http(s) URL" }).transform((url) => canonicalUrl(url) ?? url);
const origin = httpUrl
  .refine((url) => /^https?:\/\/[^/?#@]+\/?$/.test(url), "more than an origin: leave out everything behind the host")
  .transform((url) => new URL(url).origin);

const table = z.strictObject({
  title: text.pipe(z.string().min(1, "empty: a feed needs a title")),
  description: text.default(""),
  /** The origin of the deployed site, without a trailing slash. Empty only while developing. */
  url: z.union([z.literal(""), origin], { error: 'not an address such as "https://example.com"' }).default(""),
  /** BCP 47. */
  language: z
    .string()
    .default("en")
    .refine((tag) => canonicalLanguage(tag) !== undefined, "no BCP 47 tag, such as en or pt-BR")
    .transform((tag) => canonicalLanguage(tag) ?? tag),
  /** IANA name: the zone of dates that name none, and of the dates that people see. */
  timezone: z.string().default("UTC").refine(isTimeZone, "no IANA time zone, such as Europe/Berlin"),
  /** The author of every article that names none. */
  author: z.strictObject({
    name: text.pipe(z.string().min(1, "empty: some readers show no author without a name")),
    url: httpUrl.optional(),
    email: z.email("not an e-mail address").optional(),
  }),
  /** The pattern of entries' paths. */
  permalink: z.string().default("/articles/:slug").transform(expandPattern).refine(isPattern, permalinkAdvice),
  /** The address under which default ids were first made; the url unless the site has moved. */
  idBase: httpUrl.transform((url) => url.replace(/\/$/, "")).optional(),
  /** What ids are made of where an article has none of its own: its address, or what Jekyll's plugin for feeds makes of that. */
  ids: z.enum(["addresses", "jekyll-feed"], { error: 'neither "addresses" nor "jekyll-feed"' }).default("addresses"),
  /** Entries in a feed and on the front page. */
  limit: z.int().min(1).max(1000).default(20),
  /** Seconds that a cache may go without asking. */
  maxAge: z.int().min(0).max(86_400).default(3600),
  /** A square picture of about 512 pixels, and a small one: URLs, or files in articles/. */
  icon: z
    .string()
    .regex(/\.(?:png|jpe?g|gif)$/i, "not a PNG, JPEG or GIF: RSS allows no other")
    .optional(),
  favicon: z.string().min(1).optional(),
  copyright: text.default(""),
  /** A WebSub hub, which is told of changes and tells subscribers. */
  hub: httpUrl.optional(),
  /** Whether the Worker compresses what the edge does not: Atom, JSON Feed and OPML. */
  gzip: z.boolean().default(true),
  /** Addresses that moved: path → path or URL. */
  redirects: z
    .record(
      z.string().regex(/^\/(?!\/)[^?#]*$/, "no path that begins with /, without ? and #, which do not change where an address leads"),
      z.string().min(1),
    )
    .default({}),
  /** What categories and authors are called in addresses, where two would share one: name → slug. */
  slugs: z
    .record(z.string(), z.string().regex(/^(?!\.{1,2}$)[^/\\\s?#%]+$/, "no part of a path: leave out spaces, /, \\, ?, # and %"))
    .default({}),
  /** Makes a podcast of the site, and its RSS what directories of podcasts take. */
  podcast: podcastSchema.optional(),
});

/** The `[vars.SITE]` table of wrangler.toml: what a site says of itself. */
export const siteSchema = table.refine(hasOwnerAddress, {
  path: ["podcast", "email"],
  error: "directories write to the owner of a podcast; give it here or as author.email",
  when: () => true, // whatever else is wrong: everything is told at once
});

/** The settings with their defaults. */
export type ValidSettings = z.output<typeof siteSchema>;

/** The settings as documents show them: nothing is left open. */
export interface Site extends Omit<ValidSettings, "favicon" | "icon" | "idBase" | "redirects"> {
  readonly idBase: string;
  /** Absolute URLs. */
  readonly icon: string;
  readonly favicon: string;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
