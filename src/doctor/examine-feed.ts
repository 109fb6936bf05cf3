import { plural } from "../base/plural.ts";
import { followRedirects, type RedirectChain } from "../network/redirect-chain.ts";
import type { HttpResponse, Network } from "../network/request.ts";
import { respectLimits } from "../network/request-limits.ts";
import { describeArchive } from "./check-archive.ts";
import { checkIds, checkSize, reportTruncated } from "./check-content.ts";
import { type Check, type CheckContext, type DocumentCheck, isSkipped, notExamined, summarizeLimit } from "./check-context.ts";
import { checkDates } from "./check-dates.ts";
import { checkFreshness } from "./check-freshness.ts";
import { checkCompression, checkHead, checkQuery } from "./check-http-behavior.ts";
import { checkHub } from "./check-hub.ts";
import { checkBrowserHeaders, checkMediaType } from "./check-media-type.ts";
import { checkPreconditions } from "./check-preconditions.ts";
import { checkPrivateLinks } from "./check-private-links.ts";
import { checkAgents, checkReach, explainAbsence, feedDespiteStatus } from "./check-reach.ts";
import { checkRedirects, describeRedirects } from "./check-redirects.ts";
import { checkRobots } from "./check-robots.ts";
import { checkRules } from "./check-rules.ts";
import { checkSelfTarget } from "./check-self-target.ts";
import { checkStability, checkValidators } from "./check-validators.ts";
import type { DocumentKind } from "./live-site/document-kind.ts";
import { type FeedView, readFeed } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { notExaminedSlow, reportSlow } from "./live-site/response-time.ts";
import { type History, walkArchive } from "./live-site/walk-archive.ts";
import { adviseIn } from "./publishing-system/advise-in.ts";
import { findSystem } from "./publishing-system/find-system.ts";

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

/** Makes the checks. Once the server is slow, it leaves out those that send requests. */
async function makeChecks(context: CheckContext, onProgress: (check: string) => void): Promise<Finding[]> {
  const { network, response } = context;
  const findings: Finding[] = [];
  const skipped: string[] = [];
  const slow = () => network.slowHosts?.find(response.url);
  for (const check of checks) {
    const name = requesting.get(check);
    if (name !== undefined && slow() !== undefined) {
      skipped.push(name);
      continue;
    }
    if (name !== undefined) onProgress(name);
    const made = await check(context);
    skipped.push(...made.filter(isSkipped).map((finding) => finding.check));
    findings.push(...made.filter((finding) => !isSkipped(finding)));
  }
  return [...findings, ...reportSlow(slow(), response.milliseconds, skipped)];
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
 * @param examined the reports about other feeds by their final addresses, to which this one is added: no document is checked twice
 */
export async function examineFeed(
  url: string,
  givenNetwork: Network,
  onProgress: (text: string) => void = () => {},
  answer?: RedirectChain,
  examined: Map<string, FeedReport> = new Map(),
): Promise<FeedReport> {
  onProgress(url);
  const network = givenNetwork.limitOf === undefined ? respectLimits(givenNetwork) : givenNetwork;
  const limit = answer === undefined ? network.limitOf?.(url) : undefined;
  if (limit !== undefined) return { url, findings: [notExamined(limit, network.now())] };
  const redirectChain = answer ?? (await followRedirects(url, {}, network));
  const { failure, response } = redirectChain;
  if (failure?.slow !== undefined) return { url, findings: [notExaminedSlow(failure.slow)] };
  if (response?.isTruncated) return { url, findings: [reportTruncated()] };
  const view = response?.status === 200 ? readFeed(response.bytes, response.headers.get("content-type") ?? "", response.url) : undefined;
  if (response === undefined || view === undefined || "reason" in view) {
    const hidden = response && feedDespiteStatus(response);
    const { kind, text } = hidden ?? view ?? {};
    const system = kind === undefined || text === undefined ? {} : findSystem({ kind, text }, response?.headers);
    const findings = await explainAbsence(redirectChain, network, view ?? hidden);
    if (response && hidden && !findings.some(({ check }) => check === "bot wall")) findings.push(...checkHidden(response, hidden, network));
    return { url, ...(system.generator !== undefined && { system: system.generator }), findings: adviseIn(system, findings) };
  }

  const same = examined.get(response.url);
  if (same !== undefined) return { ...same, url, findings: describeSame(redirectChain, same) };
  const system = findSystem(view, response.headers);
  const addresses = [response.url, redirectChain.url];
  const context = { redirectChain, response, view, network, bytes: response.bytes, addresses, now: network.now() };
  const findings = await makeChecks(context, (check) => onProgress(`${url}: ${check}`));
  const history = await walkArchive(context, network, (documents) => onProgress(`${url}: ${plural(documents, "document")} of its archive`));
  const report: FeedReport = {
    url,
    kind: view.kind,
    ...(system.generator !== undefined && { system: system.generator }),
    findings: adviseIn(system, summarizeLimit([...findings, ...describeArchive(history, view)], network.now())),
    history,
  };
  examined.set(response.url, report);
  return report;
}

function describeSame(chain: RedirectChain, { url }: FeedReport): Finding[] {
  const message = `The document is that of ${url}, whose findings are above`;
  return [...describeRedirects(chain), { check: "reachable", severity: "ok", message }];
}
