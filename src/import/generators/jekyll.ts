import { tableOf, textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { asList, textOf } from "../../content/front-matter/front-matter-value.ts";
import { metadataKeys } from "../../content/front-matter/metadata-keys.ts";
import { expandPattern, isPattern } from "../../settings/permalink-pattern.ts";
import { aliasesBelow } from "../site-rules/aliases-below.ts";
import { civilDate } from "../site-rules/civil-date.ts";
import { isMedia, isOfRepository } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldAddress, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planFile } from "../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../site-rules/readable-path.ts";
import { baseName, folderOf, isIn, joinPath, resolvePath, withoutExtension, withoutTrailingPoints } from "../site-rules/site-path.ts";
import { fillUrlTemplate, type JekyllDocument, sanitizeJekyllPath, templateOf, withEnding } from "./jekyll/jekyll-address.ts";
import { collectionsOf, type JekyllConfig, pluginsOf, readJekyllConfig } from "./jekyll/jekyll-config.ts";
import { JekyllDefaults } from "./jekyll/jekyll-defaults.ts";
import { isListPage } from "./jekyll/jekyll-list-page.ts";
import { notesOfJekyll } from "./jekyll/jekyll-notes.ts";
import { pageValues } from "./jekyll/jekyll-page-values.ts";
import { JekyllPlaces, type Place, splitName, undatedPost, withFullYear } from "./jekyll/jekyll-places.ts";
import { authorsFileOf, readJekyllSettings } from "./jekyll/jekyll-settings.ts";
import { beginsWithHeading, titleOfSlug } from "./jekyll/jekyll-title.ts";

/** Jekyll 3 and 4, as the gem and as GitHub Pages. */
export const jekyll: Generator = {
  name: "Jekyll",
  open(folder) {
    const config = readJekyllConfig(folder);
    if (config === undefined) return undefined;
    const places = new JekyllPlaces(config);
    const posts = textIn(config.values["source_dir"]) ?? "source"; // of Hexo, whose configuration has the same name
    const hasPosts = folder.paths.some((path) => {
      const place = places.of(path);
      return /^(?:post|draft|document)$/.test(place?.kind ?? "") && (hasLayouts(folder) || !isIn(posts, place?.path ?? ""));
    });
    return hasPosts || isNamed(config, folder) ? openSite(folder, config, places) : undefined;
  },
};

function hasLayouts({ paths }: SiteFolder): boolean {
  return paths.some((path) => /(?:^|\/)_(?:layouts|includes)\//.test(path));
}

// A new site has a theme or a Gemfile, and no posts yet.
function isNamed({ root, values }: JekyllConfig, folder: SiteFolder): boolean {
  const gemfile = folder.read(joinPath(root, "Gemfile")) ?? "";
  return /\bjekyll\b|\bgithub-pages\b/.test(gemfile) || "remote_theme" in values || ("theme" in values && "plugins" in values);
}

const markdown = /\.(?:md|markdown|mkdown|mkdn|mkd)$/i;
const textile = /\.(?:textile|org|adoc|asciidoc|rst)$/i;
const ownKeys = new Set<string>([...Object.values(metadataKeys).flat(), "published", "status"]);
const addressKeys = new Set<string>(metadataKeys.permalink);

function openSite(folder: SiteFolder, config: JekyllConfig, places: JekyllPlaces): OldSite {
  const { url, values } = config;
  const plugins = pluginsOf(config, folder);
  const settings = readJekyllSettings(config, plugins, folder);
  const timezone = settings.timezone ?? "UTC";
  const defaults = new JekyllDefaults(config);
  const collections = collectionsOf(config);
  const style = textIn(values["permalink"]) ?? "date";
  const separator = textIn(values["excerpt_separator"])?.trim();
  const base = url.base.replace(/^\//, "");
  const authors = authorsFileOf(config, new Set(folder.paths));
  const inFeed = new Set(["posts", ...labelsInFeed(values)]);
  const hasPosts = folder.paths.some((path) => places.of(path)?.kind === "post");
  const readsAllMarkdown =
    plugins.has("jekyll-optional-front-matter") || /github-pages/.test(folder.read(joinPath(config.root, "Gemfile")) ?? "");
  const notes = new NoteList();
  for (const note of notesOfJekyll(config, settings.timezone)) notes.add(note);

  function templateFor(label: string): string {
    const own = textIn(collections.get(label)?.["permalink"]);
    if (own !== undefined) return templateOf(own);
    return label === "posts" ? templateOf(style) : withEnding("/:collection/:path", style);
  }

  function documentOf({ frontMatter }: SiteFile, { label, path }: Place): JekyllDocument {
    const { date: named, name } = splitName(path);
    const date = correctionsOf(frontMatter, timezone)["date"] ?? textOf(frontMatter["date"]) ?? named;
    const folders = folderOf(path).split("/");
    const above = label === "posts" ? folders.slice(0, Math.max(0, folders.indexOf("_posts"))) : [];
    return {
      label,
      path: withoutTrailingPoints(withoutExtension(path.replace(`_${label}`, ""))),
      name: baseName(path).replace(/\.[^.]+$/, ""),
      slug: textOf(frontMatter["slug"]) ?? name,
      categories: [...new Set([...above, ...categoriesIn(frontMatter)])],
      date: date === undefined ? undefined : civilDate(date, timezone),
    };
  }

  function addressOf(file: SiteFile, place: Place, target: string): OldAddress | undefined {
    const document = documentOf(file, place);
    const own = textOf(file.frontMatter["permalink"]);
    const template = own ?? templateFor(place.label);
    const path = fillUrlTemplate(template, document);
    if (path === undefined) {
      notes.count("The address has a date that the file lacks, or an unknown part, so it is not known", file.path);
      return undefined;
    }
    const pattern = `${url.base}${expandPattern(template.replaceAll(":collection", place.label))}`;
    const isUsable = own === undefined && place.label === "posts" && isPattern(pattern);
    const article = { target, frontMatter: file.frontMatter, date: document.date?.instant };
    const found = patternOrPath(withBase(path), isUsable ? pattern : undefined, article, settings);
    return "pattern" in found && template === templateOf(style) && pattern === expandPattern(style) ? { pattern: style } : found;
  }

  function withBase(path: string): string {
    return url.base + path.replace(/\/index\.html$/, "/");
  }

  function planDocument(file: SiteFile, place: Place, type: string): Plan {
    const passed = defaults.of(place.path, type);
    const all = { ...file, frontMatter: { ...passed, ...file.frontMatter } };
    const isOutput = place.label === "posts" || collections.get(place.label)?.["output"] === true;
    if (!isOutput) return { kind: "left out", what: `documents of the collection ${place.label}, which the site did not publish` };
    const target = place.label === "posts" ? withFullYear(place.path) : place.path.replace(/^_/, "");
    const isOnlyPost = !hasPosts && place.kind === "document" && !inFeed.has(place.label) && isDated(all);
    if (isOnlyPost) notes.add(`The site has no _posts, so the dated documents of the collection ${place.label} are its posts`);
    return {
      kind: isOnlyPost || inFeed.has(place.label) ? "post" : "page",
      target,
      ...(place.kind !== "draft" && { address: addressOf(all, place, target) }),
      keys: keysFrom(passed, file),
      corrections: { ...titleOf(all), ...correctionsOf(file.frontMatter, timezone), ...aliasesBelow(url.base, file.frontMatter) }, // an empty title counts as none
    };
  }

  function keysFrom(passed: FrontMatterTable, { body }: SiteFile): FrontMatterTable {
    const isNews = (key: string, value: unknown) =>
      ownKeys.has(key) && !addressKeys.has(key) && !(key === "author" && value === values["author"]);
    const keys = Object.entries(passed).filter(([key, value]) => isNews(key, value));
    const isMarked = separator !== undefined && separator !== "<!--more-->" && body.includes(separator);
    return { ...(isMarked && { excerpt_separator: separator }), ...Object.fromEntries(keys) };
  }

  function planPage(file: SiteFile, { path }: Place): Plan | undefined {
    if (!hasFrontMatter(file, folder) && !(readsAllMarkdown && markdown.test(path))) {
      if (isOfRepository(path)) return undefined;
      const what = markdown.test(path) ? "Markdown files without front matter" : "HTML files without front matter";
      return { kind: "left out", what, place: joinPath(base, path) };
    }
    if (isOfRepository(path) && textOf(file.frontMatter["permalink"]) === undefined) return undefined;
    const passed = defaults.of(path, "pages");
    const frontMatter = { ...passed, ...file.frontMatter };
    if (isListPage(path, file.body, [...collections.keys()])) return { kind: "left out", what: "pages that only list others" };
    const page: ArticlePlan = {
      kind: "page",
      target: joinPath(
        ...folderOf(path)
          .split("/")
          .map((folder) => folder.replace(/^_+/, "")),
        baseName(path),
      ), // folders of `include`
      address: { path: readablePath(withBase(pagePath(path, textOf(frontMatter["permalink"])))) },
      keys: keysFrom(passed, file),
      corrections: aliasesBelow(url.base, file.frontMatter),
    };
    return page;
  }

  function pagePath(path: string, permalink: string | undefined): string {
    const basename = withoutTrailingPoints(withoutExtension(baseName(path)));
    const template = permalink ?? (basename === "index" ? "/:path/" : withEnding("/:path/:basename", style));
    const filled = template.replaceAll(":path", folderOf(path)).replaceAll(":basename", basename).replaceAll(":output_ext", ".html");
    return sanitizeJekyllPath(filled);
  }

  return {
    settings,
    base: url.base,
    get notes() {
      return notes.sentences;
    },
    plan(file) {
      if (file.path === authors) return { kind: "media", target: `_data/${baseName(authors)}` };
      const place = places.of(file.path);
      if (place === undefined) return undefined;
      const isText = markdown.test(place.path) || /\.x?html?$/i.test(place.path);
      if (place.kind === "undated") return isText || textile.test(place.path) ? undatedPost : undefined;
      if (textile.test(place.path)) return { kind: "left out", what: "texts that are not Markdown or HTML" };
      const isTemplate = !isText && !isMedia(file.path) && hasFrontMatter(file, folder); // a feed, or a style sheet
      if (!isText) return isTemplate ? undefined : planFile(file.path, joinPath(base, place.path.replace(/^_/, "")));
      if (place.kind === "post") return planDocument(file, place, "posts");
      if (place.kind === "draft") return planDocument(file, place, "drafts");
      if (place.kind === "document") return planDocument(file, place, place.label);
      return planPage(file, place);
    },
    runsTagsInCode: true,
    templateValues: (file, address) => {
      const place = places.of(file.path);
      if (place === undefined) return undefined;
      const type = place.kind === "other" ? "pages" : place.kind === "draft" ? "drafts" : place.label;
      const all = { ...file, frontMatter: { ...defaults.of(place.path, type), ...file.frontMatter } };
      const document = place.kind === "other" ? undefined : documentOf(all, place);
      const own = address?.startsWith(`${url.base}/`) ? address.slice(url.base.length) : address;
      return {
        site: { ...values, url: url.origin ?? "", baseurl: url.base },
        page: pageValues({ file: all, place, document, url: own, timezone }),
      };
    },
    pathsOf: (reference) => [config.source, joinPath(config.source, config.collectionsFolder)].map((root) => resolvePath(root, reference)),
  };
}

// Jekyll reads a time with seconds and without a zone as UTC, and any other date in the time zone of the site.
function correctionsOf({ date }: FrontMatterTable, timezone: string): Readonly<Record<string, string>> {
  const isUtc = typeof date === "string" && /^\d{4}-\d{1,2}-\d{1,2}(?:t|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?$/i.test(date.trim());
  return isUtc && timezone !== "UTC" ? { date: `${date.trim()} +0000` } : {};
}

// Without a title, a document has that of its name, or with jekyll-titles-from-headings, which GitHub Pages runs, that of its first
// heading.
function titleOf({ body, frontMatter, path }: SiteFile): FrontMatterTable {
  if (textOf(frontMatter["title"]) !== undefined || beginsWithHeading(body)) return {};
  return { title: titleOfSlug(splitName(path).name) };
}

function labelsInFeed(values: JekyllConfig["values"]): string[] {
  const written = tableOf(values["feed"])["collections"];
  return Array.isArray(written) ? written.filter((label) => typeof label === "string") : Object.keys(tableOf(written));
}

// Jekyll splits the plural key at spaces; the singular key is one category, and replaces the plural one.
function categoriesIn(frontMatter: FrontMatterTable): string[] {
  const { categories, category } = frontMatter;
  const plural =
    typeof categories === "string"
      ? categories.split(/\s+/)
      : asList(categories).flatMap((value) => (typeof value === "string" ? [value] : []));
  const single = asList(category).flatMap((value) => (typeof value === "string" ? [value] : []));
  return [...plural, ...single].filter((name) => name !== "");
}

function hasFrontMatter({ frontMatter, path }: SiteFile, folder: SiteFolder): boolean {
  return Object.keys(frontMatter).length > 0 || /^\uFEFF?---\s*\n/.test(folder.read(path) ?? "");
}
