import type { Network } from "../network/request.ts";
import { examineFeed, type FeedReport } from "./examine-feed.ts";
import { discover } from "./live-site/discover.ts";
import type { Finding } from "./live-site/finding.ts";

/** The findings at an address: about the page, and about each of its feeds. */
export interface SiteReport {
  readonly url: string;
  /** The findings about the discovery of the feeds. */
  readonly findings: readonly Finding[];
  readonly feeds: readonly FeedReport[];
}

/**
 * Examines the feeds of an address, one after the other.
 * @param onProgress receives the current step, for display
 */
export async function examineSite(url: string, network: Network, onProgress: (text: string) => void = () => {}): Promise<SiteReport> {
  onProgress(url);
  network.trust?.(url);
  const { feeds, findings } = await discover(url, network);
  const reports: FeedReport[] = [];
  for (const feed of feeds) reports.push(await examineFeed(feed, network, onProgress));
  return { url, findings, feeds: reports };
}
