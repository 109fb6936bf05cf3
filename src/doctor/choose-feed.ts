import { compareIds } from "./compare-ids.ts";
import type { IdentifiedEntry } from "./identified-entry.ts";
import type { LocalEntry } from "./local-entry.ts";

/** One of several feeds, as far as it was read. */
export interface Candidate {
  readonly url: string;
  readonly entries: readonly IdentifiedEntry[];
}

/**
 * The one of a site's feeds that says most about its articles: it holds most of them (a feed of comments holds none), and of
 * those that hold as many, it is the one that goes back furthest.
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
