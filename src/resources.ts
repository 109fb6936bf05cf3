import type { Entry } from "./content/entry.ts";
import { feedDocument } from "./feed/feed-document.ts";
import type { Format } from "./feed/formats.ts";
import type { Selection } from "./feed/selection.ts";
import type { Resource } from "./http/resource.ts";
import { entryPage } from "./preview/entry-page.tsx";
import { homePage } from "./preview/home-page.tsx";
import type { Site } from "./site.ts";
import type { Edition } from "./store/edition.ts";
import type { EntryStore } from "./store/entry-store.ts";

/** What resources are made from. */
export interface Sources {
  readonly site: Site;
  readonly store: EntryStore;
  /** Digest of the code that renders. */
  readonly fingerprint: string;
}

/** A selection of the edition as a feed document. */
export function feedResource({ site, store, fingerprint }: Sources, format: Format, selection: Selection, edition: Edition): Resource {
  const entries = selection.select(edition);
  return {
    key: selection.path + format.path,
    contentType: format.contentType,
    parts: () => [fingerprint, format.path, shown(site), selection, entries.map(hashOf)],
    async render() {
      const complete = entries.map(async (entry) => ({ ...entry, content: await store.content(entry) }));
      return format.render(feedDocument(site, selection, format.path, await Promise.all(complete)));
    },
  };
}

const html = "text/html; charset=utf-8";

/** A selection of the edition as a page; while developing, also what is not published yet. */
export function homeResource({ site, fingerprint }: Sources, selection: Selection, edition: Edition): Resource {
  const entries = selection.select(edition);
  const { unpublished } = edition;
  return {
    key: `${selection.path}/`,
    contentType: html,
    parts: () => [fingerprint, html, shown(site), selection, entries.map(hashOf), unpublished.map(hashOf)],
    render: async () => homePage(site, { entries, unpublished }),
  };
}

/** An entry as a page. */
export function entryResource({ site, store, fingerprint }: Sources, entry: Entry, edition: Edition): Resource {
  const status = edition.entries.includes(entry) ? "published" : entry.draft ? "draft" : "scheduled";
  return {
    key: entry.path,
    contentType: html,
    parts: () => [fingerprint, html, shown(site), entry.hash, status],
    render: async () => entryPage(site, { entry, content: await store.content(entry), status }),
  };
}

function hashOf({ hash }: Entry): string {
  return hash;
}

// What a document shows of the settings: a longer cache lifetime makes no new document.
function shown({ author, copyright, description, favicon, icon, idBase, language, timezone, title, url }: Site): readonly unknown[] {
  return [author, copyright, description, favicon, icon, idBase, language, timezone, title, url];
}
