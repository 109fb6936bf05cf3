import type { Network } from "../network/request.ts";
import { respectLimits } from "../network/request-limits.ts";
import { SlowHosts } from "../network/slow-hosts.ts";
import { notFoundAdvice } from "./check-reach.ts";
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
 * Examines the feeds of an address, one after the other. Once a server is slow, its other feeds are not requested.
 * @param onProgress receives the current step, for display
 */
export async function examineSite(url: string, directNetwork: Network, onProgress: (text: string) => void = () => {}): Promise<SiteReport> {
  onProgress(url);
  const network = respectLimits(directNetwork);
  network.trust?.(url);
  const discovering = { ...network, slowHosts: new SlowHosts() };
  const { feeds, findings, answer } = await discover(url, discovering);
  const examining = feeds.includes(url) ? discovering : network; // the feeds of a slow page may be files, which are fast
  const reports: FeedReport[] = [];
  const examined = new Map<string, FeedReport>();
  for (const feed of feeds) {
    const report = await examineFeed(feed, examining, onProgress, feed === url ? answer : undefined, examined);
    reports.push(feed === url ? report : { ...report, findings: report.findings.map((finding) => adviseAboutLink(finding, url)) });
  }
  return { url, findings, feeds: reports };
}

// The user has given the address of the page, and the page has that of the feed.
function adviseAboutLink(finding: Finding, page: string): Finding {
  if (finding.advice !== notFoundAdvice) return finding;
  return { ...finding, advice: `Correct the address of the feed in ${page}, which links to it; redirect it if the feed has moved` };
}
