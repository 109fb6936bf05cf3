import { NetworkFailure, networkFailure, SkippedRequest } from "./network-failure.ts";
import { readResponseBody } from "./read-body.ts";
import { retry } from "./retry.ts";
import type { SlowHosts } from "./slow-hosts.ts";

/** The network and the clock of an examination. */
export interface Network {
  readonly fetch: typeof fetch;
  /** Allows the host of a URL that the user named to be in a private network. */
  readonly trust?: (url: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after this number of milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds after which a request is cancelled. */
  readonly timeoutMs?: number;
  /** Returns the earlier response by which the host of a URL limits requests; undefined if it may be requested. */
  readonly limitOf?: (url: string) => Limit | undefined;
  /** Records that the host of a URL refuses further requests. */
  readonly stopAsking?: (url: string, limit: Limit) => void;
  /** The hosts that did not answer in time, and get no further request. */
  readonly slowHosts?: SlowHosts;
}

/** A response that limits or refuses requests. */
export interface Limit {
  readonly headers: Headers;
  readonly status: number;
  /** A clause about the page that came instead of the document; undefined without one. */
  readonly page?: string;
}

/** A server's response to one request; redirects are not followed. */
export interface HttpResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The decompressed body. */
  readonly bytes: Uint8Array;
  /** True if the body is longer and was cut off. */
  readonly isTruncated: boolean;
  /** The time from the request to the end of the body. */
  readonly milliseconds: number;
}

/** The options of a request; its headers replace the usual headers of a feed reader. */
export interface RequestOptions {
  readonly method?: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
}

/** The maximum number of decompressed bytes to read: a small response may decompress into gigabytes. */
export const maxBytes = 20_000_000;
/** Milliseconds for the headers and the body of one response. */
export const defaultTimeout = 20_000;

const readerHeaders = {
  accept: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1",
  "accept-encoding": "gzip, br",
  "user-agent": "FeedDoctor/1.0 (feed reader; checks one feed for its owner)",
};

/** The User-Agent of a browser. */
export const browserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/**
 * Requests a URL as a feed reader does. It retries once if the server closes the connection.
 * @throws NetworkFailure
 */
export async function request(url: string, options: RequestOptions, network: Network): Promise<HttpResponse> {
  const answer = await requestOrFail(url, options, network);
  if (answer instanceof NetworkFailure) throw answer;
  return answer;
}

async function requestOnce(
  url: string,
  { headers, method = "GET" }: RequestOptions,
  { fetch, now, slowHosts, timeoutMs = defaultTimeout }: Network,
): Promise<HttpResponse | NetworkFailure> {
  const slow = slowHosts?.find(url);
  if (slow !== undefined) return new SkippedRequest(slow);
  const described = { url, method, ...(headers && { headers }) };
  let hasBegun = false;
  const start = now();
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers: { ...readerHeaders, ...headers }, redirect: "manual", signal });
    hasBegun = true;
    const body = await readResponseBody(response, maxBytes);
    const milliseconds = now() - start;
    slowHosts?.record(described, milliseconds);
    return { url, status: response.status, headers: response.headers, ...body, milliseconds };
  } catch (error) {
    const failure = networkFailure(error, timeoutMs, hasBegun);
    slowHosts?.record(described, now() - start, { reason: failure.message, isTimeout: (error as Error).name === "TimeoutError" });
    return failure;
  }
}

/** Requests a URL. Returns undefined if the request fails. */
export async function tryRequest(url: string, options: RequestOptions, network: Network): Promise<HttpResponse | undefined> {
  const answer = await requestOrFail(url, options, network);
  return answer instanceof NetworkFailure ? undefined : answer;
}

/** Requests a URL as {@link request} does. Returns the reason if the request fails. */
export async function requestOrFail(url: string, options: RequestOptions, network: Network): Promise<HttpResponse | NetworkFailure> {
  // An idle connection may end at the moment of the request, so a new one is opened at once.
  const delayOf = (answer: HttpResponse | NetworkFailure) =>
    answer instanceof NetworkFailure && answer.isHangUp && network.slowHosts?.find(url) === undefined ? 0 : undefined;
  const { result } = await retry(() => requestOnce(url, options, network), { attempts: 2, pause: 0, wait: network.wait, delayOf });
  return result;
}
