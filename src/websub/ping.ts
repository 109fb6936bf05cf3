import { mapLimited } from "../base/map-limited.ts";
import { describeNetworkError } from "../network/describe-network-error.ts";

/** What became of the ping about one topic. */
export interface PingResult {
  /** URL of the feed. */
  readonly topic: string;
  readonly ok: boolean;
  /** Of the hub's last answer; undefined when there was none. */
  readonly status?: number;
  /** Why it failed, as a person reads it: `503`, `no answer within 10 s`. */
  readonly error?: string;
  /** How often it was tried; 0 when the hub was given up before its turn. */
  readonly attempts: number;
}

/** What pinging depends on. */
export interface PingOptions {
  readonly fetch: typeof fetch;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** How often a topic is tried at most. */
  readonly attempts: number;
  /** Milliseconds until an attempt is given up. */
  readonly timeout?: number;
}

const atOnce = 4;
const longestWait = 30_000;
const mostRedirects = 3;

/**
 * Tells a hub that feeds have changed. WebSub leaves it to the two of them how (W3C Recommendation §6); what hubs
 * understand is the ping of PubSubHubbub: a form with `hub.mode=publish` and `hub.url`. Not every hub takes several
 * addresses in one form, so each topic has a request of its own.
 *
 * Never rejects. A failure that may pass (no answer, 408, 429, 5xx) is tried again. When it stays, and the hub itself is the
 * reason, the topics that are still to come are not tried.
 */
export function pingAll(hub: string, topics: readonly string[], options: PingOptions): Promise<PingResult[]> {
  let down: PingResult | undefined;
  return mapLimited(topics, atOnce, async (topic) => {
    if (down !== undefined) return { ...down, topic, attempts: 0 };
    const { concernsAll, ...result } = await ping(hub, topic, options);
    if (concernsAll) down = result;
    return result;
  });
}

/** What a hub said to one attempt. */
interface Answer extends Pick<PingResult, "ok" | "status" | "error"> {
  /** Whether another attempt may do better. */
  readonly passes: boolean;
  /** Whether it is about the hub and not about the topic. */
  readonly concernsAll: boolean;
  /** Milliseconds that the hub asks for; 0 when it does not. */
  readonly retryAfter: number;
}

async function ping(hub: string, topic: string, { fetch, wait, attempts, timeout = 10_000 }: PingOptions) {
  for (let attempt = 1; ; attempt++) {
    const { passes, retryAfter, ...answer } = await post(hub, topic, fetch, timeout);
    if (!passes || attempt >= attempts) return { topic, ...answer, attempts: attempt };
    await wait(Math.min(Math.max(retryAfter, 1000 * 2 ** (attempt - 1)), longestWait));
  }
}

async function post(hub: string, topic: string, fetch: PingOptions["fetch"], timeout: number): Promise<Answer> {
  const init: RequestInit = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ "hub.mode": "publish", "hub.url": topic }).toString(),
    redirect: "manual", // else a 301 or a 302 makes a GET of it, which a hub answers kindly and ignores
    signal: AbortSignal.timeout(timeout),
  };
  try {
    let url = hub;
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(url, init);
      response.body?.cancel().catch(() => {}); // says nothing that is needed, and holds a connection
      const target = response.headers.get("location");
      if (![307, 308].includes(response.status) || target === null || redirects === mostRedirects) return judge(response, target);
      url = new URL(target, url).href;
    }
  } catch (error) {
    return { ok: false, error: describeNetworkError(error, timeout), passes: true, concernsAll: true, retryAfter: 0 };
  }
}

const passing = [408, 429];
const overloaded = [429, 502, 503, 504];

function judge({ headers, ok, status }: Response, location: string | null): Answer {
  if (ok) return { ok, status, passes: false, concernsAll: false, retryAfter: 0 };
  const isRedirect = status >= 300 && status < 400 && location !== null;
  return {
    ok,
    status,
    error: isRedirect ? `${status} leads to ${location}, where no ping can follow; name the hub's own address` : String(status),
    passes: passing.includes(status) || status >= 500,
    concernsAll: isRedirect || overloaded.includes(status),
    retryAfter: Number(/^\d+$/.exec(headers.get("retry-after") ?? "")?.[0] ?? 0) * 1000,
  };
}
