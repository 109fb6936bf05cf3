import { mapLimited } from "../../../base/map-limited.ts";
import type { LiveDates } from "../../../model/compiled-content.ts";
import { type Network, request } from "../../../network/request.ts";

const maxFeeds = 300; // a deployment waits for them
const concurrency = 8;
const timeoutMs = 5000;
const patience = 15_000; // milliseconds for all of them

/**
 * Reads the Last-Modified of live feeds by their entity tags. It omits the feeds that do not answer in time; their dates will be those of
 * the deployment.
 */
export async function readLiveDates(urls: readonly string[], network: Network): Promise<LiveDates> {
  const end = network.now() + patience;
  const found = await mapLimited(urls.slice(0, maxFeeds), concurrency, async (url) => {
    return network.now() < end ? readDate(url, { ...network, timeoutMs }) : undefined;
  });
  return Object.fromEntries(found.filter((date) => date !== undefined));
}

async function readDate(url: string, network: Network): Promise<readonly [etag: string, date: number] | undefined> {
  try {
    network.trust?.(url);
    // A compressed response may have another entity tag.
    const { headers, status } = await request(url, { method: "HEAD", headers: { "accept-encoding": "identity" } }, network);
    const etag = headers.get("etag")?.replace(/^W\//, "") ?? "";
    const date = Date.parse(headers.get("last-modified") ?? "");
    const isOurs = status === 200 && /^"[0-9a-f]{32}"$/.test(etag);
    return isOurs && date <= network.now() ? [etag, date] : undefined;
  } catch {
    return undefined; // the site may not be there yet
  }
}
