import { feedDocument, feedLinks, selectionTitle } from "../feed/feed-document.ts";
import { renderFeed } from "../feed/render-feed.ts";
import { formatLinks } from "../http/link-header.ts";
import type { Resource } from "../http/resource.ts";
import { type FeedPage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import { type Format, formats } from "../model/format.ts";
import { hasSummariesOnly, podcastOf } from "../model/selection-settings.ts";
import { feedSettings, hashOf, summaryOf } from "./etag-inputs.ts";
import type { Sources } from "./sources.ts";

/** Creates the resource of a feed page in a format. */
export function feedResource({ site, store, code }: Sources, page: FeedPage, format: Format): Resource {
  const { entries, number, selection } = page;
  return {
    path: pathOfPage(selection, number) + format.path,
    contentType: format.contentType,
    link: () =>
      formatLinks([
        { rel: "self", href: urlOfPage(site, selection, number, format) },
        ...Object.entries(feedLinks(site, page, format)).map(([rel, href]) => ({ rel, href })),
        ...formats
          .filter((other) => other !== format)
          .map((other) => ({ rel: "alternate", href: urlOfPage(site, selection, number, other), type: other.mediaType })),
      ]),
    etagInputs: () => [
      code.feeds,
      format.path,
      feedSettings(site, selection, format),
      ...(format.id === "rss" ? [podcastOf(site, page)] : []),
      selection,
      selectionTitle(site, selection),
      number,
      feedLinks(site, page, format),
      hasSummariesOnly(selection, site) ? entries.map(summaryOf) : entries.map(hashOf),
    ],
    async render() {
      const contents = hasSummariesOnly(selection, site) ? [] : await store.contents(entries);
      const complete = entries.map((entry, index) => ({ ...entry, content: contents[index] ?? "" }));
      return renderFeed(format, feedDocument(site, page, format, complete));
    },
  };
}
