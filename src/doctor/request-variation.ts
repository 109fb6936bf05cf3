import { NetworkFailure } from "../network/network-failure.ts";
import { defaultTimeout, type HttpResponse, type Network, type RequestOptions, requestOrFail, tryRequest } from "../network/request.ts";
import { isLimit } from "../network/request-limits.ts";
import { type CheckContext, haveEqualBytes, notChecked } from "./check-context.ts";
import { kindNames } from "./live-site/document-kind.ts";
import { readFeed } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { slowResponse } from "./live-site/response-time.ts";

/** The result of a request that differs in one respect from that of the feed, such as in its method. */
export type Variation =
  | { readonly seen: HttpResponse }
  /** The server fails because of the difference: a clause about the request, which begins with "It". */
  | { readonly fault: string }
  /** The server fails at any request now, or limits them. */
  | { readonly unchecked: Finding };

/** Makes a request of a check. If it fails, a request without the difference shows whether the difference is the cause. */
export async function requestVariation(
  check: string,
  options: RequestOptions,
  { network, response }: CheckContext,
  url = response.url,
): Promise<Variation> {
  const seen = await requestOrFail(url, options, network);
  if (!(seen instanceof NetworkFailure) && seen.status < 500 && !isLimit(seen)) return { seen };
  const unchecked = notChecked(check, seen instanceof NetworkFailure ? undefined : seen);
  const hasLimit = !(seen instanceof NetworkFailure) && isLimit(seen);
  if (hasLimit || !(await isAvailable(response, network))) return { unchecked };
  return { fault: seen instanceof NetworkFailure ? `It gets no complete response: ${seen.message}` : `It is answered with ${seen.status}` };
}

/** Returns whether the server still answers the usual request, and quickly. */
export async function isAvailable({ url }: HttpResponse, network: Network): Promise<boolean> {
  const timeoutMs = Math.min(network.timeoutMs ?? defaultTimeout, slowResponse);
  const usual = await tryRequest(url, {}, { ...network, timeoutMs });
  return usual?.status === 200 && usual.milliseconds < slowResponse;
}

/** Returns the reason why a 200 is not the feed, a clause; undefined if it is a feed in the same format. */
export function reasonForNoFeed(seen: HttpResponse, { response, view }: CheckContext): string | undefined {
  if (haveEqualBytes(seen, response)) return undefined;
  const found = readFeed(seen.bytes, seen.headers.get("content-type") ?? "", seen.url);
  if ("reason" in found) return found.reason;
  return found.kind === view.kind ? undefined : `it is ${kindNames[found.kind]}`;
}
