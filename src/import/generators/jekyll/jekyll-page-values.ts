import { baseName, folderOf } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { rubyDate } from "../../site-rules/template-date.ts";
import type { JekyllDocument } from "./jekyll-permalink.ts";
import type { Place } from "./jekyll-places.ts";

/** An article, as its templates know it. */
export interface JekyllPage {
  readonly file: SiteFile;
  readonly place: Place;
  /** Undefined for a page, which belongs to no collection. */
  readonly document: JekyllDocument | undefined;
  /** The path at which the site published it, without `baseurl`; undefined if it is unknown. */
  readonly url: string | undefined;
  readonly timezone: string;
}

/** Returns the variables `page.…` of an article (jekyllrb.com/docs/variables, "Page Variables"). */
export function pageValues({ document, file: { frontMatter }, place, timezone, url }: JekyllPage): Readonly<Record<string, unknown>> {
  const common = { ...frontMatter, path: place.path, name: baseName(place.path), ...(url !== undefined && { url }) };
  if (document === undefined) return { ...common, ...(url !== undefined && { dir: url.slice(0, url.lastIndexOf("/") + 1) }) };
  const { categories, date, label, slug } = document;
  const tags = frontMatter["tags"];
  return {
    ...common,
    ...{ slug, categories, collection: label, draft: place.kind === "draft" },
    tags: typeof tags === "string" ? tags.split(/\s+/).filter((tag) => tag !== "") : (tags ?? []),
    ...(date !== undefined && { date: rubyDate(date, timezone) }),
    ...(url !== undefined && { id: idOf(url, textIn(frontMatter["slug"]) ?? slug) }),
  };
}

// As File.dirname of Ruby, which ignores a slash at the end.
function idOf(url: string, slug: string): string {
  return `${folderOf(url.replace(/\/$/, ""))}/${slug}`;
}
