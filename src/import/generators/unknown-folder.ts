import { folderOf } from "../../base/file-path.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { isOfRepository, isRepositoryDocument } from "../site-rules/content-file.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { OwnDates } from "../site-rules/own-dates.ts";
import { commonFolder, isIn } from "../site-rules/site-path.ts";
import { findOutsidePages } from "./outside-pages.ts";
import { codeManifest } from "./unknown/code-manifest.ts";
import { hasDate } from "./unknown/has-date.ts";
import { withoutPageFrame } from "./unknown/page-frame.ts";
import { isInPublicFolder, publishedTexts } from "./unknown/published-texts.ts";
import { documentPlaces, foldersOfPosts, isAmongPosts, isReadable, type TextPlaces, usualPlaces } from "./unknown/text-places.ts";
import { type FolderTexts, UnknownFolderPlans } from "./unknown/unknown-folder-plans.ts";
import { readUnknownSettings } from "./unknown/unknown-settings.ts";
import { withZoneOfDates } from "./zone-of-dates.ts";

const name = "an unknown generator";

/** A folder of no known generator: its Markdown, HTML and text files. `public` and `static` are the root of its pictures. */
export const unknownFolder: Generator = {
  name,
  open(folder) {
    const found = findTexts(folder, usualPlaces);
    const { dated, texts } = found;
    const isCode = codeManifest(folder.paths) !== undefined;
    if (texts.every((path) => isOfRepository(path) && !dated.includes(path)) || (isCode && dated.length === 0)) return undefined;
    return openTexts(folder, found, isCode ? commonFolder(dated) : "");
  },
};

/** A folder whose texts with dates are among documents, as in `docs/blog`. It is asked after all others. */
export const datedDocuments: Generator = {
  name,
  open(folder) {
    const found = findTexts(folder, documentPlaces);
    const posts = found.dated.filter((path) => !isOfRepository(path));
    return posts.length === 0 ? undefined : openTexts(folder, found, commonFolder(posts));
  },
};

interface FoundTexts extends Pick<FolderTexts, "own" | "places" | "published" | "bundles"> {
  readonly texts: readonly string[];
  readonly dated: readonly string[];
}

function findTexts(folder: SiteFolder, places: TextPlaces): FoundTexts {
  const own = new OwnDates(folder, true).paths;
  const isDated = (path: string) => own.has(path) || hasDate(folder, path);
  const published = publishedTexts(folder, isDated);
  const bundles = foldersOfPosts(folder.paths, places, isDated);
  const isAmong = (path: string) => isAmongPosts(path, places) || bundles.includes(folderOf(path));
  const mayBeText = (path: string) => isReadable(path) && isAmong(path) && !isRepositoryDocument(path);
  const texts = folder.paths.filter((path) => mayBeText(path) && (!isInPublicFolder(path) || published.has(path)));
  return { texts, dated: texts.filter(isDated), own, places, published, bundles };
}

function openTexts(folder: SiteFolder, { dated, texts, ...places }: FoundTexts, root: string): OldSite {
  const [inside, outside] = [true, false].map((isInside) => texts.filter((path) => isIn(root, path) === isInside));
  const pages = findOutsidePages(folder, inside ?? [], outside ?? []);
  const notes = new NoteList();
  const settings = withZoneOfDates(readUnknownSettings(folder, texts), folder, texts, notes);
  const plans = new UnknownFolderPlans({ ...places, root, pages, hasDates: dated.length > 0, language: settings.language }, notes);
  return {
    settings,
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    publicText: withoutPageFrame,
    pathsOf: sourceAliases(folder, ""),
    pageFiles: [{ folder: "", name: /^(?:src\/|app\/)?(?:pages|routes)\/(.+)\.(?:vue|svelte|astro|[jt]sx)$/ }], // Nuxt, SvelteKit, Remix
    hasAnySchema: true,
    mayReadNames: true,
    idKeys: metadataKeys.id,
  };
}
