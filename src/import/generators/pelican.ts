import { baseName, folderOf, withoutExtension } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { excludeFiles } from "../configuration/file-patterns.ts";
import { pythonExpression } from "../configuration/python/python-expression.ts";
import { type CivilDate, civilDateInOwnZone } from "../site-rules/civil-date.ts";
import { isMarkdown, isOfRepository } from "../site-rules/content-file.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planFile } from "../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../site-rules/readable-path.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { isIn, pathIn, resolvePath } from "../site-rules/site-path.ts";
import { PelicanAddresses, pelicanId, settingsPattern } from "./pelican/pelican-address.ts";
import { frontMatterOf, withPlainLinks } from "./pelican/pelican-front-matter.ts";
import { readHtmlHeader, readPelicanHeader } from "./pelican/pelican-header.ts";
import { type PelicanConfig, readPelicanConfig, readPelicanSettings } from "./pelican/pelican-settings.ts";
import { slugMaker } from "./pelican/pelican-slug.ts";

/** Pelican 3 and later. */
export const pelican: Generator = {
  name: "Pelican",
  open(folder) {
    const config = readPelicanConfig(folder);
    const hasContent = config !== undefined && folder.paths.some((path) => isIn(config.content, path) && isText(path));
    return hasContent ? openSite(folder, config) : undefined;
  },
};

const isText = (path: string) => isMarkdown(path) || /\.(?:rst|html?)$/i.test(path);

function openSite(folder: SiteFolder, config: PelicanConfig): OldSite {
  const { content, settings: python, url } = config;
  const root = config.file === undefined ? "" : folderOf(config.file);
  const settings = readPelicanSettings(config);
  const addresses = new PelicanAddresses(python);
  const slugOf = slugMaker(python, "SLUG");
  const pages = python.texts("PAGE_PATHS") ?? [python.text("PAGE_DIR") ?? "pages"];
  const articles = python.texts("ARTICLE_PATHS") ?? [python.text("ARTICLE_DIR") ?? ""];
  const excluded = python.texts("ARTICLE_EXCLUDES") ?? [];
  const excludedPages = python.texts("PAGE_EXCLUDES") ?? [];
  const ignored = excludeFiles((python.texts("IGNORE_FILES") ?? []).map((pattern) => `**/${pattern}`));
  const generated = ["OUTPUT_PATH", "THEME"].map((name) => resolvePath(root, python.text(name) ?? name.slice(0, 6).toLowerCase()));
  const inName = pythonExpression(`^(?:${python.text("FILENAME_METADATA") ?? "(?P<date>\\d{4}-\\d{2}-\\d{2}).*"})`, "u");
  const inPath = pythonExpression(`^(?:${python.text("PATH_METADATA") ?? "(?!)"})`, "u");
  const notes = notesOf(config);

  // The metadata of the settings and of the path; the file's own has priority.
  function impliedMetadata(own: string): FrontMatterTable {
    const groups = { ...inPath?.exec(own)?.groups, ...inName?.exec(withoutExtension(baseName(own)))?.groups };
    const found = Object.entries(groups).flatMap(([key, value]) => (value === undefined ? [] : [[key.toLowerCase(), value] as const]));
    const isCategory = python.flag("USE_FOLDER_AS_CATEGORY", true) && !pages.some((place) => isAt(place, own));
    const category = isCategory ? baseName(folderOf(own)) : "";
    const byDefault = Object.entries(python.table("DEFAULT_METADATA")).map(([key, value]) => [key.toLowerCase(), String(value)]);
    const common = python.text("DEFAULT_CATEGORY");
    return {
      ...Object.fromEntries(byDefault),
      ...(common !== undefined && { category: common }),
      ...(category !== "" && { category }),
      ...Object.fromEntries(found),
    };
  }

  function planText(file: SiteFile, own: string, kind: ArticlePlan["kind"]): Plan {
    const header = headerOf(file, folder);
    const written = Object.entries(header.metadata).filter(([key, value]) => value !== "" || key === "url");
    const metadata = { ...impliedMetadata(own), ...Object.fromEntries(written) };
    const status = textIn(metadata["status"])?.toLowerCase();
    if (status === "skip") return { kind: "left out", what: "texts with the status skip" };
    const day = textIn(frontMatterOf(metadata)["date"]);
    const date = day === undefined ? undefined : civilDateInOwnZone(day, settings.timezone ?? "UTC");
    const slug = textIn(metadata["slug"]) ?? slugOf(slugSource(metadata, own));
    const path = addresses.pathOf({ kind, path: own, metadata: { category: "misc", ...metadata }, slug, date });
    const address = path === undefined ? undefined : url.base + path;
    if (path === undefined && status !== "draft" && (date !== undefined || kind === "page"))
      notes.count("The settings compute the address with Python, so it is unknown; write permalink into the text", file.path);
    if (kind === "post" && date === undefined && status !== "draft" && !isBlank(file.body))
      notes.count("No date (Pelican skips such articles), so it became a page; add a date and remove feed: false", file.path);
    const isPost = kind === "post" && date !== undefined;
    const frontMatter = { ...frontMatterOf(metadata), slug, ...(isPost && idOf(address, date)) };
    return {
      kind: isPost || (kind === "post" && status === "draft") ? "post" : "page",
      target: own,
      address: address === undefined ? undefined : addressOf(address, { kind, metadata }, own, frontMatter, isPost ? date : undefined),
      replacement: { frontMatter, body: withPlainLinks(header.body) },
    };
  }

  function slugSource(metadata: FrontMatterTable, own: string): string {
    const title = python.text("SLUGIFY_SOURCE") === "basename" ? undefined : textIn(metadata["title"]);
    return title ?? withoutExtension(baseName(own));
  }

  function idOf(address: string | undefined, date: CivilDate): { readonly id?: string } {
    return url.origin === undefined || address === undefined ? {} : { id: pelicanId(url.origin, address, date) };
  }

  function addressOf(
    path: string,
    text: Parameters<PelicanAddresses["patternOf"]>[0],
    target: string,
    frontMatter: Readonly<Record<string, FrontMatterValue>>,
    date: CivilDate | undefined,
  ): ArticlePlan["address"] {
    const pattern = settingsPattern(addresses.patternOf(text));
    if (pattern === undefined) return { path: readablePath(path) };
    return patternOrPath(path, url.base + pattern, { target, frontMatter, date: date?.instant }, settings);
  }

  return {
    settings,
    base: url.base,
    get notes() {
      return notes.sentences;
    },
    plan(file) {
      const { path } = file;
      if (!isIn(content, path) || /^\.#/.test(baseName(path)) || generated.some((place) => isIn(place, path))) return undefined;
      const own = pathIn(content, path);
      const isExcluded = (places: readonly string[]) => places.some((place) => place !== "" && isAt(place, own));
      const isPage = pages.some((place) => isAt(place, own)) && !isExcluded(excludedPages);
      const isArticle = !isPage && articles.some((place) => isAt(place, own)) && !isExcluded(excluded);
      if (isText(path) && ignored.test(own)) return { kind: "left out", what: "files that IGNORE_FILES names" };
      if (!isText(path) || (!isPage && !isArticle)) return planFile(path, movedTo(own, python.table("EXTRA_PATH_METADATA")));
      if (/\.rst$/i.test(path)) return { kind: "left out", what: "texts in reStructuredText" };
      const { metadata } = headerOf(file, folder);
      const isPlain = Object.keys(metadata).length === 0;
      if (isPlain && isOfRepository(path)) return undefined;
      if (isPlain && (content === root || !isMarkdown(path))) return planFile(path, own);
      return planText(file, own, isPage ? "page" : "post");
    },
  };
}

function isAt(place: string, own: string): boolean {
  const folder = place.replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, "");
  return own === folder || isIn(folder, own);
}

/** Reads the metadata with names in lower case; front matter in YAML is metadata, too. */
function headerOf(
  { body, frontMatter, path }: SiteFile,
  { read }: SiteFolder,
): { readonly metadata: FrontMatterTable; readonly body: string } {
  const text = read(path) ?? "";
  if (!isMarkdown(path)) return readHtmlHeader(text);
  const isFenced = /^\uFEFF?(?:---|\+\+\+)\s*$/m.test(text.slice(0, 10)) && Object.keys(frontMatter).length > 0;
  if (!isFenced) return readPelicanHeader(text);
  return { metadata: Object.fromEntries(Object.entries(frontMatter).map(([key, value]) => [key.toLowerCase(), value])), body };
}

// EXTRA_PATH_METADATA moves a file, as in `{"extra/favicon.ico": {"path": "favicon.ico"}}`.
function movedTo(own: string, moves: Readonly<Record<string, unknown>>): string {
  const move = moves[own];
  const path = typeof move === "object" && move !== null && "path" in move ? move.path : undefined;
  return typeof path === "string" && path !== "" ? path.replace(/^\/+/, "") : own;
}

const relevant =
  /^(?:PATH|SITEURL|SITENAME|TIMEZONE|DEFAULT_LANG|AUTHOR|(?:ARTICLE|PAGE)_(?:URL|LANG_URL|PATHS)|FILENAME_METADATA|PATH_METADATA|SLUG_REGEX_SUBSTITUTIONS)$/;

function notesOf({ computed, file, url }: PelicanConfig): NoteList {
  const notes = new NoteList();
  const unread = computed.filter((name) => relevant.test(name));
  if (unread.length > 0) notes.add(`${file} computes ${unread.join(", ")} with Python: Pelican's defaults were assumed`);
  if (file === undefined) notes.add("The folder has no pelicanconf.py: Pelican's defaults were assumed");
  if (url.origin === undefined)
    notes.add("SITEURL is unknown, so the ids of the old feed (tag:…) are not kept; set it in publishconf.py and import again");
  return notes;
}
