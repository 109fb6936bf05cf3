import { plural } from "../base/plural.ts";
import { findChallengeHeader } from "../network/challenge-header.ts";
import { NetworkFailure } from "../network/network-failure.ts";
import type { RedirectChain } from "../network/redirect-chain.ts";
import type { HttpResponse, Limit, Network } from "../network/request.ts";
import { describeRetryAfter, isLimit } from "../network/request-limits.ts";
import type { FeedView } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";

/** The inputs of a check of the document alone. */
export interface DocumentContext {
  readonly bytes: Uint8Array;
  readonly view: FeedView;
  /** The addresses that lead to the document, the final one first; empty if they are unknown. */
  readonly addresses: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The base of relative links in a document without an address. Nothing links to it. */
export const unknownAddress = "https://feed.invalid/";

/** The size from which the rules do not judge a document, in bytes: the validator stops there (ValidatorLimit). */
export const maxJudged = 5_000_000;

/** A check of the document alone, which a file allows, too. */
export type DocumentCheck = (context: DocumentContext) => Finding[];

/** The inputs of a check: a feed that was found, and the network. */
export interface CheckContext extends DocumentContext {
  readonly redirectChain: RedirectChain;
  /** The feed: a 200 to a request without preconditions. */
  readonly response: HttpResponse;
  readonly network: Network;
}

/** A check of one aspect. It returns no findings if the aspect does not apply, such as the hub of a feed without a hub. */
export type Check = (context: CheckContext) => Finding[] | Promise<Finding[]>;

/** A check that was not made because the server limits requests. */
interface UncheckedFinding extends Finding {
  readonly limit: Limit;
}

/** A check that was not made because the server is slow. */
interface SkippedFinding extends Finding {
  readonly isSkipped: true;
}

/** Returns whether a check was not made because the server is slow. */
export function isSkipped(finding: Finding): finding is SkippedFinding {
  return "isSkipped" in finding;
}

function withLimit(finding: Finding, limit: Limit): UncheckedFinding {
  return { ...finding, limit };
}

/** Describes why a server gets no further request, a clause: a limit, or a page that came instead of the feed. */
function describeLimit(limit: Limit): string {
  const sign = findChallengeHeader(limit.headers);
  const details = [`${limit.status}`, limit.page, sign].filter((part) => part !== undefined).join(", ");
  return `the server ${isLimit(limit) ? "limits requests" : "refuses requests after the first ones"} (${details})`;
}

/** Replaces the checks that were not made because the server limits requests with one finding. @param now milliseconds since 1970 */
export function summarizeLimit(findings: readonly Finding[], now: number): Finding[] {
  const unchecked = findings.filter((finding): finding is UncheckedFinding => "limit" in finding);
  const [first] = unchecked;
  if (first === undefined) return [...findings];
  const { limit } = first;
  const retry = `Try again ${describeRetryAfter(limit.headers, now) ?? "later"}`;
  const remedy = isLimit(limit) ? retry : "Exclude the feeds from the firewall or the bot protection that refuses them";
  const names = unchecked.map(({ check }) => check);
  return [
    ...findings.filter((finding) => !("limit" in finding)),
    {
      check: findChallengeHeader(limit.headers) === undefined ? "rate limit" : "bot wall",
      severity: "warning",
      message: `${describeLimit(limit).replace(/^t/, "T")}: ${plural(names.length, "check was", "checks were")} not made`,
      evidence: names.join(", "),
      advice: `${remedy}, and allow about twenty requests in a row: some readers poll for many subscribers from one address`,
    },
  ];
}

/** Returns the finding for a feed that was not requested because its server limits requests. @param now milliseconds since 1970 */
export function notExamined(limit: Limit, now: number): Finding {
  const message = `Not checked: ${describeLimit(limit)}, so this feed was not requested`;
  return { check: "rate limit", severity: "warning", message, advice: `Try again ${describeRetryAfter(limit.headers, now) ?? "later"}` };
}

/**
 * Returns the finding for a check that cannot run because the server now responds differently than a moment ago.
 * @param url the URL of the feed: if its server is slow or limits requests, one finding names all such checks
 */
export function notChecked(check: string, answer: HttpResponse | NetworkFailure, url: string, { limitOf, slowHosts }: Network): Finding {
  const isFailure = answer instanceof NetworkFailure;
  const reason = isFailure ? answer.message : `the server answers ${answer.status}`;
  const finding = { check, severity: "note", message: `Cannot check it: ${reason}`, advice: "Try again later" } as const;
  if (slowHosts?.find(url) !== undefined) return { ...finding, isSkipped: true } as SkippedFinding;
  const limit = limitOf?.(url);
  return limit === undefined ? finding : withLimit(finding, limit);
}

/** Returns whether two responses have the same body. */
export function haveEqualBytes({ bytes: a }: HttpResponse, { bytes: b }: HttpResponse): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** Formats a number of bytes: `12.3 kB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
