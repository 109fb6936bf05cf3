import type { Site } from "../site.ts";
import type { ParsedArticle } from "./article.ts";
import { civilDate } from "./dates.ts";
import { slugify } from "./slug.ts";
import { canonicalPath, pathOf } from "./urls.ts";

/** The readable part of an entry's address: its `slug` key, or what the file's place says. */
export function slugOf({ metadata, fileName }: ParsedArticle): string {
  return metadata.slug === undefined ? fileName.slug : metadata.slug.split("/").filter(Boolean).map(slugify).join("/");
}

/** An entry's canonical path: its own `permalink`, or the site's pattern filled in. Percent-encoded. */
export function permalinkOf(article: ParsedArticle, site: Site): string {
  const own = article.metadata.permalink;
  if (own !== undefined) return pathOf(own);
  const values: Record<string, string> = {
    ...civilDate(article.dated, site.timezone),
    slug: slugOf(article),
    category: slugify(article.metadata.categories[0] ?? "uncategorized"),
  };
  return canonicalPath(site.permalink.replace(/:([a-z]+)/g, (token, name: string) => values[name] ?? token));
}
