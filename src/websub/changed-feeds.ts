import { urlOfPage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import type { Selected } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";

/** Lists the URLs of the feeds that people subscribe to, in all formats and in the order of the selections. */
export function subscribedFeeds(site: Site, selections: Iterable<Selected>): string[] {
  return [...selections].flatMap(({ selection }) => formats.map((format) => urlOfPage(site, selection, undefined, format)));
}

/**
 * Lists the URLs of the feeds with an entry that was published within the window before now, the whole site's first.
 * @param snapshot the current one at `now` (milliseconds since 1970)
 * @param window milliseconds
 */
export function changedFeeds(site: Site, snapshot: Snapshot, now: number, window: number): string[] {
  const isRecent = ({ published }: { readonly published: number }) => published > now - window && published <= now;
  return subscribedFeeds(
    site,
    [...snapshot.selections.values()].filter(({ entries }) => entries.some(isRecent)),
  );
}
