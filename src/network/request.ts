import { NetworkFailure, networkFailure } from "./network-failure.ts";
import { readResponseBody } from "./read-body.ts";
import { retry } from "./retry.ts";

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
}

/** A response that limits requests. */
export interface Limit {
  readonly headers: Headers;
  readonly status: number;
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
  { fetch, now, timeoutMs = defaultTimeout }: Network,
): Promise<HttpResponse | NetworkFailure> {
  let hasBegun = false;
  try {
    const start = now();
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers: { ...readerHeaders, ...headers }, redirect: "manual", signal });
    hasBegun = true;
    const body = await readResponseBody(response, maxBytes);
    return { url, status: response.status, headers: response.headers, ...body, milliseconds: now() - start };
  } catch (error) {
    return networkFailure(error, timeoutMs, hasBegun);
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
  const delayOf = (answer: HttpResponse | NetworkFailure) => (answer instanceof NetworkFailure && answer.isHangUp ? 0 : undefined);
  const { result } = await retry(() => requestOnce(url, options, network), { attempts: 2, pause: 0, wait: network.wait, delayOf });
  return result;
}
