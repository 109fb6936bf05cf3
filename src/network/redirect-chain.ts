import { withoutFragment } from "../base/without-fragment.ts";
import { NetworkFailure, SkippedRequest } from "./network-failure.ts";
import { reasonNotToRequest } from "./private-host.ts";
import { type HttpResponse, type Network, type RequestOptions, requestOrFail } from "./request.ts";
import type { SlowRequest } from "./slow-hosts.ts";

/** A redirect that was followed, or could not be followed. */
export interface Redirect {
  readonly from: string;
  readonly status: number;
  /** Absolute if the header is a valid URL; otherwise as written in the header. */
  readonly to: string;
  /** True if the response has several headers Location, of which the first was followed. */
  readonly isRepeated?: boolean;
}

/** The redirects from an address to the final response. */
export interface RedirectChain {
  /** The first URL. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** The final response; undefined if the chain fails. */
  readonly response?: HttpResponse;
  readonly failure?: ChainFailure;
}

/** The reason why a chain fails, and the remedy. */
interface ChainFailure {
  readonly reason: string;
  readonly advice: string;
  readonly isRedirect: boolean;
  /** True if the server answered, and its response ended too soon. */
  readonly isIncomplete: boolean;
  /** The earlier request because of which this one was not made. */
  readonly slow?: SlowRequest;
}

const maxRedirects = 10;

/** Requests a URL and follows its redirects. */
export async function followRedirects(start: string, options: RequestOptions, network: Network): Promise<RedirectChain> {
  const redirects: Redirect[] = [];
  let setsCookie = false;
  for (let url = start; ; ) {
    const response = await requestOrFail(url, options, network);
    if (response instanceof NetworkFailure) {
      const { advice, isIncomplete, message: reason } = response;
      const slow = response instanceof SkippedRequest ? { slow: response.slow } : {};
      return { url: start, redirects, failure: { reason, advice, isIncomplete, isRedirect: false, ...slow } };
    }
    if (!isRedirect(response.status)) return { url: start, redirects, response };
    setsCookie ||= response.headers.has("set-cookie");
    const [location = "", second] = (response.headers.get("location") ?? "").split(/,\s+/); // a URL has no white space
    const to = location === "" ? undefined : withoutFragment(URL.parse(location, url)?.href ?? location);
    redirects.push({
      from: url,
      status: response.status,
      to: to ?? "nowhere: Location is missing",
      ...(second !== undefined && { isRepeated: true }),
    });
    const reason = reasonToStop(to, redirects);
    if (reason !== undefined || to === undefined) {
      const failure = setsCookie && isEndless(reason) ? describeCookieWall(reason) : { reason: reason ?? noLocation, advice: usualAdvice };
      return { url: start, redirects, failure: { ...failure, isIncomplete: false, isRedirect: true } };
    }
    url = to;
  }
}

const usualAdvice = "Answer with the feed, or redirect once to its address";
const noLocation = "a redirect has no Location";
const loop = "its redirects form a loop";
const tooMany = `it redirects more than ${maxRedirects} times`;

function isEndless(reason: string | undefined): reason is string {
  return reason === loop || reason === tooMany;
}

// Such a server redirects until its cookie comes back. The loop is not in the addresses then.
function describeCookieWall(reason: string): Pick<ChainFailure, "reason" | "advice"> {
  return {
    reason: `${reason}, and a cookie is set, which feed readers do not send back`,
    advice:
      "Answer with the feed without asking for a cookie: exclude the feed from the program that sets it, such as a login, a consent page or bot protection",
  };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function reasonToStop(to: string | undefined, redirects: readonly Redirect[]): string | undefined {
  if (to === undefined) return noLocation;
  if (redirects.some(({ from }) => from === to)) return loop;
  if (redirects.length >= maxRedirects) return tooMany;
  const reason = reasonNotToRequest(to, redirects[0]?.from ?? to);
  return reason === undefined ? undefined : `a redirect leads to ${to}: ${reason}`;
}
