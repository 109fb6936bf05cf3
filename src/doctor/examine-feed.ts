import { followRedirects } from "../network/redirect-chain.ts";
import type { Network } from "../network/request.ts";
import { describeArchive } from "./check-archive.ts";
import { checkDates, checkIds, checkSelfLink, checkSize } from "./check-content.ts";
import type { Check } from "./check-context.ts";
import { checkCompression, checkFreshness, checkHead, checkQuery } from "./check-http-behavior.ts";
import { checkHub } from "./check-hub.ts";
import { checkBrowserHeaders, checkMediaType } from "./check-media-type.ts";
import { checkPreconditions } from "./check-preconditions.ts";
import { checkAgents, checkReach, explainAbsence } from "./check-reach.ts";
import { checkRedirects } from "./check-redirects.ts";
import { checkRobots } from "./check-robots.ts";
import { checkRules } from "./check-rules.ts";
import { checkStability, checkValidators } from "./check-validators.ts";
import type { DocumentKind } from "./document-kind.ts";
import { readFeed } from "./feed-view.ts";
import type { Finding } from "./finding.ts";
import { type History, walkArchive } from "./walk-archive.ts";

/** What was found at the address of one feed. */
export interface FeedReport {
  /** As it was asked for. */
  readonly url: string;
  /** Undefined where no feed is there. */
  readonly kind?: DocumentKind;
  /** In the order in which a reader meets them. */
  readonly findings: readonly Finding[];
  /** All that the feed and its archive hold; undefined where no feed is there. */
  readonly history?: History;
}

const checks: readonly Check[] = [
  checkReach,
  checkRedirects,
  checkAgents,
  checkMediaType,
  checkBrowserHeaders,
  ({ response, view }) => checkSize(response, view.kind),
  checkRules,
  checkSelfLink,
  checkIds,
  checkDates,
  checkValidators,
  checkPreconditions,
  checkHead,
  checkCompression,
  checkFreshness,
  checkQuery,
  checkHub,
  checkRobots,
  checkStability, // the last one: the more time has passed, the more it sees
];

/**
 * Looks at a feed as its subscribers do.
 * @param onProgress gets what is being done, for a person who waits
 */
export async function examineFeed(url: string, network: Network, onProgress: (text: string) => void = () => {}): Promise<FeedReport> {
  onProgress(url);
  const redirectChain = await followRedirects(url, {}, network);
  const { response } = redirectChain;
  if (response?.isTruncated) return { url, findings: checkSize(response) }; // nobody reads so far
  const view = response?.status === 200 ? readFeed(response.bytes, response.headers.get("content-type") ?? "", response.url) : undefined;
  if (response === undefined || view === undefined || "reason" in view)
    return { url, findings: await explainAbsence(redirectChain, network) };

  const context = { redirectChain, response, view, network };
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...(await check(context)));
  const history = await walkArchive(context, network, (documents) => onProgress(`${url}: ${documents} documents of its archive`));
  return { url, kind: view.kind, findings: [...findings, ...describeArchive(history, view)], history };
}
