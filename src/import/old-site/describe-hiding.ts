import type { ArticlePlan } from "../site-rules/old-site.ts";

const unfenced =
  "Kept as drafts, since they begin with keys that may be front matter without lines of three hyphens around it; move the keys of those that are public into the front matter of the copy, and remove draft";

/** Describes why texts were kept as drafts, or may have to be, in the same way for all with the same cause; undefined for any other text. */
export function describeHiding({
  doubtedBy,
  hiddenBy,
  isUnfenced,
}: Pick<ArticlePlan, "doubtedBy" | "hiddenBy" | "isUnfenced">): string | undefined {
  if (hiddenBy === undefined && isUnfenced) return unfenced;
  if (doubtedBy !== undefined)
    return `Published, since they state draft: false, although the old site may have hidden them by ${doubtedBy.condition}, which only it can run; compare them with the old site`;
  if (hiddenBy === undefined) return undefined;
  const { condition, isCertain } = hiddenBy;
  return isCertain
    ? `Kept as drafts, since the old site hid them by ${condition}`
    : `Kept as drafts, since the old site may have hidden them by ${condition}, which only it can run; remove draft from those that were public`;
}
