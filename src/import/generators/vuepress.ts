import { baseName } from "../../base/file-path.ts";
import { tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { readDataFile } from "../configuration/data-file.ts";
import { selectFiles } from "../configuration/file-patterns.ts";
import { findConfig } from "../configuration/find-config.ts";
import { readScript } from "../configuration/script-module.ts";
import { isOfRepository } from "../site-rules/content-file.ts";
import { instantOf, isDated, writtenDate } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { includesFiles, vueTemplates } from "./vuepress/vue-templates.ts";
import { patternAddress, regularAddress } from "./vuepress/vuepress-address.ts";
import { pluginOptions, readVuepressSettings } from "./vuepress/vuepress-settings.ts";

/** VuePress 1 and 2: files of the blog's folders, and files with a date, are posts. */
export const vuepress: Generator = {
  name: "VuePress",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)\.vuepress\/config\.(?:[cm]?[jt]s|ya?ml|toml)$/, 1);
    if (config === undefined) return undefined;
    const { path, root: source } = config;
    const read = readOptions(folder, path);
    const options = tableOf(read);
    const version = versionOf(folder, path);
    const blogs = blogsOf(options);
    const selected = selectFiles(textsIn(options["pagePatterns"] ?? options["patterns"]));
    const base = textIn(options["base"]) ?? "/";
    const general = textIn(options["permalinkPattern"]) ?? textIn(options["permalink"]);
    const notes = new NoteList();
    if (read === undefined) notes.add(`Cannot read ${path}: its defaults were assumed`);
    const mediaFolders = [
      { from: joinPath(source, ".vuepress/public"), to: "" },
      { from: source, to: "" },
    ];

    function planText(file: SiteFile): Plan {
      const target = pathIn(source, file.path);
      if (includesFiles(file.body)) notes.count("Included files are not read; copy their text", file.path);
      const blog =
        version === 1 && !/(?:^|\/)(?:index|readme)\.md$/i.test(target) ? blogs.find(({ folder: own }) => isIn(own, target)) : undefined;
      const { permalink, permalinkPattern } = file.frontMatter;
      const written = textIn(permalink) ?? textIn(permalinkPattern);
      const pattern = written === "null" || written === "false" ? undefined : (written ?? blog?.permalink ?? general);
      const date = instantOf(writtenDate(file.frontMatter) ?? dateOfPath(file.path));
      const own = pattern === undefined ? regularAddress(target) : patternAddress(pattern, { path: target, date }, version);
      const kind = isDated(file) ? "post" : "page";
      if (own === undefined) return { kind, target };
      const ending = version === 1 && pattern?.endsWith("/") === false ? "/" : "";
      const ours = pattern === undefined ? ":sections/:filename.html" : pattern.replace(/:slug/, ":name") + ending;
      return {
        kind,
        target,
        address: readableAddress(addressPath(base, own), addressPath(base, ours), { target, frontMatter: file.frontMatter }),
      };
    }

    return {
      settings: readVuepressSettings(options),
      get notes() {
        return notes.sentences;
      },
      ...vueTemplates,
      ...(base !== "/" && { linkBase: addressPath(base, "/") }),
      plan(file) {
        if (!isIn(source, file.path)) return undefined;
        if (isIn(joinPath(source, ".vuepress"), file.path) || !file.path.endsWith(".md")) return planMedia(file.path, mediaFolders);
        if (!selected.test(pathIn(source, file.path))) return { kind: "left out", what: "files that the page patterns leave out" };
        const isIndex = /^readme\.md$/i.test(baseName(file.path));
        return !isIndex && isOfRepository(file.path)
          ? { kind: "left out", what: "files about the repository, such as LICENSE.md" }
          : planText(file);
      },
    };
  },
};

// Undefined if it cannot be read.
function readOptions(folder: SiteFolder, path: string): unknown {
  if (/\.[cm]?[jt]s$/.test(path)) return readScript(folder, path)?.exported;
  const table = readDataFile(folder, path);
  return table === "unreadable" ? undefined : table;
}

function versionOf(folder: SiteFolder, path: string): number {
  const [, major] =
    /"vuepress"\s*:\s*"[^\d"]*(\d)/.exec(
      folder.paths.flatMap((file) => (baseName(file) === "package.json" ? [folder.read(file) ?? ""] : [])).join("\n"),
    ) ?? [];
  if (major !== undefined) return major === "0" ? 1 : Number(major);
  return /defineUserConfig|@vuepress\/bundler/.test(folder.read(path) ?? "") ? 2 : 1;
}

interface Blog {
  readonly folder: string;
  readonly permalink: string;
}

// The plugin of blogs has its options in `plugins`, or in the configuration of its theme.
function blogsOf(options: Readonly<Record<string, unknown>>): Blog[] {
  const found = [...pluginOptions(options["plugins"]), tableOf(options["themeConfig"])]
    .map(({ directories }) => directories)
    .find(Array.isArray);
  const isTheme = /blog/.test(textIn(options["theme"]) ?? "");
  const directories = found ?? (isTheme ? [{ dirname: "_posts" }] : []);
  return directories.map(tableOf).map(({ dirname, itemPermalink }) => ({
    folder: textIn(dirname) ?? "_posts",
    permalink: textIn(itemPermalink) ?? "/:year/:month/:day/:slug",
  }));
}
