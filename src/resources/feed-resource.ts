import { feedDocument, feedLinks, selectionTitle } from "../feed/feed-document.ts";
import { renderFeed } from "../feed/render-feed.ts";
import { formatLinks } from "../http/link-header.ts";
import type { Resource } from "../http/resource.ts";
import type { Entry } from "../model/entry.ts";
import { type FeedPage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import { type Format, formats } from "../model/format.ts";
import type { Site } from "../settings/site-settings.ts";
import type { EntryStore } from "../store/entry-store.ts";

/** The inputs of resources. */
export interface Sources {
  readonly site: Site;
  readonly store: EntryStore;
  /** Digest of the rendering code. */
  readonly fingerprint: string;
}

/** Creates the resource of a feed page in a format. */
export function feedResource({ site, store, fingerprint }: Sources, page: FeedPage, format: Format): Resource {
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
      fingerprint,
      format.path,
      renderedSettings(site),
      selection,
      selectionTitle(site, selection),
      number,
      feedLinks(site, page, format),
      entries.map(hashOf),
    ],
    async render() {
      const contents = await store.contents(entries);
      const complete = entries.map((entry, index) => ({ ...entry, content: contents[index] ?? "" }));
      return renderFeed(format, feedDocument(site, page, format, complete));
    },
  };
}

/** Returns the settings that documents depend on, without the words of pages. Other settings, such as compression, do not change their ETags. */
export function renderedSettings({ gzip: _gzip, limit: _limit, permalink: _permalink, words: _words, ...settings }: Site): object {
  return settings;
}

/** Returns the hash of an entry, which represents it in the ETag inputs. */
export function hashOf({ hash }: Entry): string {
  return hash;
}
