import { plural } from "../base/plural.ts";
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
  readonly limit: HttpResponse;
}

function withLimit(finding: Finding, limit: HttpResponse): UncheckedFinding {
  return { ...finding, limit };
}

/** Replaces the checks that were not made because the server limits requests with one finding. @param now milliseconds since 1970 */
export function summarizeLimit(findings: readonly Finding[], now: number): Finding[] {
  const unchecked = findings.filter((finding): finding is UncheckedFinding => "limit" in finding);
  const [first] = unchecked;
  if (first === undefined) return [...findings];
  const { headers, status } = first.limit;
  const retry = describeRetryAfter(headers, now) ?? "later";
  const names = unchecked.map(({ check }) => check);
  return [
    ...findings.filter((finding) => !("limit" in finding)),
    {
      check: "rate limit",
      severity: "warning",
      message: `The server limits requests (${status}): ${plural(names.length, "check was", "checks were")} not made`,
      evidence: names.join(", "),
      advice: `Try again ${retry}, and allow about twenty requests in a row: some readers poll for many subscribers from one address`,
    },
  ];
}

/** Returns the finding for a feed that was not requested because its server limits requests. @param now milliseconds since 1970 */
export function notExamined({ headers, status }: Limit, now: number): Finding {
  const message = `Not checked: the server limits requests (${status}), so this feed was not requested`;
  return { check: "rate limit", severity: "warning", message, advice: `Try again ${describeRetryAfter(headers, now) ?? "later"}` };
}

/** Returns the finding for a check that cannot run because the server now responds differently than a moment ago. */
export function notChecked(check: string, response: HttpResponse | undefined): Finding {
  const message = response === undefined ? "Cannot check it: no response" : `Cannot check it: the server answers ${response.status}`;
  const finding = { check, severity: "note", message, advice: "Try again later" } as const;
  return response !== undefined && isLimit(response) ? withLimit(finding, response) : finding;
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
