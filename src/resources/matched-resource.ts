import type { Resource } from "../http/resource.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { RouteMatch } from "../routing/match-route.ts";
import { feedResource } from "./feed-resource.ts";
import { entryResource, pageResource, sitemapFileResource } from "./page-resources.ts";
import type { Sources } from "./sources.ts";

/** Creates the resource at a matched path; undefined for a sitemap file that the site does not have. */
export function matchedResource(
  sources: Sources,
  match: Exclude<RouteMatch, { readonly kind: "moved" | "gone" }>,
  snapshot: Snapshot,
): Resource | undefined {
  switch (match.kind) {
    case "feed":
      return feedResource(sources, match.page, match.format);
    case "page":
      return pageResource(sources, match.page, snapshot);
    case "entry":
      return entryResource(sources, match.entry, snapshot);
    case "sitemap file":
      return sitemapFileResource(sources, snapshot, match.number);
  }
}
