import { tableOf, textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { asList, asTable, isFalse, isTrue, textOf } from "../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { excludeFiles } from "../configuration/file-patterns.ts";
import { parseSiteUrl, timezoneIn } from "../configuration/site-url.ts";
import { civilDateInOwnZone } from "../site-rules/civil-date.ts";
import { isMedia, isOfRepository } from "../site-rules/content-file.ts";
import { withoutForeignKeys } from "../site-rules/foreign-keys.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../site-rules/readable-path.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { baseName, folderOf, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { HugoAddresses, type HugoPage } from "./hugo/hugo-address.ts";
import { Cascade, sectionFrontMatter, withLowerCase } from "./hugo/hugo-cascade.ts";
import { type HugoConfig, readHugoConfig, valuesOfLanguage } from "./hugo/hugo-config.ts";
import {
  bundleOf,
  type ContentRoot,
  contentRoots,
  findHugoFolders,
  ignoredFiles,
  isPageFile,
  isReadablePage,
  readLanguages,
  splitLanguage,
  staticRoots,
} from "./hugo/hugo-content.ts";
import { type DateFinder, dateFinder } from "./hugo/hugo-date.ts";
import { findMainSections, type MainSections } from "./hugo/hugo-sections.ts";
import { readHugoSettings } from "./hugo/hugo-settings.ts";

/** Hugo 0.60 and later. */
export const hugo: Generator = {
  name: "Hugo",
  open(folder) {
    const config = readHugoConfig(folder);
    if (config === undefined) return undefined;
    const roots = contentRoots(config.root, config.values, readLanguages(config.values));
    const hasContent = folder.paths.some((path) => isReadablePage(path) && roots.some(({ from }) => isIn(from, path)));
    return hasContent ? openSite(folder, config, roots) : undefined;
  },
};

/** The rules of one language. */
interface LanguageRules {
  readonly addresses: HugoAddresses;
  readonly dateOf: DateFinder;
  readonly main: MainSections;
}

const foreignKeys = ["permalink", "path", "id", "guid"];

function openSite(folder: SiteFolder, { root: site, unreadable, values }: HugoConfig, roots: readonly ContentRoot[]): OldSite {
  const languages = readLanguages(values);
  const url = parseSiteUrl(textOf(values["baseurl"] as string | undefined));
  const settings = readHugoSettings(values, url, languages.byDefault);
  const folders = findHugoFolders(folder.paths, roots, languages);
  const cascade = new Cascade(folder, folders.sections, values["cascade"]);
  const rules = new Map<string, LanguageRules>();
  const media = [
    ...staticRoots(site, values),
    ...roots.map(({ from, language = languages.byDefault, to }) => ({ from, to: placeOf(language, to) })),
  ];
  const paths = new Set(folder.paths);
  const ignored = ignoredFiles(values);
  const isIgnored = excludeFiles(ignored.patterns);
  const notes = notesOf(values, unreadable);
  for (const pattern of ignored.unread)
    notes.add(`Cannot evaluate ignoreFiles ${JSON.stringify(pattern)}: delete the copies that it names`);

  function placeOf(language: string, to: string): string {
    return joinPath(language === languages.byDefault ? "" : language, to);
  }

  function rulesOf(language: string): LanguageRules {
    const known = rules.get(language);
    if (known !== undefined) return known;
    const own = valuesOfLanguage(values, language);
    const made = {
      addresses: new HugoAddresses(own, url.base, languages),
      dateOf: dateFinder(own),
      main: findMainSections(own, folder.paths, roots, folders),
    };
    rules.set(language, made);
    return made;
  }

  function pageOf(file: SiteFile, root: ContentRoot, frontMatter: FrontMatterTable): HugoPage {
    const { language: tagged = languages.byDefault, stem } = splitLanguage(file.path, languages);
    const language = root.language ?? tagged;
    const bundle = folders.bundles.has(folderOf(file.path)) ? folderOf(file.path) : undefined;
    const own = joinPath(root.to, pathIn(root.from, bundle ?? stem));
    const names = own.split("/").slice(0, -1);
    const found = rulesOf(language).dateOf(frontMatter, baseName(own));
    const sectionFolders = folderOf(bundle ?? stem).split("/");
    const depth = names.findLastIndex((_, index) => index === 0 || folders.sections.has(aboveOf(sectionFolders, names.length - 1 - index)));
    const sections = names.slice(0, depth + 1);
    const zone = timezoneIn(textIn(valuesOfLanguage(values, language)["timezone"])) ?? "UTC";
    return {
      frontMatter,
      folders: names,
      name: baseName(own),
      sections,
      sectionTitles: () =>
        sections.map((name, index) => {
          const page = folders.sections.get(aboveOf(sectionFolders, names.length - 1 - index));
          const table = page === undefined ? {} : sectionFrontMatter(folder, page);
          return textOf(table["slug"]) ?? textOf(table["title"]) ?? name;
        }),
      language,
      slug: textOf(frontMatter["slug"]) ?? found.slug,
      date: found.date === undefined ? undefined : civilDateInOwnZone(found.date, zone),
    };
  }

  function planPage(file: SiteFile, root: ContentRoot): Plan {
    const written = withLowerCase(file.frontMatter);
    const logical = `/${joinPath(root.to, pathIn(root.from, splitLanguage(file.path, languages).stem)).replace(/\/index$/, "")}`;
    const passed = cascade.keysOf(file.path, logical, root.language ?? languages.byDefault);
    const frontMatter = { ...withLowerCase(passed), ...written };
    if (isNotRendered(frontMatter)) return { kind: "left out", what: "pages that the site does not render" };
    const page = pageOf(file, root, frontMatter);
    const target = joinPath(placeOf(root.language ?? languages.byDefault, root.to), pathIn(root.from, file.path));
    const { addresses, dateOf } = rulesOf(page.language);
    const { date, isForeign } = dateOf(frontMatter, page.name);
    const isSuffix = page.language !== (root.language ?? languages.byDefault) && !paths.has(originalOf(file.path));
    const keys = {
      ...passed,
      ...(isForeign && date !== undefined && { date }),
      ...((isSuffix || (root.language !== undefined && root.language !== languages.byDefault)) && { language: page.language }),
    };
    const kind = kindOf(page, file);
    const path = addresses.pathOf(page);
    if (path === undefined) notes.count("The permalink pattern has an unknown token, so the address is unknown", file.path);
    const copied = { ...keys, ...withoutForeignKeys(file.frontMatter, foreignKeys) };
    const address = path === undefined ? undefined : addressOf(page, path, kind, target, copied);
    return { kind, target, address, keys, ...replacementOf(file, page, path) };
  }

  function addressOf(page: HugoPage, path: string, kind: string, target: string, frontMatter: FrontMatterTable) {
    const ownPattern = rulesOf(page.language).addresses.patternOf(page);
    const pattern = ownPattern === undefined ? "/:sections/:slugorfilename/" : translated(ownPattern);
    const date = kind === "post" ? page.date?.instant : undefined;
    const hasOriginal = (original: string) => paths.has(joinPath(roots[0]?.from ?? "", original));
    const prefixed = url.base + pattern.replace(/\/?$/, path.endsWith("/") ? "/" : ".html");
    return patternOrPath(path, prefixed, { target, frontMatter, date, hasOriginal }, settings);
  }

  function kindOf({ date, folders: names, frontMatter, language }: HugoPage, file: SiteFile): ArticlePlan["kind"] {
    const { main } = rulesOf(language);
    const isDated = date !== undefined || dateOfPath(textOf(frontMatter["url"]) ?? file.path) !== undefined;
    const section = names[0] ?? "";
    const isMain = main.isMain(main.areConfigured ? (textOf(frontMatter["type"]) ?? section) : section);
    if (isMain && !isDated && !isTrue(frontMatter["draft"]) && !isBlank(file.body))
      notes.count("No date, so the post became a page; add a date and remove feed: false", file.path);
    if (!isMain && main.areConfigured && isDated && section !== "" && !isBlank(file.body))
      notes.count("Not in mainSections, so the post became a page; remove feed: false to have it in the feeds", file.path);
    return isMain && isDated ? "post" : "page";
  }

  function replacementOf({ body, frontMatter }: SiteFile, page: HugoPage, path: string | undefined): Pick<ArticlePlan, "replacement"> {
    const copied = withAliases(withoutForeignKeys(frontMatter, foreignKeys), page, path);
    return copied === frontMatter ? {} : { replacement: { frontMatter: copied, body } };
  }

  // Aliases are below the language and the path of baseURL, and may be relative (gohugo.io/content-management/urls, "Aliases").
  function withAliases(frontMatter: FrontMatterTable, page: HugoPage, path: string | undefined): FrontMatterTable {
    const key = Object.keys(frontMatter).find((name) => name.toLowerCase() === "aliases");
    if (key === undefined || path === undefined) return frontMatter;
    const { addresses } = rulesOf(page.language);
    const written = asList(frontMatter[key]).flatMap((alias) => textOf(alias) ?? []);
    const aliases = written.map((alias) => readablePath(addresses.aliasOf(alias, page, path)));
    return aliases.every((alias, index) => alias === written[index]) ? frontMatter : { ...frontMatter, [key]: aliases };
  }

  return {
    settings,
    base: url.base,
    get notes() {
      return notes.sentences;
    },
    plan(file) {
      const root = roots.find(({ from }) => isIn(from, file.path));
      if (root === undefined) return planMedia(file.path, media);
      if (isIgnored.test(file.path)) return { kind: "left out", what: "files that ignoreFiles names" };
      const bundle = bundleOf(file.path, folders.bundles);
      const name = baseName(splitLanguage(file.path, languages).stem);
      const isPage = isPageFile(file.path) && (bundle === undefined || (folderOf(file.path) === bundle && name === "index"));
      if (!isPage) return planResource(file.path, bundle, media);
      if (name === "_index") return { kind: "left out", what: "section pages" };
      if (!isReadablePage(file.path)) return { kind: "left out", what: "texts that are not Markdown or HTML" };
      if (isOfRepository(file.path) && Object.keys(file.frontMatter).length === 0) return undefined;
      return planPage(file, root);
    },
  };
}

function aboveOf(names: readonly string[], levels: number): string {
  return names.slice(0, names.length - levels).join("/");
}

function originalOf(path: string): string {
  return path.replace(/\.[^./]+(?=\.[^./]+$)/, "");
}

// The attachments of a bundle are media, whatever their extension is.
function planResource(
  path: string,
  bundle: string | undefined,
  media: readonly { readonly from: string; readonly to: string }[],
): Plan | undefined {
  if (bundle === undefined || isMedia(path)) return planMedia(path, media) ?? undefined;
  if (baseName(path).startsWith(".")) return undefined;
  const folder = media.find(({ from }) => isIn(from, path));
  return folder && { kind: "media", target: joinPath(folder.to, pathIn(folder.from, path)) };
}

function isNotRendered(frontMatter: FrontMatterTable): boolean {
  const { render } = { ...asTable(frontMatter["_build"]), ...asTable(frontMatter["build"]) };
  return isTrue(frontMatter["headless"]) || isFalse(render) || /^(?:never|link)$/i.test(textOf(render) ?? "");
}

// In Hugo, :slug falls back to the title, and :title is the title itself. The address that this pattern makes is compared with Hugo's.
function translated(pattern: string): string {
  return pattern.replace(/:slug(?!\w)/g, ":slugortitle").replace(/:title(?!\w)/g, ":post_title");
}

function notesOf(values: HugoConfig["values"], unreadable: readonly string[]): NoteList {
  const notes = new NoteList();
  for (const path of unreadable) notes.add(`Cannot read ${path}: Hugo's defaults were assumed`);
  const imports = tableOf(values["module"])["imports"];
  if (Array.isArray(imports) && imports.length > 0) notes.add("The content of imported modules was not copied");
  for (const [name, table] of Object.entries(tableOf(values["languages"])))
    if (tableOf(table)["baseurl"] !== undefined)
      notes.add(`The language ${name} has its own baseURL: its pages have addresses on this site now`);
  return notes;
}
