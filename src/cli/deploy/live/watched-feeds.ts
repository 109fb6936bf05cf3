import type { CompiledContent } from "../../../model/compiled-content.ts";
import { snapshotAt } from "../../../store/snapshot-at.ts";
import { subscribedFeeds } from "../../../websub/changed-feeds.ts";

/** The feeds that a hub distributes. */
export interface WatchedFeeds {
  /** URL of the hub. */
  readonly hub: string;
  /** Origin of the site. */
  readonly url: string;
  /** URLs of the feeds that the deployed site will have. */
  readonly feeds: readonly string[];
}

/** Returns the feeds of the site at the time of a deployment (milliseconds since 1970); undefined if it has no hub. */
export function watchedFeeds(content: CompiledContent, now: number): WatchedFeeds | undefined {
  const { hub, url } = content.site;
  return hub === undefined ? undefined : { hub, url, feeds: feedsAt(content, now) };
}

/** Returns the URLs of all feeds of the site at a time (milliseconds since 1970), the site's own feeds first. */
export function feedsAt(content: CompiledContent, now: number): string[] {
  return subscribedFeeds(content.site, snapshotAt(content, now).selections.values());
}
