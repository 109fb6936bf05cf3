import { isErrorPage } from "../site-rules/error-page.ts";
import type { ArticlePlan, OldSite, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { plannedFrontMatter } from "./planned-front-matter.ts";

/** Returns the plural name of planned articles that readers would see as empty or as a mistake; undefined for an article to copy. */
export function leftOutKind(file: SiteFile, plan: ArticlePlan, { base }: OldSite, folder: SiteFolder): string | undefined {
  if (isErrorPage(file.path, plan, base)) return "error pages";
  // A file that cannot be read is reported when it is copied.
  const isEmpty = isBlank(file.body) && folder.read(file.path) !== undefined;
  if (plan.kind === "page") return isEmpty || (isComputed(file.body) && !hasTitle(file, plan)) ? "pages without a text" : undefined;
  return isEmpty && !hasTitle(file, plan) ? "posts without a title and a text" : undefined;
}

// The tags of templates and their HTML.
const tags = /\{%[^%]{0,2000}%\}|\{\{[^{}]{0,2000}\}\}|<(?!(?:img|picture|video|audio|iframe|svg|object|embed)\b)[^<>]{0,2000}>/gi;

function isComputed(body: string): boolean {
  return isOnlyComponents(body) || (/\{[{%]/.test(body) && body.replace(tags, "").trim() === "");
}

// Such a page, `<Archives/>`, has nothing that the old generator did not compute.
function isOnlyComponents(body: string): boolean {
  return /^(?:\s{0,99}<[A-Z][\w.]{0,99}(?:\s[^<>]{0,500})?(?:\/>|><\/[A-Z][\w.]{0,99}>)){1,20}\s{0,99}$/.test(body);
}

function hasTitle(file: SiteFile, plan: ArticlePlan): boolean {
  return Object.keys(plannedFrontMatter(file, plan)).some((key) => /^title$/i.test(key));
}
