import { type Table, textIn, textsIn } from "../../base/table-values.ts";
import { textOf } from "../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { expandPattern, isPattern } from "../../settings/permalink-pattern.ts";
import { readDataFile } from "../configuration/data-file.ts";
import { excludeFiles } from "../configuration/file-patterns.ts";
import { findPackage } from "../configuration/find-package.ts";
import { compileGlob } from "../configuration/glob.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import { civilDate } from "../site-rules/civil-date.ts";
import { isMedia, isOfRepository } from "../site-rules/content-file.ts";
import { withoutForeignKeys } from "../site-rules/foreign-keys.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../site-rules/readable-path.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { baseName, folderOf, isIn, joinPath, pathIn, resolvePath } from "../site-rules/site-path.ts";
import { HexoAddresses, lastCategory, prettyPath } from "./hexo/hexo-address.ts";
import { dateInName, nameReader } from "./hexo/hexo-name.ts";
import { readHexoSettings } from "./hexo/hexo-settings.ts";

/** Hexo 3 and later. */
export const hexo: Generator = {
  name: "Hexo",
  open(folder) {
    const paths = folder.paths.filter((path) => /^_config\.ya?ml$/.test(baseName(path)));
    for (const path of paths.sort((a, b) => a.split("/").length - b.split("/").length)) {
      const config = readDataFile(folder, path);
      const values = config === "unreadable" || config === undefined ? {} : config;
      const source = resolvePath(folderOf(path), textIn(values["source_dir"]) ?? "source");
      if (!isHexo(folder, folderOf(path), source, values)) continue;
      const notes = new NoteList();
      if (config === "unreadable") notes.add(`Cannot read ${path}: Hexo's defaults were assumed`);
      return openSite(values, source, notes);
    }
    const found = findPackage(folder, "hexo", "_config.yml");
    const source = joinPath(found?.root ?? "", "source");
    return found && isHexo(folder, found.root, source, {}) ? openSite({}, source, new NoteList()) : undefined;
  },
};

const page = /\.(?:md|markdown|mkdn?|mdown|mdwn|mdtxt|mdtext|html?)$/i;

// Octopress has the same folders, and a Gemfile for Jekyll.
function isHexo({ paths, read }: SiteFolder, root: string, source: string, config: Table): boolean {
  if (!paths.some((path) => isIn(joinPath(source, "_posts"), path) && page.test(path))) return false;
  const keys = ["new_post_name", "source_dir", "public_dir", "post_asset_folder", "skip_render", "category_map", "index_generator"];
  const isNamed = read(joinPath(root, "package.json"))?.includes('"hexo') ?? false;
  return isNamed || keys.some((key) => key in config) || read(joinPath(root, "Gemfile")) === undefined;
}

function openSite(config: Table, source: string, notes: NoteList): OldSite {
  const settings = readHexoSettings(config);
  const { base } = parseSiteUrl(textIn(config["url"]) ?? textIn(config["root"]));
  const addresses = new HexoAddresses(config, settings.timezone);
  const readName = nameReader(textIn(config["new_post_name"]) ?? ":title.md");
  const extension = /\.[^./]+$/.exec(textIn(config["new_post_name"]) ?? ":title.md")?.[0];
  const hasAssetFolders = config["post_asset_folder"] === true;
  const skipped = textsIn(config["skip_render"]).map(compileGlob);
  const excluded = excludeFiles([...textsIn(config["ignore"]), ...textsIn(config["exclude"])]);
  const isRendered = (path: string) => page.test(path) && !skipped.some((pattern) => pattern.test(pathIn(source, path)));
  const [posts, drafts] = [joinPath(source, "_posts"), joinPath(source, "_drafts")];
  const pattern = expandPattern(addresses.pattern).replace(/^\/?/, "/");
  const media = [
    { from: posts, to: "" },
    { from: drafts, to: "_drafts" },
    { from: source, to: "" },
  ];
  if (settings.timezone === undefined)
    notes.add("_config.yml has no timezone, so Hexo used that of your machine: write it into the settings as timezone");

  function planPost(file: SiteFile, own: string): ArticlePlan {
    const name = readName(own);
    const written = textOf(file.frontMatter["date"]);
    const named = dateInName(name);
    const date = written ?? named;
    const isDated = date !== undefined || dateOfPath(own) !== undefined;
    if (!isDated && !isBlank(file.body))
      notes.count("No date (Hexo used that of the file), so the post became a page; add a date and remove feed: false", file.path);
    if (Array.isArray(file.frontMatter["categories"]) && /:category/.test(pattern)) warnOfCategories(file);
    const frontMatter = withoutForeignKeys(file.frontMatter, ["id", "guid"]);
    return {
      kind: isDated ? "post" : "page",
      target: own,
      address: addressOf(file, name, date, own),
      ...(frontMatter !== file.frontMatter && { replacement: { frontMatter, body: file.body } }),
      ...(written === undefined && named !== undefined && { keys: { date: named } }),
    };
  }

  function addressOf(file: SiteFile, name: ReturnType<typeof readName>, date: string | undefined, own: string): ArticlePlan["address"] {
    const found = addresses.pathOf({ frontMatter: file.frontMatter, name, date });
    if ("unknown" in found) {
      if (!isBlank(file.body))
        notes.count(`The files do not determine ${found.unknown}, so the address is unknown; write permalink into the post`, file.path);
      return undefined;
    }
    const usable = isPattern(pattern) && textOf(file.frontMatter["permalink"]) === undefined ? base + pattern : undefined;
    const instant = date === undefined ? undefined : civilDate(date, settings.timezone ?? "UTC")?.instant;
    return patternOrPath(base + found.path, usable, { target: own, frontMatter: file.frontMatter, date: instant }, settings);
  }

  // Hexo takes the category that it saw last in any post.
  function warnOfCategories({ frontMatter, path }: SiteFile): void {
    const categories = frontMatter["categories"] as readonly unknown[];
    if (categories.filter(Array.isArray).length > 1)
      notes.count(
        `Several categories, so compare the address, which has ${JSON.stringify(lastCategory(frontMatter["categories"]).at(-1))}`,
        path,
      );
  }

  function planPage(file: SiteFile, own: string): Plan | undefined {
    const isEmpty = file.body.trim() === "";
    if (isEmpty && (file.frontMatter["type"] ?? file.frontMatter["layout"]) !== undefined)
      return { kind: "left out", what: "pages of lists" };
    const hasFrontMatter = Object.keys(file.frontMatter).length > 0;
    if (!hasFrontMatter && /\.html?$/i.test(own)) return { kind: "left out", what: "HTML files without front matter", place: own };
    if (!hasFrontMatter && isOfRepository(own)) return undefined;
    const written = textOf(file.frontMatter["permalink"])?.replace(/\/$/, "/index");
    const path = written === undefined ? own.replace(/\.[^./]+$/, ".html") : /\.[^./]+$/.test(written) ? written : `${written}.html`;
    return { kind: "page", target: own, address: { path: readablePath(base + prettyPath(`/${path}`.replace(/\/{2,}/g, "/"), config)) } };
  }

  return {
    settings,
    base: base,
    get notes() {
      return notes.sentences;
    },
    plan(file) {
      const { path } = file;
      const place = [posts, drafts].find((folder) => isIn(folder, path));
      const own = pathIn(place ?? source, path);
      if (!isIn(source, path) || /(?:^|\/)[_.]/.test(own)) return undefined;
      if (excluded.test(pathIn(source, path)) || excluded.test(path))
        return page.test(path) ? { kind: "left out", what: "files that ignore and exclude name" } : undefined;
      if (place === undefined) return isRendered(path) ? planPage(file, own) : planMedia(path, media);
      const isPost = isRendered(path) && (!hasAssetFolders || path.endsWith(extension ?? ".md"));
      if (!isPost)
        return isMedia(path) || !hasAssetFolders
          ? planMedia(path, media)
          : { kind: "media", target: joinPath(place === drafts ? "_drafts" : "", own) };
      return place === posts ? planPost(file, own) : { kind: "post", target: joinPath("_drafts", own) };
    },
    templateLanguage: () => "nunjucks",
    templateValues: ({ frontMatter }) => ({ ...frontMatter, page: frontMatter, config }),
  };
}
