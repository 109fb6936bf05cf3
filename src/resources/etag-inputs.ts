import { type Entry, newestUpdate } from "../model/entry.ts";
import type { Format } from "../model/format.ts";
import { separateKeys } from "../model/listing.ts";
import type { Selection } from "../model/selection.ts";
import { hasSummariesOnly } from "../model/selection-settings.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { entriesOfSitemap } from "../routing/sitemap-files.ts";
import type { Site } from "../settings/site-settings.ts";

// The ETag inputs leave out what a document never shows, so that a change of it costs no subscriber a download. A new setting counts until
// it is listed here: an unnecessary input costs a download, but a missing one hides a change.

type Setting = keyof Site;

// The title and the links of a feed, its kind of content and its podcast settings are inputs of their own.
const notInFeeds: readonly Setting[] = ["content", "gzip", "hub", "ids", "limit", "permalink", "podcast", "selections", "slugs", "words"];
const onlyInRss: readonly Setting[] = ["maxAge"];

// Pages show which selections are unlisted, since they do not link to them.
const notOnPages: readonly Setting[] = ["content", "footer", "gzip", "hub", "ids", "limit", "maxAge", "permalink", "podcast", "selections"];

/** Returns the settings that the feeds of a selection show in a format. */
export function feedSettings(site: Site, selection: Selection, format: Format): object {
  const hidden = format.id === "rss" ? notInFeeds : [...notInFeeds, ...onlyInRss];
  return { ...settingsWithout(hidden, site), summariesOnly: hasSummariesOnly(selection, site) };
}

/** Returns the settings that HTML pages show. */
export function pageSettings(site: Site): object {
  return { ...settingsWithout(notOnPages, site), separate: separateKeys(site) };
}

/** Returns the settings that lists of addresses show, such as the sitemap. */
export function listSettings(site: Site): object {
  return { ...settingsWithout([...notOnPages, "words"], site), separate: separateKeys(site) };
}

function settingsWithout(hidden: readonly Setting[], site: Site): object {
  return Object.fromEntries(Object.entries(site).filter(([key]) => !hidden.some((name) => name === key)));
}

/** Returns the hash of an entry, which represents it and its content. */
export function hashOf({ hash }: Entry): string {
  return hash;
}

/** Returns the parts of a snapshot that lists of addresses show: neither titles nor texts of entries. */
export function addressesOf(snapshot: Snapshot): object {
  const { selections } = snapshot;
  return [
    entriesOfSitemap(snapshot).map(({ updated, url }) => [url, updated]),
    [...selections.values()].map((selected) => [selected.selection, selected.entries.length, newestUpdate(selected.entries)]),
  ];
}

/** Returns the fields of an entry that a feed of summaries or a list on a page shows. Its hash would change with the content, too. */
export function summaryOf(entry: Entry): object {
  const { authors, categories, direction, enclosure, externalUrl, id, image, language, podcast } = entry;
  const { draft, published, summary, title, unlisted, updated, url } = entry;
  return {
    ...{ id, url, externalUrl, title, summary, published, updated, authors, categories, language, direction },
    ...{ image, enclosure, podcast, draft, unlisted },
  };
}
