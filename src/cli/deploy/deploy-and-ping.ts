import type { Print } from "../../terminal/terminal.ts";
import { describePings } from "../../websub/describe-pings.ts";
import { pingAll } from "../../websub/ping.ts";
import { hasChanged, readLiveFeeds } from "./live/live-feeds.ts";
import { readLiveVersion, type WaitOptions, waitForNewVersion } from "./live/live-version.ts";
import type { WatchedFeeds } from "./live/watched-feeds.ts";

/** A deployment with pings, and everything that it depends on. */
export interface DeployOptions extends WatchedFeeds, WaitOptions {
  /** Deploys; resolves with the exit code. */
  readonly deploy: () => Promise<number>;
  readonly print: Print;
}

const attempts = 4;

/**
 * Deploys, and notifies the hub of the feeds that have changed.
 * @returns the exit code of the deployment, whether or not the pings succeed
 */
export async function deployAndPing({ hub, url, feeds, deploy, print, ...network }: DeployOptions): Promise<number> {
  const { fetch, wait } = network;
  const former = await readLiveVersion(url, fetch);
  const before = former.error === undefined ? await readLiveFeeds(feeds, fetch) : undefined; // a first deployment, perhaps
  const exitCode = await deploy();
  if (exitCode !== 0) return exitCode;

  const version = await waitForNewVersion(url, former, network);
  if (version.error !== undefined) {
    print(`Cannot reach ${url} to see which feeds have changed: ${version.error}. The hub gets no ping`);
    return exitCode;
  }
  const after = await readLiveFeeds(feeds, fetch);
  const [unseen, ...more] = [...after].flatMap(([feed, found]) => (found.state === "unknown" ? [{ feed, reason: found.reason }] : []));
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  if (unseen !== undefined) print(`Cannot see whether ${unseen.feed} has changed: ${unseen.reason}${others}`);
  else if (!version.isNew) print(`Cannot see the new version at ${url}/health yet: the hub gets no ping for later changes`);

  const changed = feeds.filter((feed) => hasChanged(before?.get(feed), after.get(feed)));
  if (changed.length === 0 && unseen === undefined) print(`No feed has changed: ${hub} gets no ping`);
  print(...describePings(hub, await pingAll(hub, changed, { fetch, wait, attempts })));
  return exitCode;
}
