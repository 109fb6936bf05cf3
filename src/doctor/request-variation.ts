import { NetworkFailure } from "../network/network-failure.ts";
import { defaultTimeout, type HttpResponse, type Network, type RequestOptions, requestOrFail, tryRequest } from "../network/request.ts";
import { SlowHosts, slowResponse } from "../network/slow-hosts.ts";
import { type CheckContext, haveEqualBytes, notChecked } from "./check-context.ts";
import { kindNames } from "./live-site/document-kind.ts";
import { isPage, readFeed } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { quoteTitle } from "./live-site/page-title.ts";

/** The result of a request that differs in one respect from that of the feed, such as in its method. */
export type Variation =
  | { readonly seen: HttpResponse }
  /** The server fails because of the difference: a clause about the request, which begins with "It". */
  | { readonly fault: string }
  /** The server fails at any request now, or limits them. */
  | { readonly unchecked: Finding };

/**
 * Makes a request of a check. If it is refused, or gets a page, a request without the difference shows whether the difference is the cause.
 * A server that refuses the usual request, too, gets no further one.
 */
export async function requestVariation(
  check: string,
  options: RequestOptions,
  { network, response }: CheckContext,
  url = response.url,
): Promise<Variation> {
  const seen = await requestApart(url, options, { network, response });
  if (!(seen instanceof NetworkFailure) && !isRefused(seen, response)) return { seen };
  const unchecked = () => ({ unchecked: notChecked(check, seen, response.url, network) });
  if (network.slowHosts?.find(url) !== undefined || network.limitOf?.(url) !== undefined) return unchecked();
  const usual = await requestUsual(response, network);
  if (usual === undefined || isRefused(usual, response)) {
    if (usual !== undefined) stopIfBlocked(usual, network);
    return unchecked();
  }
  if (seen instanceof NetworkFailure) return { fault: `It gets no complete response: ${seen.message}` };
  return seen.status >= 500 ? { fault: `It is answered with ${seen.status}` } : { seen };
}

/**
 * Makes a request that gets no answer perhaps because of its kind. Then the usual request, with a short limit, shows whether the server is
 * slow: only then it is recorded as such. After the first wait, other requests of a special kind get this limit, too.
 */
export async function requestApart(
  url: string,
  options: RequestOptions,
  { network, response }: Pick<CheckContext, "network" | "response">,
): Promise<HttpResponse | NetworkFailure> {
  const { slowHosts, timeoutMs = defaultTimeout } = network;
  if (slowHosts === undefined || slowHosts.find(url) !== undefined) return requestOrFail(url, options, network);
  const own = new SlowHosts();
  const limit = slowHosts.hasWaited(url) ? slowResponse : timeoutMs;
  const seen = await requestOrFail(url, options, { ...network, slowHosts: own, timeoutMs: Math.min(timeoutMs, limit) });
  const slow = own.find(url);
  if (slow === undefined) return seen;
  const isQuick = seen instanceof NetworkFailure && (await answersQuickly(response, network));
  if (isQuick) slowHosts.addWait(url);
  else slowHosts.add(slow);
  return seen;
}

async function answersQuickly(response: HttpResponse, network: Network): Promise<boolean> {
  const own = new SlowHosts();
  return (await requestUsual(response, { ...network, slowHosts: own })) !== undefined && own.find(response.url) === undefined;
}

/** Requests the feed as usual. Returns undefined if the request fails. */
async function requestUsual({ url }: HttpResponse, network: Network): Promise<HttpResponse | undefined> {
  const timeoutMs = Math.min(network.timeoutMs ?? defaultTimeout, slowResponse);
  return tryRequest(url, {}, { ...network, timeoutMs });
}

// Firewalls answer with an error or a redirect, or with a page and the status 200.
function isRefused(seen: HttpResponse, feed: HttpResponse): boolean {
  return (seen.status !== 200 && seen.status !== 304) || isOtherPage(seen, feed);
}

function isOtherPage({ bytes, headers, status }: HttpResponse, feed: HttpResponse): boolean {
  const type = headers.get("content-type") ?? "";
  if (status !== 200) return false;
  return bytes.length > 0 ? isPage(bytes, type) : isHtml(type) && !isHtml(feed.headers.get("content-type") ?? "");
}

function isHtml(type: string): boolean {
  return /^text\/html\b/i.test(type);
}

// Redirects lead to the page of a challenge.
const refusals = [301, 302, 303, 307, 308, 401, 403, 405, 406, 418, 444, 999];

/** Stops asking a server that refuses the usual request for a feed, which it answered before. */
export function stopIfBlocked({ bytes, headers, status, url }: HttpResponse, { stopAsking }: Network): void {
  const isWebPage = status === 200 && isPage(bytes, headers.get("content-type") ?? "");
  if (!isWebPage && !refusals.includes(status)) return;
  const title = quoteTitle(new TextDecoder().decode(bytes.subarray(0, 50_000)));
  stopAsking?.(url, { headers, status, ...(isWebPage && { page: title === undefined ? "with a web page" : `with the page ${title}` }) });
}

/** Returns the reason why a 200 is not the feed, a clause; undefined if it is a feed in the same format. */
export function reasonForNoFeed(seen: HttpResponse, { response, view }: CheckContext): string | undefined {
  if (haveEqualBytes(seen, response)) return undefined;
  const found = readFeed(seen.bytes, seen.headers.get("content-type") ?? "", seen.url);
  if ("reason" in found) return found.reason;
  return found.kind === view.kind ? undefined : `it is ${kindNames[found.kind]}`;
}
