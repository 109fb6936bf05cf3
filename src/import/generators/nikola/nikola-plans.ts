import { baseName, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { civilDate } from "../../site-rules/civil-date.ts";
import { isMarkdown, otherMarkups } from "../../site-rules/content-file.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, OldAddress, OldSettings, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { patternOrPath } from "../../site-rules/readable-path.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { isIn, joinPath, resolvePath } from "../../site-rules/site-path.ts";
import { NikolaAddresses, type NikolaText } from "./nikola-address.ts";
import { frontMatterOf, stateOf, withMoreMark } from "./nikola-front-matter.ts";
import { readNikolaHeader } from "./nikola-header.ts";
import { type LocalizedPath, NikolaLanguages } from "./nikola-languages.ts";
import { metadataOf } from "./nikola-metadata.ts";
import { type NikolaSource, readSources, sourceOf } from "./nikola-sources.ts";

const lostHeaders =
  "pandoc removes lines such as .. title: Moon from texts in reStructuredText, which .txt is in Nikola, too: copy them to the top of the new texts";

const lostText =
  "Left out text between the metadata and the first empty line, which Nikola does not publish: to publish it, copy it from the old file";

/** Plans the files of a Nikola site. */
export class NikolaPlans {
  readonly #folder: SiteFolder;
  readonly #root: string;
  readonly #settings: OldSettings;
  readonly #notes: NoteList;
  readonly #languages: NikolaLanguages;
  readonly #addresses: NikolaAddresses;
  readonly #sources: readonly NikolaSource[];
  readonly #media: readonly PublicFolder[];
  readonly #bySlug = new Map<string, string>();

  /** @param root the folder of conf.py @param base the path of BASE_URL */
  constructor(folder: SiteFolder, root: string, python: PythonSettings, base: string, settings: OldSettings, notes: NoteList) {
    this.#folder = folder;
    this.#root = root;
    this.#settings = settings;
    this.#notes = notes;
    this.#languages = new NikolaLanguages(python);
    this.#addresses = new NikolaAddresses(python, base, this.#languages);
    this.#sources = readSources(root, python);
    const { byDefault } = this.#languages;
    const ofSources = this.#sources.map((source) => ({ from: source.folder, to: source.destinationOf(byDefault) }));
    this.#media = [...mediaFolders(root, python), ...ofSources];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const localized = this.#languages.split(path);
    const { language, original } = localized;
    const place = sourceOf(path, original, this.#sources, language);
    if (place === undefined || /\.meta(?:\.[^./]+)?$/.test(path)) return planMedia(path, this.#media);
    if (!isMarkdown(original) && !/\.html?$/.test(original)) return this.#leaveOut(path);
    return this.#planText(file, localized, place.folder, place.source.kind);
  }

  /** Returns the files that a link names: `link://slug/moon`. Every text was planned before, so the slugs are known. */
  pathsOf(reference: string): string[] {
    const [, kind, name = ""] = /^link:\/\/(slug|filename)\/(.+)$/.exec(reference) ?? [];
    const path = kind === "slug" ? this.#bySlug.get(name) : kind === "filename" ? joinPath(this.#root, name) : undefined;
    return path === undefined ? [] : [path];
  }

  // In Nikola, .txt is reStructuredText, too. To pandoc, the header is a comment.
  #leaveOut(path: string): Plan {
    if (/\.(?:rst|txt)$/.test(path)) this.#notes.add(lostHeaders);
    return { kind: "left out", what: otherMarkups };
  }

  #planText(file: SiteFile, localized: LocalizedPath, folder: string, ofSource: NikolaSource["kind"]): ArticlePlan {
    const { language, original } = localized;
    const { byDefault } = this.#languages;
    const metadata = metadataOf(this.#folder, file.path, localized, byDefault);
    const slug = this.#addresses.slugOf(metadata, original);
    if (!this.#bySlug.has(slug)) this.#bySlug.set(slug, file.path);
    const header = readNikolaHeader(file.path, this.#folder.read(file.path) ?? "");
    const kind = this.#kindOf(file, metadata, ofSource);
    this.#warnOfLinks(file.path, header.body);
    if (header.hasLostText) this.#notes.count(lostText, file.path);
    const title = textIn(metadata["title"]) ?? withoutExtension(baseName(original));
    const frontMatter = { ...frontMatterOf(metadata), title, slug, ...(language !== byDefault && { language }) };
    const target = joinPath(language === byDefault ? "" : language, folder, baseName(original));
    return {
      kind,
      target,
      address: this.#addressOf({ metadata, folder, slug, language }, target, frontMatter, kind),
      replacement: { frontMatter, body: withMoreMark(header.body) },
    };
  }

  #kindOf({ body, isUnreadable, path }: SiteFile, metadata: FrontMatterTable, ofSource: NikolaSource["kind"]): ArticlePlan["kind"] {
    const state = stateOf(metadata);
    const isUsable = this.#dateOf(metadata) !== undefined || state === "draft";
    if (ofSource === "post" && !isUsable && isUnreadable !== true && !isBlank(body))
      this.#notes.count("No date, so the post became a page; add a date and remove feed: false", path);
    return ofSource === "post" && state !== "private" && isUsable ? "post" : "page";
  }

  #warnOfLinks(path: string, body: string): void {
    if (/\blink:\/\/(?!slug\/|filename\/)/.test(body))
      this.#notes.count("Links with link:// to lists are not resolved; write the address", path);
  }

  #dateOf(metadata: FrontMatterTable): number | undefined {
    const written = textIn(metadata["date"]);
    return written === undefined ? undefined : civilDate(written, this.#settings.timezone ?? "UTC")?.instant;
  }

  #addressOf(text: NikolaText, target: string, frontMatter: FrontMatterTable, kind: ArticlePlan["kind"]): OldAddress {
    const path = this.#addresses.pathOf(text);
    const date = kind === "post" ? this.#dateOf(text.metadata) : undefined;
    return patternOrPath(path, this.#addresses.patternOf(path), { target, frontMatter, date }, this.#settings);
  }
}

function mediaFolders(root: string, python: PythonSettings): PublicFolder[] {
  const folders = {
    files: "",
    images: "images",
    galleries: "galleries",
    ...python.table("FILES_FOLDERS"),
    ...python.table("IMAGE_FOLDERS"),
  };
  return Object.entries(folders)
    .map(([from, to]) => ({ from: resolvePath(root, from), to: resolvePath("", String(to)) }))
    .filter(({ from }) => from !== root && !isIn(from, root));
}
