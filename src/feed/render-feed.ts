import type { Format } from "../model/format.ts";
import { renderAtom } from "./atom.ts";
import type { FeedDocument } from "./feed-document.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

/** Renders a feed document in a format. */
export function renderFeed(format: Format, feed: FeedDocument): string {
  switch (format.id) {
    case "rss":
      return renderRss(feed);
    case "atom":
      return renderAtom(feed);
    case "json":
      return renderJsonFeed(feed);
  }
}
