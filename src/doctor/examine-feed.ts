import { plural } from "../base/plural.ts";
import { followRedirects, type RedirectChain } from "../network/redirect-chain.ts";
import type { HttpResponse, Network } from "../network/request.ts";
import { describeArchive } from "./check-archive.ts";
import { checkIds, checkSize, reportTruncated } from "./check-content.ts";
import { type Check, type CheckContext, type DocumentCheck, notExamined, summarizeLimit } from "./check-context.ts";
import { checkDates } from "./check-dates.ts";
import { checkFreshness } from "./check-freshness.ts";
import { checkCompression, checkHead, checkQuery } from "./check-http-behavior.ts";
import { checkHub } from "./check-hub.ts";
import { checkBrowserHeaders, checkMediaType } from "./check-media-type.ts";
import { checkPreconditions } from "./check-preconditions.ts";
import { checkPrivateLinks } from "./check-private-links.ts";
import { checkAgents, checkReach, explainAbsence, feedDespiteStatus } from "./check-reach.ts";
import { checkRedirects } from "./check-redirects.ts";
import { checkRobots } from "./check-robots.ts";
import { checkRules } from "./check-rules.ts";
import { checkSelfTarget } from "./check-self-target.ts";
import { checkStability, checkValidators } from "./check-validators.ts";
import type { DocumentKind } from "./live-site/document-kind.ts";
import { type FeedView, readFeed } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { type Delay, delayIn, reportSlow, slowResponse } from "./live-site/response-time.ts";
import { type History, walkArchive } from "./live-site/walk-archive.ts";
import { adviseIn } from "./publishing-system/advise-in.ts";
import { findSystem } from "./publishing-system/find-system.ts";
import { isAvailable } from "./request-variation.ts";

/** The findings at the address of one feed. */
export interface FeedReport {
  /** The URL as requested. */
  readonly url: string;
  /** Undefined if the address has no feed. */
  readonly kind?: DocumentKind;
  /** The system that writes the feed; undefined if it is unknown. */
  readonly system?: string;
  /** In the order in which a reader encounters them. */
  readonly findings: readonly Finding[];
  /** The entries of the feed and its archive; undefined if the address has no feed. */
  readonly history?: History;
  /** Undefined if the server answers in time. */
  readonly delay?: Delay;
}

const checks: readonly Check[] = [
  checkReach,
  checkRedirects,
  checkAgents,
  checkMediaType,
  checkBrowserHeaders,
  checkSize,
  checkRules,
  checkSelfTarget,
  checkPrivateLinks,
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
  checkStability, // last, since a longer interval shows more changes
];

/** The names of the checks that send requests to the server of the feed. */
const requesting: ReadonlyMap<Check, string> = new Map([
  [checkAgents, "agents"],
  [checkPreconditions, "If-None-Match, If-Modified-Since"],
  [checkHead, "HEAD"],
  [checkCompression, "compression"],
  [checkQuery, "query"],
  [checkRobots, "robots.txt"],
  [checkStability, "two fetches"],
]);

const maxSlowChecks = 2;

interface Made {
  readonly findings: readonly Finding[];
  /** The milliseconds of the slowest response, or those of the slowest check if it shows that the server is slow. */
  readonly slowest: number;
}

/**
 * Makes the checks. Once the server is slow, it leaves out those that send requests. A server that is slow only at the special
 * requests of a few checks is not slow.
 */
async function makeChecks(context: CheckContext, onProgress: (check: string) => void): Promise<Made> {
  const { network, response } = context;
  const findings: Finding[] = [];
  const skipped: string[] = [];
  let slowest = response.milliseconds;
  let slowChecks = 0;
  for (const check of checks) {
    const name = requesting.get(check);
    if (name !== undefined && slowest >= slowResponse) {
      skipped.push(name);
      continue;
    }
    if (name !== undefined) onProgress(name);
    const start = network.now();
    findings.push(...(await check(context)));
    const time = network.now() - start;
    if (name === undefined || time < slowResponse) continue;
    if (++slowChecks > maxSlowChecks || !(await isAvailable(response, network))) slowest = time;
  }
  return { findings: [...findings, ...reportSlow(slowest, skipped)], slowest };
}

const documentChecks: readonly DocumentCheck[] = [checkSize, checkRules, checkPrivateLinks, checkIds, checkDates];

// Once the status is corrected, the document is what readers get.
function checkHidden({ bytes, url }: HttpResponse, view: FeedView, network: Network): Finding[] {
  return documentChecks.flatMap((check) => check({ bytes, view, addresses: [url], now: network.now() }));
}

/**
 * Examines a feed as its subscribers see it.
 * @param onProgress receives the current step, for display
 * @param answer the answer at the address if it was requested a moment ago: a slow server is asked once
 */
export async function examineFeed(
  url: string,
  network: Network,
  onProgress: (text: string) => void = () => {},
  answer?: RedirectChain,
): Promise<FeedReport> {
  onProgress(url);
  const limit = answer === undefined ? network.limitOf?.(url) : undefined;
  if (limit !== undefined) return { url, findings: [notExamined(limit, network.now())] };
  const start = network.now();
  const redirectChain = answer ?? (await followRedirects(url, {}, network));
  const { response } = redirectChain;
  const delayed = (milliseconds: number) => delayIn(redirectChain, milliseconds);
  if (response?.isTruncated) return { url, findings: [reportTruncated()] };
  const view = response?.status === 200 ? readFeed(response.bytes, response.headers.get("content-type") ?? "", response.url) : undefined;
  if (response === undefined || view === undefined || "reason" in view) {
    const hidden = response && feedDespiteStatus(response);
    const { kind, text } = hidden ?? view ?? {};
    const system = kind === undefined || text === undefined ? {} : findSystem({ kind, text }, response?.headers);
    const findings = await explainAbsence(redirectChain, network, view ?? hidden);
    if (response && hidden && !findings.some(({ check }) => check === "bot wall")) findings.push(...checkHidden(response, hidden, network));
    return {
      url,
      ...(system.generator !== undefined && { system: system.generator }),
      findings: adviseIn(system, findings),
      ...delayed(response?.milliseconds ?? network.now() - start),
    };
  }

  const system = findSystem(view, response.headers);
  const addresses = [response.url, redirectChain.url];
  const context = { redirectChain, response, view, network, bytes: response.bytes, addresses, now: network.now() };
  const { findings, slowest } = await makeChecks(context, (check) => onProgress(`${url}: ${check}`));
  const history = await walkArchive(context, network, (documents) => onProgress(`${url}: ${plural(documents, "document")} of its archive`));
  return {
    url,
    kind: view.kind,
    ...(system.generator !== undefined && { system: system.generator }),
    findings: adviseIn(system, summarizeLimit([...findings, ...describeArchive(history, view)], network.now())),
    history,
    ...delayed(slowest),
  };
}
