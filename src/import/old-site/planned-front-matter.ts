import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import type { NewKeys } from "../../content/front-matter/set-keys.ts";
import { isMarkedAsUnlisted } from "../../content/metadata/is-unlisted.ts";
import { withoutForeignKeys } from "../site-rules/foreign-keys.ts";
import type { ArticlePlan, OldSite, SiteFile } from "../site-rules/old-site.ts";
import type { ArticleNote } from "./article-note.ts";

/** Returns the front matter that the copy of an article will have. */
export function plannedFrontMatter(
  { frontMatter }: SiteFile,
  { corrections, dropped = [], hiddenBy, isProtected, isUnfenced, keys, replacement }: ArticlePlan,
): FrontMatterTable {
  return {
    ...keys,
    ...withoutForeignKeys(replacement?.frontMatter ?? frontMatter, dropped),
    ...corrections,
    ...((isProtected || hiddenBy || isUnfenced) && { draft: "true" }),
  };
}

/**
 * Returns the key with the date before which the old site did not publish an article. One in the past is left out, since it would only
 * change the date that readers see.
 * @param now milliseconds since 1970 @param notes gets a note if the date is a guess
 */
export function releaseKeys({ release }: ArticlePlan, now: number, notes: ArticleNote[]): FrontMatterTable {
  if (release === undefined || (release.instant !== undefined && release.instant <= now)) return {};
  if (release.doubt !== undefined) notes.push({ kind: release.doubt });
  return { [release.key]: release.date };
}

/** Returns a note about a post with a date in the future that the old site published already. */
export function notesOfScheduled({ futureSetting, mayCompareDates }: OldSite): ArticleNote[] {
  if (futureSetting === undefined) return [];
  const condition = mayCompareDates ? ", unless its code compares dates" : "";
  return [{ kind: `The old site published the post before its date${condition} (${futureSetting}); here, it appears on its date` }];
}

/** Returns the keys that the copy of an article has besides its own, or instead of them. */
export function keysFor(plan: ArticlePlan, frontMatter: FrontMatterTable): NewKeys {
  const { corrections, hiddenBy, isProtected, isUnfenced, keys = {}, kind } = plan;
  const dropped = droppedFrom(frontMatter, plan);
  const missing = Object.entries(keys).filter(([key]) => frontMatter[key] === undefined || dropped.includes(key));
  return {
    ...Object.fromEntries(dropped.map((key) => [key, undefined])),
    ...Object.fromEntries(missing),
    ...corrections,
    ...((corrections?.["feed"] === "false" || (kind === "page" && !isMarkedAsUnlisted(frontMatter))) && { feed: false }),
    ...((isProtected || hiddenBy || isUnfenced) && { draft: true }),
  };
}

function droppedFrom(frontMatter: FrontMatterTable, { dropped = [] }: ArticlePlan): string[] {
  return Object.keys(frontMatter).filter((key) => dropped.includes(key.toLowerCase()));
}
