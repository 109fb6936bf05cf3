import type { IdentifiedEntry } from "../live-site/identified-entry.ts";
import { compareIds } from "./compare-ids.ts";
import type { LocalEntry } from "./local-entry.ts";

/** A feed of a site, with the entries that were read from it. */
export interface Candidate {
  readonly url: string;
  readonly entries: readonly IdentifiedEntry[];
}

/**
 * Returns the feed that covers the site's articles best: the one with most of them (a feed of comments has none), and of
 * those with equally many, the one that goes back furthest.
 */
export function chooseFeed<Feed extends Candidate>(
  feeds: readonly Feed[],
  local: readonly LocalEntry[],
  hosts: readonly string[],
): Feed | undefined {
  const ranked = feeds.map((feed) => {
    const { changed, kept } = compareIds(feed.entries, local, [...hosts, new URL(feed.url).host]);
    return { feed, ours: kept + changed.length, entries: feed.entries.length };
  });
  return ranked.sort((a, b) => b.ours - a.ours || b.entries - a.entries)[0]?.feed;
}
