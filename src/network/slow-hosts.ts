import { withoutWww } from "../base/short-address.ts";

/** Milliseconds after which a server is slow: it is asked no more than necessary. */
export const slowResponse = 5000;

/** The first request that a host did not answer in time. */
export interface SlowRequest {
  /** The host, without www. */
  readonly host: string;
  /** A clause that names the request and its time: `HEAD /feed.xml took 8.0 s`. */
  readonly reason: string;
}

/** The parts of a request that describe it. */
interface DescribedRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The hosts that did not answer a request in time. They get no further request in an examination. */
export class SlowHosts {
  readonly #hosts = new Map<string, SlowRequest>();
  readonly #waits = new Set<string>();

  /** Returns the first slow request to the host of a URL; undefined if it answers in time. */
  find(url: string): SlowRequest | undefined {
    return this.#hosts.get(hostOf(url));
  }

  /** Records a slow request that was measured apart. */
  add(slow: SlowRequest): void {
    if (!this.#hosts.has(slow.host)) this.#hosts.set(slow.host, slow);
  }

  /** Records that a request of a special kind got no response, although the usual one does. */
  addWait(url: string): void {
    this.#waits.add(hostOf(url));
  }

  /** Returns whether a request of a special kind to the host has got no response: the next one is given less time. */
  hasWaited(url: string): boolean {
    return this.#waits.has(hostOf(url));
  }

  /** Records the host of a request if the response took too long. @param failure the reason why there is no response */
  record(request: DescribedRequest, milliseconds: number, failure?: { readonly reason: string; readonly isTimeout: boolean }): void {
    const host = hostOf(request.url);
    if (this.#hosts.has(host) || (milliseconds < slowResponse && !failure?.isTimeout)) return;
    const cause = failure === undefined ? "" : ` (${failure.reason})`;
    const result = failure?.isTimeout ? `got ${failure.reason.replace(/^the response was not/, "no response that was")}` : undefined;
    this.#hosts.set(host, { host, reason: `${describeRequest(request)} ${result ?? `took ${secondsText(milliseconds)}${cause}`}` });
  }
}

// A server is the same one with and without www.
function hostOf(url: string): string {
  return withoutWww(new URL(url).host);
}

const maxText = 80; // UTF-16 units of an address, and of a header

function describeRequest({ headers = {}, method = "GET", url }: DescribedRequest): string {
  const { pathname, search } = new URL(url);
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`.slice(0, maxText));
  const difference = fields.length === 0 ? "" : ` with ${fields.join(", ")}`;
  return `${method} ${(pathname + search).slice(0, maxText)}${difference}`;
}

/** Formats a time: `8.1 s`. */
export function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
