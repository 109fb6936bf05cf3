import type { CompiledContent } from "../../model/compiled-content.ts";
import { snapshotAt } from "../../store/snapshot-at.ts";
import { subscribedFeeds } from "../../websub/changed-feeds.ts";

/** What a deployment may change that a hub wants to hear of. */
export interface WatchedFeeds {
  /** URL of the hub. */
  readonly hub: string;
  /** Origin of the site. */
  readonly url: string;
  /** URLs of the feeds that the deployed site will have. */
  readonly feeds: readonly string[];
}

/** The feeds of the site that is about to be deployed at `now` (milliseconds since 1970); undefined where it has no hub. */
export function watchedFeeds(content: CompiledContent, now: number): WatchedFeeds | undefined {
  const { hub, url } = content.site;
  if (hub === undefined) return undefined;
  return { hub, url, feeds: subscribedFeeds(content.site, snapshotAt(content, now).selections.values()) };
}
