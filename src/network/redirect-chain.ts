import { NetworkFailure } from "./network-failure.ts";
import { reasonNotToAsk } from "./private-host.ts";
import { type Answer, ask, type Network, type Question } from "./request.ts";

/** A redirect that was followed, or could not be. */
export interface Hop {
  readonly from: string;
  readonly status: number;
  /** Absolute, where that can be said; otherwise as the header has it. */
  readonly to: string;
}

/** The way from an address to what is there in the end. */
export interface Journey {
  /** Where it began. */
  readonly url: string;
  readonly hops: readonly Hop[];
  /** What the last one answered; undefined where the way leads nowhere. */
  readonly answer?: Answer;
  /** Why it leads nowhere, and what to do about that. */
  readonly failure?: { readonly reason: string; readonly advice: string; readonly isRedirect: boolean };
}

const maxHops = 10;

/** Asks, and follows redirects to their end. */
export async function follow(start: string, question: Question, network: Network): Promise<Journey> {
  const hops: Hop[] = [];
  for (let url = start; ; ) {
    const answer = await ask(url, question, network).catch(failureOf);
    if (!("status" in answer)) return { url: start, hops, failure: { ...answer, isRedirect: false } };
    if (!isRedirect(answer.status)) return { url: start, hops, answer };
    const location = answer.headers.get("location") ?? "";
    const to = location === "" ? undefined : (URL.parse(location, url)?.href ?? location);
    hops.push({ from: url, status: answer.status, to: to ?? "nowhere: it has no Location" });
    const reason = reasonToStop(to, hops);
    if (reason !== undefined || to === undefined) {
      const advice = "Answer with the feed, or redirect once to where it is";
      return { url: start, hops, failure: { reason: reason ?? "it leads nowhere", advice, isRedirect: true } };
    }
    url = to;
  }
}

function failureOf(error: unknown): { readonly reason: string; readonly advice: string } {
  if (!(error instanceof NetworkFailure)) throw error;
  return { reason: error.message, advice: error.advice };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function reasonToStop(to: string | undefined, hops: readonly Hop[]): string | undefined {
  if (to === undefined) return "a redirect has no Location";
  if (hops.some(({ from }) => from === to)) return "its redirects go round in a circle";
  if (hops.length >= maxHops) return `it redirects more than ${maxHops} times`;
  const reason = reasonNotToAsk(to, hops[0]?.from ?? to);
  return reason === undefined ? undefined : `a redirect leads to ${to}: ${reason}`;
}
