import { baseName, folderOf, withoutExtension } from "../../base/file-path.ts";
import { tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { parseFrontMatter } from "../../content/front-matter/front-matter.ts";
import { asList, isFalse, isTrue } from "../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { compileGlob } from "../configuration/glob.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import { civilDate } from "../site-rules/civil-date.ts";
import { isMedia, isOfRepository } from "../site-rules/content-file.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../site-rules/readable-path.ts";
import { isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { readZolaConfig, readZolaSettings, slugRules, type ZolaConfig } from "./zola/zola-config.ts";
import { zolaSlug } from "./zola/zola-slug.ts";

/** Zola. */
export const zola: Generator = {
  name: "Zola",
  open(folder) {
    const config = readZolaConfig(folder);
    if (config === undefined) return undefined;
    const content = joinPath(config.root, "content");
    return folder.paths.some((path) => isIn(content, path) && path.endsWith(".md")) ? openSite(folder, config, content) : undefined;
  },
};

const datedName =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)(?:\s?[_-](.+))?/;

function openSite(folder: SiteFolder, { root, values }: ZolaConfig, content: string): OldSite {
  const url = parseSiteUrl(textIn(values["base_url"]));
  const settings = readZolaSettings(values, url);
  const byDefault = textIn(values["default_language"]) ?? "en";
  const languages = Object.keys(tableOf(values["languages"])).filter((name) => name !== byDefault);
  const { keepsDates, strategy } = slugRules(values);
  const ignored = textsIn(values["ignored_content"]).map((glob) => compileGlob(`{,**/}${glob}`));
  const bundles = new Set(folder.paths.filter((path) => /(?:^|\/)index(?:\.[^./]+)?\.md$/.test(path) && isIn(content, path)).map(folderOf));
  const draftFolders = folder.paths.filter((path) => isIn(content, path) && isDraftSection(folder, path)).map(folderOf);
  const paths = new Set(folder.paths);
  const media = [
    { from: joinPath(root, "static"), to: "" },
    { from: content, to: "" },
  ];
  const notes = new NoteList();
  const unreadable = textIn(values["unreadable"]);
  if (unreadable !== undefined) notes.add(`Cannot read ${unreadable}: Zola's defaults were assumed`);

  // The language of a name is the part after its first dot, if the site has languages.
  function nameOf(path: string): { readonly name: string; readonly language: string } {
    const name = withoutExtension(baseName(path));
    const [, stem = name, tag = ""] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
    return languages.includes(tag) ? { name: stem, language: tag } : { name, language: byDefault };
  }

  function planPage(file: SiteFile, own: string): Plan {
    const { frontMatter, path } = file;
    if (isFalse(frontMatter["render"])) return { kind: "left out", what: "pages that the site does not render" };
    const { language, name } = nameOf(path);
    const isBundle = name === "index" && folderOf(own) !== "";
    const written = isBundle ? baseName(folderOf(own)) : name;
    const [, named, rest] = datedName.exec(written) ?? [];
    const folders = folderOf(isBundle ? folderOf(own) : own);
    const slug = zolaSlug(textIn(frontMatter["slug"]) ?? (keepsDates ? undefined : rest) ?? written, strategy);
    const ownPath = textIn(frontMatter["path"]);
    const prefix = language === byDefault ? "" : language;
    const address = url.base + (ownPath === undefined ? slashed(joinPath(prefix, folders, slug)) : slashed(ownPath));
    const date = textIn(frontMatter["date"]) ?? named;
    // Zola itself has no such date, but sites that publish by day put it into the path.
    const kind = date === undefined && dateOfPath(ownPath ?? own) === undefined ? "page" : "post";
    const isUnknownLanguage = language !== byDefault && !isBundle && !paths.has(joinPath(folderOf(path), `${name}.md`));
    const keys = {
      ...(frontMatter["date"] === undefined && named?.includes("T") && { date: named }),
      ...(isUnknownLanguage && { language }),
    };
    const hasOriginal = (target: string) => paths.has(joinPath(content, target));
    const instant = date === undefined ? undefined : civilDate(date, "UTC")?.instant;
    const article = { target: own, frontMatter: { ...keys, ...frontMatter }, date: instant, hasOriginal };
    return {
      kind,
      target: own,
      address: patternOrPath(address, kind === "post" ? `${url.base}/:sections/:slug/` : undefined, article, settings),
      keys,
      ...aliasesOf(file),
    };
  }

  // Aliases are below the path of base_url.
  function aliasesOf({ body, frontMatter }: SiteFile): Pick<ArticlePlan, "replacement"> {
    if (url.base === "" || frontMatter["aliases"] === undefined) return {};
    const aliases = asList(frontMatter["aliases"]).flatMap((alias) => textIn(alias) ?? []);
    return {
      replacement: { frontMatter: { ...frontMatter, aliases: aliases.map((alias) => readablePath(url.base + slashed(alias))) }, body },
    };
  }

  return {
    settings,
    base: url.base,
    get notes() {
      return notes.sentences;
    },
    plan(file) {
      const { path } = file;
      if (!isIn(content, path)) return planMedia(path, media);
      const own = pathIn(content, path);
      const name = baseName(path);
      if (name.startsWith(".") || ignored.some((glob) => glob.test(own))) return undefined;
      if (!name.endsWith(".md"))
        return isMedia(path) || !isInBundle(path, bundles) ? planMedia(path, media) : { kind: "media", target: own };
      if (name.startsWith("_index.")) return { kind: "left out", what: "section pages" };
      if (draftFolders.some((section) => isIn(section, path))) return { kind: "left out", what: "pages of draft sections" };
      if (Object.keys(file.frontMatter).length === 0 && isOfRepository(path)) return undefined;
      return planPage(file, own);
    },
  };
}

function slashed(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, "/");
}

function isInBundle(path: string, bundles: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (bundles.has(folder)) return true;
  return false;
}

function isDraftSection({ read }: SiteFolder, path: string): boolean {
  if (baseName(path) !== "_index.md") return false;
  try {
    return isTrue(parseFrontMatter(path, read(path) ?? "").data["draft"]);
  } catch {
    return false;
  }
}
