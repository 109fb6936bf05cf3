import { describePings } from "../websub/describe-pings.ts";
import { pingAll } from "../websub/ping.ts";
import { hasChanged, readLiveFeeds } from "./live-feeds.ts";
import { readLiveVersion, type WaitOptions, waitForNewVersion } from "./live-version.ts";
import type { WatchedFeeds } from "./watched-feeds.ts";

/** What a deployment with pings depends on. */
export interface DeployOptions extends WatchedFeeds, WaitOptions {
  /** Deploys; resolves with the exit code. */
  readonly deploy: () => Promise<number>;
  /** Takes one line for a person. */
  readonly tell: (line: string) => void;
}

const attempts = 4;

/**
 * Deploys, and tells the hub which feeds are not what they were before.
 * @returns the exit code of the deployment, whatever becomes of the pings
 */
export async function deployAndPing({ hub, url, feeds, deploy, tell, ...network }: DeployOptions): Promise<number> {
  const { fetch, wait } = network;
  const former = await readLiveVersion(url, fetch);
  const before = former.error === undefined ? await readLiveFeeds(feeds, fetch) : undefined; // a first deployment, perhaps
  const exitCode = await deploy();
  if (exitCode !== 0) return exitCode;

  const version = await waitForNewVersion(url, former, network);
  if (version.error !== undefined) {
    tell(`Cannot reach ${url} to see which feeds have changed: ${version.error}. The hub was told nothing`);
    return exitCode;
  }
  const after = await readLiveFeeds(feeds, fetch);
  const [unseen, ...more] = [...after].flatMap(([feed, found]) => (found.state === "unknown" ? [{ feed, reason: found.reason }] : []));
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  if (unseen !== undefined) tell(`Cannot see whether ${unseen.feed} has changed: ${unseen.reason}${others}`);
  else if (!version.isNew) tell(`Cannot see the new version at ${url}/health yet: what changes later is not told to the hub`);

  const changed = feeds.filter((feed) => hasChanged(before?.get(feed), after.get(feed)));
  if (changed.length === 0 && unseen === undefined) tell(`No feed has changed: ${hub} was told nothing`);
  for (const line of describePings(hub, await pingAll(hub, changed, { fetch, wait, attempts }))) tell(line);
  return exitCode;
}
