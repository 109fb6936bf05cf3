import { canonicalPath } from "../../base/canonical-url.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { LocatedArticle } from "./permalink-values.ts";

/**
 * Returns the permanent id of an article (RFC 4287 §4.2.6): its own `id`, or `idBase` with its path, or with `ids = "jekyll-feed"` the id
 * that this plugin makes of the path.
 * @param path canonical, percent-encoded
 */
export function entryId({ fileName, metadata }: Pick<LocatedArticle, "fileName" | "metadata">, path: string, site: Site): string {
  if (metadata.id !== undefined) return metadata.id;
  if (site.ids === "addresses") return site.idBase + path;
  // jekyll-feed uses Jekyll's id of a post: the folder of its address, and its name without extension.
  const folder = path.replace(/(?<![^/])[^/]*\/?$/, "");
  return site.idBase + canonicalPath(folder + (metadata.slug ?? fileName.name));
}
