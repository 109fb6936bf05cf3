import { canonicalPath, pathOf } from "../../base/canonical-url.ts";
import { withoutFragment } from "../../base/without-fragment.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import { slugify } from "../../model/slug.ts";
import { dateTokenIn, expandPattern, tokenPattern } from "../../settings/permalink-pattern.ts";
import type { Site } from "../../settings/site-settings.ts";
import { limits } from "../limits/limits.ts";
import { fillTemplate } from "./permalink-template.ts";
import { type LocatedArticle, ownSlug, permalinkValues } from "./permalink-values.ts";

/** The settings that decide the address of an article. */
export type PermalinkSettings = Pick<Site, "language" | "permalink" | "timezone">;

/** Returns the readable part of an entry's address: its `slug` key, or the slug of its file name. */
export function slugOf({ metadata, fileName }: Pick<LocatedArticle, "fileName" | "metadata">): string {
  return metadata.slug === undefined ? fileName.slug : ownSlug(metadata.slug);
}

/**
 * Returns an entry's canonical path: its own `permalink`, or the site's pattern filled in. Without a date, which the pattern may contain,
 * it is the slug alone. Reports one that is too long and returns undefined.
 */
export function permalinkOf(article: LocatedArticle, site: PermalinkSettings, reportAtKey: ReportAtKey): string | undefined {
  const { keys, permalink: own, slug = "" } = article.metadata;
  // A longer title makes the address too long, too.
  const short = { ...article, title: article.title.slice(0, 5 * limits.address) };
  const isShort = Math.max(own?.length ?? 0, slug.length) <= limits.address;
  const path = !isShort ? undefined : own === undefined ? sitePath(short, site) : ownPath(own, short, site, reportAtKey);
  if (path !== undefined && path.length <= limits.address) return path;
  const key = keys["permalink"] ?? keys["slug"] ?? "slug";
  reportAtKey(
    key,
    "error",
    `Cannot make an address of more than ${limits.address} characters: give the article a shorter slug or permalink`,
  );
  return undefined;
}

function sitePath(article: LocatedArticle, site: PermalinkSettings): string {
  const { language } = article.fileName;
  const isOwn = language === undefined || `${site.language}-`.startsWith(`${language}-`); // en matches the site's en-GB
  const prefix = isOwn ? "" : `/${language.toLowerCase()}`; // as in Hugo
  return prefix + canonicalPath(article.permalinkDate === undefined ? `/${slugOf(article)}` : fill(site.permalink, article, site));
}

function ownPath(own: string, article: LocatedArticle, site: PermalinkSettings, reportAtKey: ReportAtKey): string {
  const { keys } = article.metadata;
  const pattern = expandPattern(own);
  const filled = fillTemplate(pattern, article.title, permalinkValues(article, site.timezone));
  if (filled === undefined) {
    const key = keys["permalink"] ?? "permalink";
    reportAtKey(
      key,
      "error",
      `Cannot use ${key} ${JSON.stringify(own)}: it is a template of another generator; write the path that it makes`,
    );
  }
  const dateToken = article.permalinkDate === undefined ? dateTokenIn(filled ?? pattern) : undefined;
  if (dateToken !== undefined) {
    const key = keys["permalink"] ?? "permalink";
    reportAtKey(key, "error", `Cannot use ${key} ${JSON.stringify(own)}: it has ${dateToken}, and the article has no date; add one`);
  }
  const address = fill(filled ?? pattern, article, site);
  const path = pathOf(address).replace(/\/index\.html$/, "/"); // servers treat it as the folder; Eleventy's permalinks end with it
  const lost = lostPartOf(address);
  if (lost !== undefined) {
    const key = keys["permalink"] ?? "permalink";
    const shown = JSON.stringify(path);
    reportAtKey(key, "warning", `Cannot keep the ${lost} in ${key} ${JSON.stringify(own)}: the address is ${shown}; write ${key}: ${path}`);
  }
  return path;
}

// URLs resolve dot segments (RFC 3986 §5.2.4), and an entry has a path alone.
function lostPartOf(address: string): string | undefined {
  const [path = "", query] = withoutFragment(address).split("?", 2);
  if (query !== undefined) return "query";
  if (address.includes("#")) return "fragment";
  return path.split("/").some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment)) ? "dots" : undefined;
}

// If the pattern contains the folders, the slug does not repeat them.
function fill(pattern: string, article: LocatedArticle, site: PermalinkSettings): string {
  const { fileName, metadata } = article;
  const values = permalinkValues(article, site.timezone);
  const namesFolders = /:(?:sections?|categories)(?![a-z_])/.test(pattern);
  const isBare = namesFolders && metadata.slug === undefined && !fileName.isJekyllPost;
  const filled = pattern.replace(tokenPattern, (token, name: string) =>
    name === "slug" && isBare ? slugify(fileName.name) : Object.hasOwn(values, name) ? (values[name]?.() ?? token) : token,
  );
  return filled === pattern ? pattern : filled.replace(/(?<!:)\/{2,}/g, "/"); // without categories, :categories is empty
}
