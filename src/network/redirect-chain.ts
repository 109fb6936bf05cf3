import { NetworkFailure } from "./network-failure.ts";
import { reasonNotToRequest } from "./private-host.ts";
import { type HttpResponse, type Network, type RequestOptions, request } from "./request.ts";

/** A redirect that was followed, or could not be. */
export interface Redirect {
  readonly from: string;
  readonly status: number;
  /** Absolute, where that can be said; otherwise as the header has it. */
  readonly to: string;
}

/** The way from an address to what is there in the end. */
export interface RedirectChain {
  /** Where it began. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** What the last one answered; undefined where the way leads nowhere. */
  readonly response?: HttpResponse;
  /** Why it leads nowhere, and what to do about that. */
  readonly failure?: { readonly reason: string; readonly advice: string; readonly isRedirect: boolean };
}

const maxRedirects = 10;

/** Asks, and follows redirects to their end. */
export async function followRedirects(start: string, options: RequestOptions, network: Network): Promise<RedirectChain> {
  const redirects: Redirect[] = [];
  for (let url = start; ; ) {
    const response = await request(url, options, network).catch(failureOf);
    if (!("status" in response)) return { url: start, redirects, failure: { ...response, isRedirect: false } };
    if (!isRedirect(response.status)) return { url: start, redirects, response };
    const location = response.headers.get("location") ?? "";
    const to = location === "" ? undefined : (URL.parse(location, url)?.href ?? location);
    redirects.push({ from: url, status: response.status, to: to ?? "nowhere: it has no Location" });
    const reason = reasonToStop(to, redirects);
    if (reason !== undefined || to === undefined) {
      const advice = "Answer with the feed, or redirect once to where it is";
      return { url: start, redirects, failure: { reason: reason ?? "it leads nowhere", advice, isRedirect: true } };
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

function reasonToStop(to: string | undefined, redirects: readonly Redirect[]): string | undefined {
  if (to === undefined) return "a redirect has no Location";
  if (redirects.some(({ from }) => from === to)) return "its redirects go round in a circle";
  if (redirects.length >= maxRedirects) return `it redirects more than ${maxRedirects} times`;
  const reason = reasonNotToRequest(to, redirects[0]?.from ?? to);
  return reason === undefined ? undefined : `a redirect leads to ${to}: ${reason}`;
}
