import { plural } from "../../base/plural.ts";
import { followRedirects } from "../../network/redirect-chain.ts";
import type { HttpResponse, Network } from "../../network/request.ts";
import { findBotProtection } from "../live-site/bot-protection.ts";
import { discover } from "../live-site/discover.ts";
import { type FeedView, readFeed } from "../live-site/feed-view.ts";
import { identifyEntry } from "../live-site/identified-entry.ts";
import { type History, walkArchive } from "../live-site/walk-archive.ts";
import { chooseFeed } from "./choose-feed.ts";
import { type Comparison, compareIds } from "./compare-ids.ts";
import type { LocalEntry } from "./local-entry.ts";

/** The result of comparing the local articles with a live site. */
export type LiveComparison =
  | { readonly feed: string; readonly history: History; readonly comparison: Comparison }
  /** No feed to compare with, and the reason. */
  | { readonly reason: string };

/** Finds the feed of a live site that covers the articles best, follows its archive to the end, and compares the ids. */
export async function compareLive(
  siteUrl: string,
  local: readonly LocalEntry[],
  network: Network,
  onProgress: (text: string) => void = () => {},
): Promise<LiveComparison> {
  onProgress(siteUrl);
  network.trust?.(siteUrl);
  const { feeds, findings } = await discover(siteUrl, network);
  const found: Opened[] = [];
  let reason = findings.find(({ severity }) => severity === "error")?.message ?? "no feed was found";
  for (const url of feeds) {
    const opened = await open(url, network);
    if ("reason" in opened) reason = opened.reason;
    else found.push(opened);
  }
  const best = chooseFeed(found, local, [new URL(siteUrl).host]);
  if (best === undefined) return { reason };
  const history = await walkArchive(best, network, (documents) =>
    onProgress(`${best.url}: ${plural(documents, "document")} of its archive`),
  );
  return { feed: best.url, history, comparison: compareHistory(history, local, [siteUrl, best.url]) };
}

/** Compares the local entries with the history of a feed. @param urls present and former addresses of the site */
export function compareHistory({ entries }: History, local: readonly LocalEntry[], urls: readonly string[]): Comparison {
  return compareIds(
    entries,
    local,
    urls.map((url) => new URL(url).host),
  );
}

interface Opened {
  readonly url: string;
  readonly response: HttpResponse;
  readonly view: FeedView;
  readonly entries: History["entries"];
}

async function open(url: string, network: Network): Promise<Opened | { readonly reason: string }> {
  const { response, failure } = await followRedirects(url, {}, network);
  if (response === undefined) return { reason: failure?.reason ?? "nothing answers" };
  if (findBotProtection(response) !== undefined) return { reason: `${url} is behind a bot wall (${response.status})` };
  if (response.status !== 200) return { reason: `${url} answers ${response.status}` };
  const view = readFeed(response.bytes, response.headers.get("content-type") ?? "", response.url);
  if ("reason" in view) return { reason: `${url} cannot be read as a feed: ${view.reason}` };
  return { url, response, view, entries: view.document.entries.map(identifyEntry) };
}
