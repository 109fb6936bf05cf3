import { mapLimited } from "../../../base/map-limited.ts";
import { describeNetworkError } from "../../../network/describe-network-error.ts";

/** The state of a feed on the live site. */
export type LiveFeed =
  | { readonly state: "found"; readonly etag: string | undefined }
  | { readonly state: "missing" }
  | { readonly state: "unknown"; readonly reason: string };

const concurrency = 8;
const timeout = 10_000;

/** Requests the validators of the feeds at the URLs. */
export async function readLiveFeeds(urls: readonly string[], fetch: typeof globalThis.fetch): Promise<ReadonlyMap<string, LiveFeed>> {
  return new Map(await mapLimited(urls, concurrency, async (url) => [url, await readLiveFeed(url, fetch)] as const));
}

async function readLiveFeed(url: string, fetch: typeof globalThis.fetch): Promise<LiveFeed> {
  try {
    // A compressed response may have its own ETag.
    const headers = { "accept-encoding": "identity", "cache-control": "no-cache" };
    const { headers: found, ok, status } = await fetch(url, { method: "HEAD", headers, signal: AbortSignal.timeout(timeout) });
    if (ok) return { state: "found", etag: found.get("etag")?.replace(/^W\//, "") };
    return status === 404 || status === 410 ? { state: "missing" } : { state: "unknown", reason: String(status) };
  } catch (error) {
    return { state: "unknown", reason: describeNetworkError(error, timeout) };
  }
}

/** Returns whether a feed has changed; true if that is unknown. */
export function hasChanged(before: LiveFeed | undefined, after: LiveFeed | undefined): boolean {
  if (after?.state !== "found") return false;
  return before?.state !== "found" || before.etag === undefined || before.etag !== after.etag;
}
