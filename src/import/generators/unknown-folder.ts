import { baseName, folderOf } from "../../base/file-path.ts";
import { metadataKeys } from "../../content/front-matter/metadata-keys.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { isMarkedAsUnlisted } from "../../content/metadata/is-unlisted.ts";
import { markupOf } from "../../model/markup-of.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { isAboutRepository, isOfRepository, otherMarkups, repositoryFiles } from "../site-rules/content-file.ts";
import { dateOfAddress, isDated } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { OwnDates } from "../site-rules/own-dates.ts";
import { dateOfPage } from "../site-rules/page-date.ts";
import { type PublicFolder, planFile, planMedia } from "../site-rules/plan-media.ts";
import { isBlank, splitText } from "../site-rules/site-file.ts";
import { isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { uploadedFile } from "../site-rules/upload-folders.ts";
import { findOutsidePages } from "./outside-pages.ts";

const ofCode =
  /^(?:package\.json|cargo\.toml|pyproject\.toml|setup\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|gemfile|composer\.json|cmakelists\.txt|makefile|deno\.json|tsconfig\.json)$/i;
const notPosts =
  /^(?:docs?|documentation|tests?|__tests__|specs?|fixtures|examples?|scripts?|bin|build|dist|out|coverage|node_modules|vendor|templates?|layouts?|archetypes|scaffolds|_.*|\..*)$/i;
const articleFolders = new Set(["_posts", "_drafts"]);

/** A folder of no known generator: its Markdown, HTML and text files. `public` and `static` are the root of its pictures. */
export const unknownFolder: Generator = {
  name: "an unknown generator",
  open(folder) {
    const texts = folder.paths.filter(isText);
    const isCode = folder.paths.some((path) => ofCode.test(baseName(path)) && folderOf(path) === "");
    const own = new OwnDates(folder).paths;
    const dated = texts.filter((path) => own.has(path) || hasDate(folder, path));
    if (texts.every((path) => isOfRepository(path) && !dated.includes(path)) || (isCode && dated.length === 0)) return undefined;
    const root = isCode ? commonFolder(dated) : "";
    const [inside, outside] = [true, false].map((isInside) => texts.filter((path) => isIn(root, path) === isInside));
    const pages = findOutsidePages(folder, inside ?? [], outside ?? []);
    return openSite({ folder, root, own, pages, hasDates: dated.length > 0 });
  },
};

/** The texts of a folder. */
interface Texts {
  readonly folder: SiteFolder;
  /** The folder of the articles: in a project of code, that of the dated texts. */
  readonly root: string;
  /** The texts outside of it that are pages of the site. */
  readonly pages: ReadonlySet<string>;
  /** The texts with dates that only their site knows. */
  readonly own: { has(path: string): boolean };
  /** False if no text has a date, so that all become posts. */
  readonly hasDates: boolean;
}

function openSite(texts: Texts): OldSite {
  const notes = new NoteList();
  const plans = new UnknownFolderPlans(texts, notes);
  return {
    settings: {},
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    pathsOf: sourceAliases(texts.folder, ""),
    pageFiles: [{ folder: "", name: /^(?:src\/|app\/)?(?:pages|routes)\/(.+)\.(?:vue|svelte|astro|[jt]sx)$/ }], // Nuxt, SvelteKit, Remix
    hasAnySchema: true,
    idKeys: metadataKeys.id,
  };
}

/** Plans the files of a folder. */
class UnknownFolderPlans {
  readonly #texts: Texts;
  readonly #notes: NoteList;
  readonly #media: readonly PublicFolder[];

  constructor(texts: Texts, notes: NoteList) {
    this.#texts = texts;
    this.#notes = notes;
    const folders = ["public", "static"].flatMap((name) => [...new Set([name, joinPath(folderOf(texts.root), name)])]);
    this.#media = folders.map((from) => ({ from, to: "" }));
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const { pages, root } = this.#texts;
    const asset = planMedia(path, this.#media);
    if (asset !== undefined) return asset;
    if (/\.(?:adoc|asciidoc|org|rst|textile)$/i.test(path)) return { kind: "left out", what: otherMarkups };
    const place = this.#placeOf(path);
    if (isAboutRepository(file, "", root)) return isTextFile(path) ? { kind: "left out", what: repositoryFiles, place } : undefined;
    if (!isAmongPosts(path))
      return isReadable(path) ? { kind: "left out", what: "texts in folders such as docs and tests", place } : undefined;
    if (isText(path) && (isIn(root, path) || pages.has(path))) return this.#planText(file);
    if (isIn(root, path)) return planFile(path, place);
    return isText(path) ? { kind: "left out", what: `texts outside of the folder ${root}`, place } : { kind: "attachment", target: place };
  }

  // A file next to the folder of the posts is next to them in the copy, too.
  #placeOf(path: string): string {
    const { root } = this.#texts;
    const folder = [root, folderOf(root)].find((each) => isIn(each, path)) ?? "";
    return pathIn(folder, path);
  }

  #planText(file: SiteFile): ArticlePlan {
    const { hasDates, own } = this.#texts;
    const date = isDated(file) || markupOf(file.path) !== "html" ? undefined : dateOfPage(file.body);
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
    const keys = { ...(date !== undefined && { date }), ...(isDraft && { draft: "true" }) };
    return { kind: isPost ? "post" : "page", target: this.#placeOf(file.path), ...(Object.keys(keys).length > 0 && { keys }) };
  }
}

// By its name, the owner did not want to publish it yet. `_drafts` has this meaning in the copy, too.
function holdsDrafts(folder: string): boolean {
  return /^(?:drafts?|unpublished)$/i.test(folder);
}

function isText(path: string): boolean {
  return isReadable(path) && isAmongPosts(path);
}

function isReadable(path: string): boolean {
  return markupOf(path) !== undefined && !/^robots\.txt$/i.test(baseName(path));
}

function isTextFile(path: string): boolean {
  return isReadable(path) || !baseName(path).includes(".");
}

function isAmongPosts(path: string): boolean {
  return uploadedFile(path) === undefined && path.split("/").slice(0, -1).every(mayHavePosts);
}

function mayHavePosts(folder: string): boolean {
  return articleFolders.has(folder) || !notPosts.test(folder);
}

const maxLength = 4096; // UTF-16 units

// A key of a date in the front matter, or a date in the name or in its own address.
function hasDate({ read }: SiteFolder, path: string): boolean {
  if (isDated({ path, frontMatter: {} })) return true;
  const text = read(path) ?? "";
  const start = text.slice(0, maxLength);
  return (
    (markupOf(path) === "html" && dateOfPage(text) !== undefined) ||
    (/^(?:---|\+\+\+|\{)/.test(start) &&
      (hasDatedAddress(text) ||
        /^[ \t]{0,8}["']?(?:date|pub_?date(?:time)?|published\w{0,9}|publish_?date)["']? {0,8}[:=][ \t]{0,8}\S/im.test(start)))
  );
}

function hasDatedAddress(text: string): boolean {
  return dateOfAddress(splitText("", text).frontMatter) !== undefined;
}

// The deepest folder with all paths.
function commonFolder(paths: readonly string[]): string {
  let common = folderOf(paths[0] ?? "");
  for (const path of paths) while (!isIn(common, path)) common = folderOf(common);
  return common;
}
