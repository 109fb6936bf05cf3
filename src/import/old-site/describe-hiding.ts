import type { ArticlePlan } from "../site-rules/old-site.ts";

const unfenced =
  "Kept as drafts, since they begin with keys that may be front matter without lines of three hyphens around it; move the keys of those that are public into the front matter of the copy, and remove draft";

/** Describes why texts were kept as drafts, in the same way for all with the same cause; undefined for the plan of any other text. */
export function describeHiding({ hiddenBy, isUnfenced }: Pick<ArticlePlan, "hiddenBy" | "isUnfenced">): string | undefined {
  if (hiddenBy === undefined) return isUnfenced ? unfenced : undefined;
  const { condition, isCertain } = hiddenBy;
  return isCertain
    ? `Kept as drafts, since the old site hid them by ${condition}`
    : `Kept as drafts, since the old site may have hidden them by ${condition}, which only it can run; remove draft from those that were public`;
}
