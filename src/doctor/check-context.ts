import type { RedirectChain } from "../network/redirect-chain.ts";
import type { HttpResponse, Network } from "../network/request.ts";
import type { FeedView } from "./feed-view.ts";
import type { Finding } from "./finding.ts";

/** A feed that was found, for the checks to look at more closely. */
export interface CheckContext {
  readonly redirectChain: RedirectChain;
  /** The feed: a 200, asked for without conditions. */
  readonly response: HttpResponse;
  readonly view: FeedView;
  readonly network: Network;
}

/** One thing to look at. A check that has nothing to say of a feed, since it has no hub, say, gives nothing. */
export type Check = (visit: CheckContext) => Finding[] | Promise<Finding[]>;

/** What a check says that could not look: the server answers otherwise than it did a moment ago. */
export function notChecked(check: string, answer: HttpResponse | undefined): Finding {
  const what = answer === undefined ? "Cannot see: no answer" : `Cannot see: the server answers ${answer.status}`;
  const isLimited = answer?.status === 429;
  const advice = isLimited ? "Let readers ask more often than that: some have many subscribers behind one address" : "Try again later";
  return { check, verdict: "note", what, advice };
}

/** Whether another answer has nothing to say about a feed that was there a moment ago. */
export function isInterrupted(answer: HttpResponse | undefined): answer is undefined {
  return answer === undefined || answer.status === 429 || answer.status >= 500;
}

/** Whether two answers have the same body. */
export function haveEqualBytes({ bytes: a }: HttpResponse, { bytes: b }: HttpResponse): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** `12.3 kB` */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
