import { pathKey } from "../base/canonical-url.ts";
import type { Podcast } from "../settings/podcast-settings.ts";
import type { Site } from "../settings/site-settings.ts";
import type { FeedPage } from "./feed-page.ts";
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

/**
 * Returns the podcast settings of a feed page; undefined if the site is not a podcast. The identity and the new address are those of one
 * feed: each selection has its own, and archive pages have none.
 */
export function podcastOf(
  { podcast, selections }: Pick<Site, "podcast" | "selections">,
  { number, selection }: Pick<FeedPage, "number" | "selection">,
): Podcast | undefined {
  if (podcast === undefined) return undefined;
  const { guid: _guid, newFeedUrl: _newFeedUrl, ...shared } = podcast;
  if (number !== undefined) return shared;
  const { guid, newFeedUrl } = (selection.kind === "site" ? podcast : selections[keyOfSelection(selection)]) ?? {};
  return { ...shared, ...(guid !== undefined && { guid }), ...(newFeedUrl !== undefined && { newFeedUrl }) };
}

/** Returns the key of a selection in `SITE.selections`, such as `categories/links`; empty for the whole site. */
export function keyOfSelection({ path }: Pick<Selection, "path">): string {
  return (pathKey(path) ?? path).slice(1);
}
