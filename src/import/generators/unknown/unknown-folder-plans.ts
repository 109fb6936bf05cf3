import { baseName, folderOf } from "../../../base/file-path.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import { isMarkedAsUnlisted } from "../../../content/metadata/is-unlisted.ts";
import { markupOf } from "../../../model/markup-of.ts";
import { languageOfHtml } from "../../configuration/stated-language.ts";
import {
  dynamicRoutes,
  isAboutRepository,
  isRepositoryDocument,
  otherMarkups,
  pageTemplates,
  repositoryFiles,
} from "../../site-rules/content-file.ts";
import { dateOfAddress, isDated } from "../../site-rules/front-matter-date.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { dateOfPage, metaOfPage } from "../../site-rules/page-date.ts";
import { type PublicFolder, planFile, planMedia } from "../../site-rules/plan-media.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { datesInWords } from "./dates-in-words.ts";
import { isPageTemplate } from "./page-template.ts";
import { isAmongPosts, isReadable, type TextPlaces } from "./text-places.ts";

/** The texts of a folder. */
export interface FolderTexts {
  /** The folder of the articles: in a project of code, that of the dated texts. */
  readonly root: string;
  /** The texts outside of it that are pages of the site. */
  readonly pages: ReadonlySet<string>;
  /** The texts with dates that only their site knows. */
  readonly own: { has(path: string): boolean };
  /** The texts in `public` and `static` that are articles. */
  readonly published: ReadonlySet<string>;
  /** The folders in which texts may be articles. */
  readonly places: TextPlaces;
  /** The folders of single posts that have other names. */
  readonly bundles: readonly string[];
  /** The language of the site, if it is known. */
  readonly language: string | undefined;
  /** False if no text has a date, so that all become posts. */
  readonly hasDates: boolean;
}

/** Plans the files of a folder. */
export class UnknownFolderPlans {
  readonly #texts: FolderTexts;
  readonly #notes: NoteList;
  readonly #media: readonly PublicFolder[];

  constructor(texts: FolderTexts, notes: NoteList) {
    this.#texts = texts;
    this.#notes = notes;
    const folders = ["public", "static"].flatMap((name) => [...new Set([name, joinPath(folderOf(texts.root), name)])]);
    this.#media = folders.map((from) => ({ from, to: "" }));
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const { bundles, pages, places, published, root } = this.#texts;
    const asset = published.has(path) ? undefined : planMedia(path, this.#media);
    if (asset !== undefined) return asset;
    if (/\.(?:adoc|asciidoc|org|rst|textile)$/i.test(path)) return { kind: "left out", what: otherMarkups };
    const place = this.#placeOf(path);
    if (isRepositoryDocument(path) || isAboutRepository(file, "", root))
      return isTextFile(path) ? { kind: "left out", what: repositoryFiles, place } : undefined;
    if (!isAmongPosts(path, places) && !bundles.includes(folderOf(path)))
      return isReadable(path) ? { kind: "left out", what: places.others, place } : undefined;
    if (isReadable(path) && routeOfCode.test(path)) return { kind: "left out", what: dynamicRoutes };
    if (isPageTemplate(path, file.body)) return { kind: "left out", what: pageTemplates };
    if (isReadable(path) && (isIn(root, path) || pages.has(path))) return this.#planText(file);
    if (isIn(root, path)) return planFile(path, place);
    return isReadable(path)
      ? { kind: "left out", what: `texts outside of the folder ${root}`, place }
      : { kind: "attachment", target: place };
  }

  // A file next to the folder of the posts is next to them in the copy, too. `public` and `static` are no part of an address.
  #placeOf(path: string): string {
    const { root } = this.#texts;
    const folder = [root, folderOf(root)].find((each) => isIn(each, path)) ?? "";
    const media = this.#texts.published.has(path) ? this.#media.find(({ from }) => isIn(from, path) && !isIn(from, root)) : undefined;
    return pathIn(media?.from ?? folder, path);
  }

  #planText(file: SiteFile): ArticlePlan {
    const { hasDates, own } = this.#texts;
    const isPage = markupOf(file.path) === "html";
    const date = isDated(file) || !isPage ? undefined : dateOfPage(file.body);
    const isDraft = folderOf(file.path).split("/").some(holdsDrafts);
    const isPost =
      !hasDates || date !== undefined || isDated(file) || dateOfAddress(file.frontMatter) !== undefined || own.has(file.path) || isDraft;
    const isHidden = /^[._]/.test(baseName(file.path)); // such a name is ignored, so that the copy is left out
    const isPublic = !isHidden && file.isUnreadable !== true && !isMarkedAsDraft(file.frontMatter);
    if (!isPost && isPublic && !isMarkedAsUnlisted(file.frontMatter) && !isBlank(file.body))
      this.#notes.count(
        "No date, so the text became an unlisted page; add a date and remove feed: false to have it in the feeds",
        file.path,
      );
    const keys = { ...(date !== undefined && { date }), ...(isDraft && { draft: "true" }), ...(isPage && this.#keysOfPage(file.body)) };
    const corrections = datesInWords(file.frontMatter);
    return {
      ...{ kind: isPost ? "post" : "page", target: this.#placeOf(file.path) },
      ...(Object.keys(keys).length > 0 && { keys }),
      ...(Object.keys(corrections).length > 0 && { corrections }),
    };
  }

  #keysOfPage(html: string): Record<string, string> {
    const author = metaOfPage(html, "author");
    const language = languageOfHtml(html);
    const isOther = language !== undefined && language.toLowerCase() !== this.#texts.language?.toLowerCase();
    return { ...(author !== undefined && { author }), ...(isOther && { language }) };
  }
}

// Of Nuxt, SvelteKit, Remix and plugins of Vite: `src/routes/[slug]/+page.md`, `app/routes/$slug.mdx`
const routeOfCode = /^(?:src\/|app\/)?(?:pages|routes)\/(?:.*\/)?(?:\[{1,2}[^\]/]{1,99}\]{1,2}[/.]|(?:[^/]*\.)?\$[a-z])/i;

// By its name, the owner did not want to publish it yet. `_drafts` has this meaning in the copy, too.
function holdsDrafts(folder: string): boolean {
  return /^(?:drafts?|unpublished)$/i.test(folder);
}

function isTextFile(path: string): boolean {
  return isReadable(path) || !baseName(path).includes(".");
}
