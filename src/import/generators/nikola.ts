import { baseName, folderOf, withoutExtension } from "../../base/file-path.ts";
import { countIn, textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { isFalse, isTrue } from "../../content/front-matter/front-matter-value.ts";
import { readAuthor } from "../../content/metadata/author-metadata.ts";
import { asciiText } from "../../model/ascii-text.ts";
import { type PythonConstants, readPythonFile } from "../configuration/python/python-constants.ts";
import { PythonSettings } from "../configuration/python/python-settings.ts";
import { languageIn, parseSiteUrl } from "../configuration/site-url.ts";
import { civilDate } from "../site-rules/civil-date.ts";
import { isMarkdown } from "../site-rules/content-file.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSettings, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { patternOrPath } from "../site-rules/readable-path.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { isIn, joinPath, resolvePath } from "../site-rules/site-path.ts";
import { frontMatterOf, stateOf, withMoreMark } from "./nikola/nikola-front-matter.ts";
import { readMetaFile, readNikolaHeader } from "./nikola/nikola-header.ts";
import { readSources, sourceOf } from "./nikola/nikola-sources.ts";

/** Nikola 7 and later. */
export const nikola: Generator = {
  name: "Nikola",
  open(folder) {
    const files = folder.paths.filter((path) => baseName(path) === "conf.py" && path.split("/").length <= 4);
    for (const file of files.sort((a, b) => a.split("/").length - b.split("/").length)) {
      const source = folder.read(file) ?? "";
      if (/^(?:POSTS|PAGES|BLOG_TITLE)\s*=/m.test(source)) return openSite(folder, file, readPythonFile(folder, file)); // Sphinx has a conf.py, too
    }
    return undefined;
  },
};

function openSite(folder: SiteFolder, file: string, constants: PythonConstants): OldSite {
  const python = new PythonSettings(constants);
  const root = folderOf(file);
  const url = parseSiteUrl(python.text("BASE_URL") ?? python.text("SITE_URL"));
  const byDefault = python.text("DEFAULT_LANG") ?? "en";
  const settings = readSettings(python, byDefault, url.origin);
  const translations = new Map(
    Object.entries(python.table("TRANSLATIONS")).map(([tag, path]) => [tag, resolvePath("", String(path ?? ""))]),
  );
  const sources = readSources(root, python);
  const media = [...mediaFolders(root, python), ...sources.map((source) => ({ from: source.folder, to: source.destinationOf(byDefault) }))];
  const notes = new NoteList();
  const bySlug = new Map<string, string>();
  const unread = constants.computed.filter((name) =>
    /^(?:POSTS|PAGES|TRANSLATIONS|SITE_URL|BASE_URL|BLOG_TITLE|TIMEZONE|PRETTY_URLS)$/.test(name),
  );
  if (unread.length > 0) notes.add(`${file} computes ${unread.join(", ")} with Python: Nikola's defaults were assumed`);

  const redirections = python.get("REDIRECTIONS");
  if (Array.isArray(redirections) && redirections.length > 0) notes.add(`${file} has REDIRECTIONS: copy them to [vars.SITE.redirects]`);

  // `moon.es.md`, or `moon.md.es` in old sites, is the Spanish moon.md.
  function splitLanguage(path: string): { readonly original: string; readonly language: string } {
    const [, stem = "", first = "", last = ""] = /^(.+)\.([^./]+)\.([^./]+)$/.exec(path) ?? [];
    if (translations.has(first)) return { original: `${stem}.${last}`, language: first };
    return translations.has(last) ? { original: `${stem}.${first}`, language: last } : { original: path, language: byDefault };
  }

  // The metadata of a text; a translation inherits that of the original.
  function metadataOf(path: string, original: string, language: string): FrontMatterTable {
    const own = (name: string, meta: string) => {
      const file = readMetaFile(meta, folder.read(meta));
      return Object.keys(file).length > 0 ? file : readNikolaHeader(name, folder.read(name) ?? "").metadata;
    };
    const stem = withoutExtension(original);
    const inherited = own(original, `${stem}.meta`);
    return language === byDefault ? inherited : { ...inherited, ...own(path, `${stem}.${language}.meta`) };
  }

  function planText({ body, path }: SiteFile, original: string, language: string, place: NonNullable<ReturnType<typeof sourceOf>>): Plan {
    const metadata = metadataOf(path, original, language);
    const state = stateOf(metadata);
    const slug = textIn(metadata["slug"]) ?? slugify(withoutExtension(baseName(original)), python);
    const names = joinPath(translations.get(language) ?? "", place.folder, slug);
    const address = `${url.base}/${names}${isPretty(metadata, slug) ? "/" : ".html"}`.replace(/(?<=\/)index\.html$/, "");
    const written = textIn(metadata["date"]);
    const date = written === undefined ? undefined : civilDate(written, settings.timezone ?? "UTC");
    const isPost = place.source.kind === "post" && state !== "private" && (date !== undefined || state === "draft");
    if (place.source.kind === "post" && date === undefined && state !== "draft" && !isBlank(body))
      notes.count("No date, so the post became a page; add a date and remove feed: false", path);
    const source = folder.read(path) ?? "";
    const header = readNikolaHeader(path, source);
    if (/\blink:\/\/(?!slug\/|filename\/)/.test(header.body))
      notes.count("Links with link:// to lists are not resolved; write the address", path);
    if (!bySlug.has(slug)) bySlug.set(slug, path);
    const target = joinPath(language === byDefault ? "" : language, place.folder, baseName(original));
    const title = textIn(metadata["title"]) ?? withoutExtension(baseName(original));
    const frontMatter = { ...frontMatterOf(metadata), title, slug, ...(language !== byDefault && { language }) };
    return {
      kind: isPost ? "post" : "page",
      target,
      address: addressOf(address, target, frontMatter, isPost ? date?.instant : undefined),
      replacement: { frontMatter, body: withMoreMark(header.body) },
    };
  }

  function isPretty(metadata: FrontMatterTable, slug: string): boolean {
    const own = metadata["pretty_url"];
    return isTrue(own) || (!isFalse(own) && python.flag("PRETTY_URLS", true) && slug !== "index");
  }

  function addressOf(path: string, target: string, frontMatter: FrontMatterTable, date: number | undefined): ArticlePlan["address"] {
    const pattern = `${url.base}/:sections/:slug${path.endsWith("/") ? "/" : ".html"}`;
    return patternOrPath(path, pattern, { target, frontMatter, date }, settings);
  }

  return {
    settings,
    base: url.base,
    get notes() {
      return notes.sentences;
    },
    // Every text was planned before, so the slugs are known.
    pathsOf(reference) {
      const [, kind, name = ""] = /^link:\/\/(slug|filename)\/(.+)$/.exec(reference) ?? [];
      const path = kind === "slug" ? bySlug.get(name) : kind === "filename" ? joinPath(root, name) : undefined;
      return path === undefined ? [] : [path];
    },
    plan(file) {
      const { path } = file;
      const { language, original } = splitLanguage(path);
      const place = sourceOf(path, original, sources, language);
      if (place === undefined || /\.meta(?:\.[^./]+)?$/.test(path)) return planMedia(path, media);
      if (!isMarkdown(original) && !/\.html?$/.test(original)) return { kind: "left out", what: "texts that are not Markdown or HTML" };
      return planText(file, original, language, place);
    },
  };
}

function readSettings(python: PythonSettings, language: string, origin: string | undefined): OldSettings {
  const author = readAuthor(python.text("BLOG_AUTHOR", language) ?? "");
  const email = python.text("BLOG_EMAIL");
  return {
    title: python.text("BLOG_TITLE", language),
    description: python.text("BLOG_DESCRIPTION", language),
    author: author && { ...author, ...(email !== undefined && { email }) },
    language: languageIn(language),
    timezone: python.timezone("TIMEZONE"),
    url: origin,
    limit: countIn(python.get("FEED_LENGTH")),
    ids: "addresses",
  };
}

function mediaFolders(root: string, python: PythonSettings): { readonly from: string; readonly to: string }[] {
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

// getnikola.com: nikola.utils.slugify
function slugify(name: string, python: PythonSettings): string {
  if (!python.flag("USE_SLUGIFY", true)) return name.replace(/[/\\?#"'\r\n\t*:<>|]/g, "-");
  return asciiText(name)
    .replace(/[^+\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");
}
