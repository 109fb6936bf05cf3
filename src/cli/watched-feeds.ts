import { editionAt } from "../store/edition-at.ts";
import { subscribedFeeds } from "../websub/changed-feeds.ts";
import { type BuildOptions, build } from "./build.ts";
import { readSettings } from "./settings-file.ts";

/** What a deployment may change that a hub wants to hear of. */
export interface WatchedFeeds {
  /** URL of the hub. */
  readonly hub: string;
  /** Origin of the site. */
  readonly url: string;
  /** URLs of the feeds that the deployed site will have. */
  readonly feeds: readonly string[];
}

/** Finds the feeds of the site that is about to be deployed; undefined where it has no hub, or cannot be deployed. */
export async function findWatchedFeeds(options: Pick<BuildOptions, "config" | "environment" | "now">): Promise<WatchedFeeds | undefined> {
  const { config, environment, now } = options;
  const hub = readSettings(config, environment).valid?.hub;
  if (hub === undefined) return undefined;
  const { content } = await build({ config, environment, development: false, isDeployment: true, now });
  if (content === undefined) return undefined;
  return { hub, url: content.site.url, feeds: subscribedFeeds(content.site, editionAt(content, now).selections.values()) };
}
