import { chooseFeed } from "./comparison/choose-feed.ts";
import { compareHistory, type LiveComparison } from "./comparison/compare-live.ts";
import type { LocalEntry } from "./comparison/local-entry.ts";
import type { SiteReport } from "./examine-site.ts";

/** The articles that the live feeds are compared with. */
export interface OwnArticles {
  /** The address where they would be published. */
  readonly siteUrl: string;
  readonly entries: readonly LocalEntry[];
}

/** Compares the articles with the feed of an examined site that covers them best. */
export function compareReport({ feeds, url }: SiteReport, own: OwnArticles): LiveComparison {
  const read = feeds.flatMap(({ history, url }) => (history === undefined ? [] : [{ url, history, entries: history.entries }]));
  const hosts = [url, own.siteUrl].map((address) => new URL(address).host);
  const best = chooseFeed(read, own.entries, hosts);
  if (best === undefined) return { reason: "no feed of it can be read" };
  return { feed: best.url, history: best.history, comparison: compareHistory(best.history, own.entries, [url, best.url, own.siteUrl]) };
}
