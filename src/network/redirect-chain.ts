import { NetworkFailure } from "./network-failure.ts";
import { reasonNotToRequest } from "./private-host.ts";
import { type HttpResponse, type Network, type RequestOptions, request } from "./request.ts";

/** A redirect that was followed, or could not be followed. */
export interface Redirect {
  readonly from: string;
  readonly status: number;
  /** Absolute if the header is a valid URL; otherwise as written in the header. */
  readonly to: string;
}

/** The redirects from an address to the final response. */
export interface RedirectChain {
  /** The first URL. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** The final response; undefined if the chain fails. */
  readonly response?: HttpResponse;
  /** The reason why the chain fails, and the remedy. */
  readonly failure?: { readonly reason: string; readonly advice: string; readonly isRedirect: boolean };
}

const maxRedirects = 10;

/** Requests a URL and follows its redirects. */
export async function followRedirects(start: string, options: RequestOptions, network: Network): Promise<RedirectChain> {
  const redirects: Redirect[] = [];
  for (let url = start; ; ) {
    const response = await request(url, options, network).catch(failureOf);
    if (!("status" in response)) return { url: start, redirects, failure: { ...response, isRedirect: false } };
    if (!isRedirect(response.status)) return { url: start, redirects, response };
    const location = response.headers.get("location") ?? "";
    const to = location === "" ? undefined : (URL.parse(location, url)?.href ?? location);
    redirects.push({ from: url, status: response.status, to: to ?? "nowhere: Location is missing" });
    const reason = reasonToStop(to, redirects);
    if (reason !== undefined || to === undefined) {
      const advice = "Answer with the feed, or redirect once to its address";
      return { url: start, redirects, failure: { reason: reason ?? "a redirect has no Location", advice, isRedirect: true } };
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
  if (redirects.some(({ from }) => from === to)) return "its redirects form a loop";
  if (redirects.length >= maxRedirects) return `it redirects more than ${maxRedirects} times`;
  const reason = reasonNotToRequest(to, redirects[0]?.from ?? to);
  return reason === undefined ? undefined : `a redirect leads to ${to}: ${reason}`;
}
