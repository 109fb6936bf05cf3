import { newestUpdate } from "../model/entry.ts";
import { documentLanguage } from "../model/feed-language.ts";
import { urlOfPage } from "../model/feed-page.ts";
import { rss } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { selectionName, selectionTitle } from "./feed-document.ts";
import { writeXml, type XmlParts } from "./xml.ts";

const groups = { category: "Categories", author: "Authors", language: "Languages" } as const;

/**
 * Renders OPML 2.0 (opml.org/spec2). It lists every feed of the site in one format, so that an import subscribes to none of them
 * twice. Readers find the other formats through the feed's page.
 */
export function renderOpml(site: Site, { listed, selections }: Pick<Snapshot, "listed" | "selections">): string {
  const outlines = (kind: Selection["kind"]) =>
    [...selections.values()].filter(({ selection }) => selection.kind === kind).map(({ selection }) => outline(site, selection));
  const folders = Object.entries(groups)
    .map(([kind, label]) => ({ _attributes: { text: label }, outline: outlines(kind as keyof typeof groups) }))
    .filter(({ outline }) => outline.length > 0);
  const newest = newestUpdate(listed);
  return writeXml({
    opml: {
      _attributes: { version: "2.0" },
      head: head(site, newest),
      body: { outline: [...outlines("site"), ...folders] },
    },
  });
}

function head({ author, title }: Site, newest: number): XmlParts {
  return {
    title,
    ...(newest > 0 && { dateModified: new Date(newest).toUTCString() }),
    ownerName: author.name,
    ...(author.email !== undefined && { ownerEmail: author.email }),
    ...(author.url !== undefined && { ownerId: author.url }),
  };
}

function outline(site: Site, selection: Selection): XmlParts {
  const { kind, name, path } = selection;
  return {
    _attributes: {
      type: "rss",
      text: selectionName(site, selection),
      title: selectionTitle(site, selection),
      description: site.description || undefined,
      xmlUrl: urlOfPage(site, selection, undefined, rss),
      htmlUrl: `${site.url}${path}/`,
      language: documentLanguage(kind === "language" ? name : site.language),
      version: "RSS2",
    },
  };
}
