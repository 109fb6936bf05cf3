import { pathKey } from "../base/canonical-url.ts";
import type { Site } from "../settings/site-settings.ts";
import type { Selection } from "./selection.ts";

type SelectionSettings = Pick<Site, "content" | "limit" | "selections">;

/** Returns the number of entries in a feed of a selection. */
export function limitOf(selection: Selection, site: SelectionSettings): number {
  return site.selections[keyOfSelection(selection)]?.limit ?? site.limit;
}

/** Returns whether the feeds of a selection contain summaries instead of complete texts. */
export function hasSummariesOnly(selection: Selection, site: SelectionSettings): boolean {
  return (site.selections[keyOfSelection(selection)]?.content ?? site.content) === "summary";
}

/** Returns the key of a selection in `SITE.selections`, such as `categories/links`; empty for the whole site. */
export function keyOfSelection({ path }: Pick<Selection, "path">): string {
  return (pathKey(path) ?? path).slice(1);
}
