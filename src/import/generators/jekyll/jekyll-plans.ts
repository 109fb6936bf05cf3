import { baseName, folderOf } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import { isAboutRepository, isMedia, listPages, otherMarkups, textsWithLists } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import { isProtectingKey } from "../../site-rules/is-protected.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, FindPicture, OldAddress, OldSettings, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { planFile } from "../../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../../site-rules/readable-path.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import { aliasesBelow } from "./aliases-below.ts";
import { droppedKeys, hasUnusedAuthors } from "./dropped-keys.ts";
import { feedHasHiddenPosts } from "./hidden-posts.ts";
import { JekyllAddresses } from "./jekyll-address.ts";
import { collectionsOf, type JekyllConfig, pluginsOf } from "./jekyll-config.ts";
import type { JekyllDefaults } from "./jekyll-defaults.ts";
import { correctedDates, documentOf } from "./jekyll-document.ts";
import { hasTextBesideLists, isListPage, type ReadInclude } from "./jekyll-list-page.ts";
import { markdownFiles, markdownTarget } from "./jekyll-markdown.ts";
import { chirpyPictures } from "./jekyll-pictures.ts";
import { type JekyllPlaces, type Place, splitName, typeOf, undatedPost, withReadDate } from "./jekyll-places.ts";
import { authorsFileOf } from "./jekyll-settings.ts";
import { beginsWithHeading, decodedTexts, titleOfSlug } from "./jekyll-title.ts";
import { noteDraft } from "./note-draft.ts";
import { joinedKeys, withDefaults } from "./with-defaults.ts";

const textile = /\.(?:textile|org|adoc|asciidoc|rst)$/i;
const ownKeys = new Set<string>([...Object.values(metadataKeys).flat(), "published", "status"]);
const addressKeys = new Set<string>(metadataKeys.permalink);

const unusedAuthorsKind = "The feed of jekyll-feed showed author instead of authors, so the copies have only author";
const hiddenKind =
  "hidden: true hid posts from lists such as the front page, but not from the feed, so they are in the feeds and lists here (feed: true)";

/** Plans the files of a Jekyll site. */
export class JekyllPlans {
  readonly #folder: SiteFolder;
  readonly #config: JekyllConfig;
  readonly #settings: OldSettings;
  readonly #notes: NoteList;
  readonly #places: JekyllPlaces;
  readonly #defaults: JekyllDefaults;
  readonly #addresses: JekyllAddresses;
  readonly #collections: ReadonlyMap<string, Table>;
  readonly #base: string;
  readonly #timezone: string;
  readonly #authors: string | undefined;
  readonly #inFeed: ReadonlySet<string>;
  readonly #hasPosts: boolean;
  readonly #showsHidden: boolean;
  readonly #readsAllMarkdown: boolean;
  readonly #isMarkdown: (path: string) => boolean;

  constructor(
    folder: SiteFolder,
    config: JekyllConfig,
    { defaults, places }: { readonly defaults: JekyllDefaults; readonly places: JekyllPlaces },
    settings: OldSettings,
    notes: NoteList,
  ) {
    this.#folder = folder;
    this.#config = config;
    this.#settings = settings;
    this.#notes = notes;
    this.#places = places;
    this.#defaults = defaults;
    this.#addresses = new JekyllAddresses(config);
    this.#collections = collectionsOf(config);
    this.#base = config.url.base.replace(/^\//, "");
    this.#timezone = settings.timezone ?? "UTC";
    this.#authors = authorsFileOf(config, new Set(folder.paths));
    this.#inFeed = new Set(["posts", ...labelsInFeed(config.values)]);
    this.#hasPosts = folder.paths.some((path) => places.of(path)?.kind === "post");
    this.#showsHidden = feedHasHiddenPosts(folder, settings);
    this.#readsAllMarkdown = readsAllMarkdown(config, folder);
    this.#isMarkdown = markdownFiles(config.values);
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    if (file.path === this.#authors) return { kind: "media", target: `_data/${baseName(file.path)}` };
    const place = this.#places.of(file.path);
    if (place === undefined) return this.#planExcluded(file);
    const isText = this.#isMarkdown(place.path) || /\.x?html?$/i.test(place.path);
    if (place.kind === "undated") return isText || textile.test(place.path) ? undatedPost : undefined;
    if (textile.test(place.path)) return { kind: "left out", what: otherMarkups };
    if (!isText) return this.#planResource(file, place);
    if (place.kind === "other") return this.#planPage(file, place);
    return this.#planPost(file, place);
  }

  /** Returns the rule for the pictures of a text, by its front matter and the defaults of the site. */
  picturesOf({ frontMatter, path }: Pick<SiteFile, "path" | "frontMatter">): FindPicture | undefined {
    const place = this.#places.of(path);
    const all = place === undefined ? frontMatter : withDefaults(this.#defaults.of(place.path, typeOf(place)), frontMatter, place);
    return chirpyPictures(this.#folder, this.#config, all);
  }

  // Jekyll makes a page of any text with front matter.
  #planExcluded(file: SiteFile): Plan | undefined {
    const isText = this.#isMarkdown(file.path) || /\.x?html?$/i.test(file.path);
    const isExcluded = isText && this.#places.excludes(file.path) && this.#hasFrontMatter(file);
    return isExcluded ? { kind: "left out", what: "files that exclude names" } : undefined;
  }

  #planResource(file: SiteFile, { path }: Place): Plan | undefined {
    const isTemplate = !isMedia(file.path) && this.#hasFrontMatter(file); // a feed, or a style sheet
    return isTemplate ? undefined : planFile(file.path, joinPath(this.#base, path.replace(/^_/, "")));
  }

  // A post, a draft, or a document of another collection.
  #planPost(file: SiteFile, place: Place): Plan {
    const isOutput = place.label === "posts" || this.#collections.get(place.label)?.["output"] === true;
    if (!isOutput) return { kind: "left out", what: `documents of the collection ${place.label}, which the site did not publish` };
    const given = this.#defaults.of(place.path, typeOf(place));
    const all = { ...file, frontMatter: withDefaults(given, file.frontMatter, place) };
    const isByAuthor = this.#settings.ids === "jekyll-feed" && hasUnusedAuthors(all.frontMatter);
    if (isByAuthor && file.frontMatter["authors"] !== undefined) this.#notes.count(unusedAuthorsKind, file.path);
    const { authors: _, ...others } = given;
    const passed = isByAuthor ? others : given;
    const target = this.#targetOf(place.label === "posts" ? withReadDate(place.path) : place.path.replace(/^_/, ""));
    const kind = this.#kindOf(all, place);
    const keys = this.#keysOf(passed, file);
    if (place.kind !== "draft") noteDraft(all, this.#notes);
    return {
      kind,
      target,
      ...(place.kind !== "draft" && { address: this.#addressOf(all, place, target) }),
      keys: { ...keys, ...(kind === "post" && this.#listingOf(all)) },
      ...droppedKeys(file.frontMatter, isByAuthor ? ["authors"] : []),
      corrections: { ...joinedKeys(keys, file, place), ...titleOf(all), ...this.#correctionsOf(file) }, // an empty title counts as none
    };
  }

  #planPage(file: SiteFile, place: Place): Plan | undefined {
    const { path } = place;
    const isPlain = !this.#hasFrontMatter(file);
    if (isPlain && isAboutRepository(file, this.#config.root)) return undefined;
    if (isPlain && !(this.#readsAllMarkdown && this.#isMarkdown(path))) {
      const what = this.#isMarkdown(path) ? "Markdown files without front matter" : "HTML files without front matter";
      return { kind: "left out", what, place: joinPath(this.#base, path) };
    }
    if (this.#isListPage(file, path)) return { kind: "left out", what: hasTextBesideLists(file.body) ? textsWithLists : listPages };
    // Jekyll::Publisher fetches the key of the page itself, so a default does not hide a page, as it hides a document.
    const { published: _, ...passed } = this.#defaults.of(path, "pages");
    const all = { ...file, frontMatter: { ...passed, ...file.frontMatter } };
    const own = textIn(all.frontMatter["permalink"]);
    const keys = this.#keysOf(passed, file);
    noteDraft(all, this.#notes);
    return {
      kind: "page",
      target: this.#targetOf(withPlainFolders(path)),
      address: { path: readablePath(this.#addresses.pathOfPage(path, own)) },
      keys,
      ...droppedKeys(file.frontMatter),
      corrections: { ...joinedKeys(keys, file, place), ...this.#textsOf(file) },
    };
  }

  #isListPage({ body, path }: SiteFile, place: string): boolean {
    const { source, values } = this.#config;
    const includes = joinPath(source, textIn(values["includes_dir"]) ?? "_includes");
    const read: ReadInclude = (name, isRelative) => this.#folder.read(joinPath(isRelative ? folderOf(path) : includes, name));
    return isListPage(place, body, [...this.#collections.keys()], read);
  }

  #targetOf(path: string): string {
    return this.#isMarkdown(path) ? markdownTarget(path) : path;
  }

  #kindOf(file: SiteFile, { kind, label }: Place): ArticlePlan["kind"] {
    if (this.#inFeed.has(label)) return "post";
    if (this.#hasPosts || kind !== "document" || !isDated(file)) return "page";
    this.#notes.add(`The site has no _posts, so the dated documents of the collection ${label} are its posts`);
    return "post";
  }

  #listingOf({ frontMatter, path }: SiteFile): FrontMatterTable {
    if (!this.#showsHidden || !isTrue(frontMatter["hidden"]) || frontMatter["feed"] !== undefined) return {};
    if (!isMarkedAsDraft(frontMatter)) this.#notes.count(hiddenKind, path);
    return { feed: "true" };
  }

  #keysOf(passed: FrontMatterTable, { body }: SiteFile): FrontMatterTable {
    const isNews = (key: string, value: unknown) =>
      (ownKeys.has(key) || isProtectingKey(key)) && !addressKeys.has(key) && !(key === "author" && value === this.#config.values["author"]);
    const keys = Object.entries(passed).filter(([key, value]) => isNews(key, value));
    const separator = textIn(this.#config.values["excerpt_separator"])?.trim();
    const isMarked = separator !== undefined && separator !== "<!--more-->" && body.includes(separator);
    return { ...(isMarked && { excerpt_separator: separator }), ...Object.fromEntries(keys) };
  }

  #correctionsOf(file: SiteFile): FrontMatterTable {
    return { ...this.#textsOf(file), ...correctedDates(file, this.#timezone) };
  }

  #textsOf({ frontMatter }: SiteFile): FrontMatterTable {
    return { ...decodedTexts(frontMatter), ...aliasesBelow(this.#config.url.base, frontMatter) };
  }

  #addressOf(file: SiteFile, place: Place, target: string): OldAddress | undefined {
    const { frontMatter, path } = file;
    const document = documentOf(file, place, this.#timezone);
    const own = textIn(frontMatter["permalink"]);
    const published = this.#addresses.pathOf(document, own);
    if (published === undefined) {
      this.#notes.count("The address has a date that the file lacks, or an unknown part, so it is not known", path);
      return undefined;
    }
    const pattern = own === undefined ? this.#addresses.patternOf(document) : undefined;
    const found = patternOrPath(published, pattern, { target, frontMatter, date: document.date?.instant }, this.#settings);
    return "pattern" in found ? { pattern: this.#addresses.styleOf(found.pattern) } : found;
  }

  #hasFrontMatter({ frontMatter, path }: SiteFile): boolean {
    return Object.keys(frontMatter).length > 0 || /^\uFEFF?---\s*\n/.test(this.#folder.read(path) ?? "");
  }
}

function readsAllMarkdown(config: JekyllConfig, folder: SiteFolder): boolean {
  const plugins = pluginsOf(config, folder);
  return plugins.has("jekyll-optional-front-matter") || /github-pages/.test(folder.read(joinPath(config.root, "Gemfile")) ?? "");
}

function labelsInFeed(values: JekyllConfig["values"]): string[] {
  const written = tableOf(values["feed"])["collections"];
  return Array.isArray(written) ? written.filter((label) => typeof label === "string") : Object.keys(tableOf(written));
}

// Without a title, a document has that of its name, or with jekyll-titles-from-headings, which GitHub Pages runs, that of its first
// heading.
function titleOf({ body, frontMatter, path }: SiteFile): FrontMatterTable {
  if (textIn(frontMatter["title"]) !== undefined || beginsWithHeading(body)) return {};
  return { title: titleOfSlug(splitName(path).name) };
}

// The folders of `include`, such as `_pages`.
function withPlainFolders(path: string): string {
  const folders = folderOf(path).split("/");
  return joinPath(...folders.map((folder) => folder.replace(/^_+/, "")), baseName(path));
}
