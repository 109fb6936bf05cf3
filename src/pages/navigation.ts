import { newestSitePage, pathOfPage } from "../model/feed-page.ts";
import { wholeSite } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";

/** The parts of the site that the masthead links to. A site may lack them. */
export interface Navigation {
  /** URL of the list of categories. */
  readonly categories?: string;
  /** URL of the newest archive page with entries that are not on the front page. */
  readonly archive?: string;
}

/** Returns the parts of a site that exist at the time of a snapshot. */
export function navigationOf(site: Site, snapshot: Snapshot): Navigation {
  const { older } = newestSitePage(snapshot, site.limit);
  const hasCategories = snapshot.selections.values().some(({ selection }) => selection.kind === "category");
  return {
    ...(hasCategories && { categories: `${site.url}/feeds/#categories` }),
    ...(older !== undefined && { archive: `${site.url}${pathOfPage(wholeSite, older)}/` }),
  };
}
