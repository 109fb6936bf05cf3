import type { HidingCode } from "../site-rules/old-site.ts";

/** Describes why texts were kept as drafts, in the same way for all with the same cause. */
export function describeHiding({ condition, isCertain }: HidingCode): string {
  return isCertain
    ? `Kept as drafts, since the old site hid them by ${condition}`
    : `Kept as drafts, since the old site may have hidden them by ${condition}, which only it can run; remove draft from those that were public`;
}
