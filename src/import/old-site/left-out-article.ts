import { decodeUri } from "../../base/decode-uri.ts";
import { baseName } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import { isNull } from "../../content/front-matter/front-matter-value.ts";
import { isErrorPage } from "../site-rules/error-page.ts";
import type { ArticlePlan, OldSite, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { isComputed } from "./is-computed.ts";
import { metadataOf } from "./metadata-of.ts";
import { plannedFrontMatter } from "./planned-front-matter.ts";

/** The plural name of posts that an article cannot be made of. */
export const emptyPosts = "posts without a title, a text and a picture";

/** Returns the plural name of planned articles that readers would see as empty or as a mistake; undefined for an article to copy. */
export function leftOutKind(file: SiteFile, plan: ArticlePlan, { base }: OldSite, folder: SiteFolder): string | undefined {
  if (isErrorPage(file.path, plan, base)) return "error pages";
  // A file that cannot be read is reported when it is copied.
  const isEmpty = isBlank(file.body) && folder.read(file.path) !== undefined;
  const isShown = hasTitle(file, plan);
  if (plan.kind === "page") return isEmpty || (!isShown && isComputed(file.body)) ? "pages without a text" : undefined;
  return !isShown && (isEmpty || isComputed(file.body)) && !hasPicture(file, plan, folder) ? emptyPosts : undefined;
}

function hasTitle(file: SiteFile, plan: ArticlePlan): boolean {
  return Object.entries(plannedFrontMatter(file, plan)).some(
    ([key, value]) => /^title$/i.test(key) && !isNull(value) && textIn(value)?.trim() !== "",
  );
}

// Such as a post of photos: its page shows the picture of the front matter, unless the file is lost.
function hasPicture(file: SiteFile, plan: ArticlePlan, { paths }: SiteFolder): boolean {
  const url = metadataOf(plannedFrontMatter(file, plan)).image?.url;
  if (url === undefined) return false;
  const name = baseName(decodeUri(url.split(/[?#]/, 1)[0] ?? ""));
  return /^(?:https?:)?\/\//i.test(url) || paths.some((path) => baseName(path) === name);
}
