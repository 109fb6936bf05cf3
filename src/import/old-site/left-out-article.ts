import { textIn } from "../../base/table-values.ts";
import { isNull } from "../../content/front-matter/front-matter-value.ts";
import { isErrorPage } from "../site-rules/error-page.ts";
import type { ArticlePlan, OldSite, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { isComputed } from "./is-computed.ts";
import { plannedFrontMatter } from "./planned-front-matter.ts";

/** Returns the plural name of planned articles that readers would see as empty or as a mistake; undefined for an article to copy. */
export function leftOutKind(file: SiteFile, plan: ArticlePlan, { base }: OldSite, folder: SiteFolder): string | undefined {
  if (isErrorPage(file.path, plan, base)) return "error pages";
  // A file that cannot be read is reported when it is copied.
  const isEmpty = isBlank(file.body) && folder.read(file.path) !== undefined;
  const isShown = hasTitle(file, plan);
  if (plan.kind === "page") return isEmpty || (!isShown && isComputed(file.body)) ? "pages without a text" : undefined;
  return !isShown && (isEmpty || isComputed(file.body)) ? "posts without a title and a text" : undefined;
}

function hasTitle(file: SiteFile, plan: ArticlePlan): boolean {
  return Object.entries(plannedFrontMatter(file, plan)).some(
    ([key, value]) => /^title$/i.test(key) && !isNull(value) && textIn(value)?.trim() !== "",
  );
}
