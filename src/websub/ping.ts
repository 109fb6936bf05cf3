import { mapLimited } from "../base/map-limited.ts";
import { describeNetworkError } from "../network/describe-network-error.ts";
import { retry, retryAfterOf } from "../network/retry.ts";

/** The result of pinging about one topic. */
export interface PingResult {
  /** URL of the feed. */
  readonly topic: string;
  readonly ok: boolean;
  /** The status of the hub's last response; undefined if there was no response. */
  readonly status?: number;
  /** The reason of the failure, for display: `503`, `no answer within 10 s`. */
  readonly error?: string;
  /** The number of attempts; 0 if the hub had failed before. */
  readonly attempts: number;
}

/** The dependencies and limits of pings. */
export interface PingOptions {
  readonly fetch: typeof fetch;
  /** Resolves after this number of milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The maximum number of attempts per topic. */
  readonly attempts: number;
  /** Milliseconds until an attempt is cancelled. */
  readonly timeout?: number;
}

const concurrency = 4;
const maxRedirects = 3;

/**
 * Notifies a hub that feeds have changed. WebSub leaves the method to publisher and hub (W3C Recommendation §6). Hubs support the ping
 * of PubSubHubbub: a form with `hub.mode=publish` and `hub.url`. Some hubs accept only one address per form, so each topic has its
 * own request.
 *
 * Never rejects. A transient failure (no response, 408, 429, 5xx) is retried. If it persists and concerns the hub itself, the
 * remaining topics are skipped.
 */
export function pingAll(hub: string, topics: readonly string[], options: PingOptions): Promise<PingResult[]> {
  let down: PingResult | undefined;
  return mapLimited(topics, concurrency, async (topic) => {
    if (down !== undefined) return { ...down, topic, attempts: 0 };
    const { concernsAll, ...result } = await ping(hub, topic, options);
    if (concernsAll) down = result;
    return result;
  });
}

/** The outcome of one attempt. */
interface AttemptResult extends Pick<PingResult, "ok" | "status" | "error"> {
  /** True if the failure concerns the hub, not the topic. */
  readonly concernsAll: boolean;
  /** Milliseconds that the hub asks to wait before a retry, or 0; undefined if a retry cannot succeed. */
  readonly delay: number | undefined;
}

async function ping(hub: string, topic: string, { fetch, wait, attempts, timeout = 10_000 }: PingOptions) {
  const retried = await retry(() => post(hub, topic, fetch, timeout), { attempts, wait, delayOf: ({ delay }) => delay });
  const { delay: _, ...result } = retried.result;
  return { topic, ...result, attempts: retried.attempts };
}

async function post(hub: string, topic: string, fetch: PingOptions["fetch"], timeout: number): Promise<AttemptResult> {
  const init: RequestInit = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ "hub.mode": "publish", "hub.url": topic }).toString(),
    redirect: "manual", // otherwise a 301 or 302 turns it into a GET, which a hub accepts and ignores
    signal: AbortSignal.timeout(timeout),
  };
  try {
    let url = hub;
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(url, init);
      response.body?.cancel().catch(() => {}); // not needed, and an unread body keeps the connection open
      const target = response.headers.get("location");
      if (![307, 308].includes(response.status) || target === null || redirects === maxRedirects) return judge(response, target);
      url = new URL(target, url).href;
    }
  } catch (error) {
    return { ok: false, error: describeNetworkError(error, timeout), concernsAll: true, delay: 0 };
  }
}

const transientStatuses = [408, 429];
const overloaded = [429, 502, 503, 504];

function judge({ headers, ok, status }: Response, location: string | null): AttemptResult {
  if (ok) return { ok, status, concernsAll: false, delay: undefined };
  const isRedirect = status >= 300 && status < 400 && location !== null;
  return {
    ok,
    status,
    error: isRedirect ? `${status} redirects to ${location}, which a ping cannot follow; name the hub's own address` : String(status),
    concernsAll: isRedirect || overloaded.includes(status),
    delay: transientStatuses.includes(status) || status >= 500 ? retryAfterOf(headers) : undefined,
  };
}
