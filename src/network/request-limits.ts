import { findChallengeHeader } from "./challenge-header.ts";
import type { Limit, Network } from "./request.ts";
import { retryAfterSeconds } from "./retry.ts";
import { SlowHosts } from "./slow-hosts.ts";

/**
 * Creates a network that stops asking a host once it limits requests: 429, or 503 with Retry-After (RFC 6585 §4, RFC 9110 §15.6.4).
 * Further requests get the same status and headers at once, without the network, or 403 if the server blocks requests. It also stops asking a host once a response is slow.
 */
export function respectLimits(network: Network): Network {
  const limits = new Map<string, Limit>();
  return {
    slowHosts: new SlowHosts(),
    ...network,
    limitOf: (url) => limits.get(new URL(url).host),
    stopAsking: (url, limit) => void limits.set(new URL(url).host, limit),
    fetch: async (input, init) => {
      const { host } = new URL(input instanceof Request ? input.url : input);
      const limit = limits.get(host);
      if (limit) return new Response(null, { headers: limit.headers, status: isLimit(limit) ? limit.status : 403 });
      const response = await network.fetch(input, init);
      const { headers, status } = response;
      if (isLimit(response)) limits.set(host, { headers: new Headers(headers), status });
      return response;
    },
  };
}

/** Returns whether a response limits requests. A challenge of bot protection does not: waiting does not help. */
export function isLimit({ headers, status }: Limit): boolean {
  if (findChallengeHeader(headers) !== undefined) return false;
  return status === 429 || (status === 503 && headers.has("retry-after"));
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/**
 * Describes the time that a server asks clients to wait, such as `in 2 minutes`, or `now`; undefined without a valid Retry-After (RFC 9110 §10.2.3).
 */
export function describeRetryAfter(headers: Headers, now: number): string | undefined {
  const seconds = retryAfterSeconds(headers, now);
  if (seconds === undefined || Number.isNaN(seconds)) return undefined;
  const [name, size] = units.find(([, length]) => seconds >= 2 * length) ?? ["second", 1];
  if (seconds <= 0) return "now";
  const count = Math.round(seconds / size);
  return `in ${count} ${name}${count === 1 ? "" : "s"}`;
}

/** Returns a Retry-After that is neither a number of seconds nor a date, shortened; undefined for a valid one or without one. */
export function findInvalidRetryAfter(headers: Headers): string | undefined {
  const value = headers.get("retry-after");
  return value === null || describeRetryAfter(headers, 0) !== undefined ? undefined : value.slice(0, 40);
}
