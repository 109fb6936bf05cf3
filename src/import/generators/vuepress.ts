import { baseName } from "../../base/file-path.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import { type ConfigReadings, configReadings, notesOfPatterns } from "../configuration/config-readings.ts";
import { readDataFile } from "../configuration/data-file.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath } from "../site-rules/site-path.ts";
import { hasBreaks } from "./markdown-breaks.ts";
import { LocaleLanguages } from "./vuepress/locale-languages.ts";
import { localeLists, vuepressFeeds } from "./vuepress/vue-lists.ts";
import { vueTemplates } from "./vuepress/vue-templates.ts";
import { vuepressIds } from "./vuepress/vuepress-ids.ts";
import { pagePatterns, VuepressPlans } from "./vuepress/vuepress-plans.ts";
import { readVuepressSettings } from "./vuepress/vuepress-settings.ts";

/** VuePress 1 and 2: files of the blog's folders, and files with a date, are posts. */
export const vuepress: Generator = {
  name: "VuePress",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)\.vuepress\/config\.(?:[cm]?[jt]s|ya?ml|toml)$/, 1);
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = /\.[cm]?[jt]s$/.test(path) ? readScript(folder, path) : undefined;
  const read = script === undefined ? readTable(folder, path) : script.exported;
  const readings: ConfigReadings = script === undefined ? [tableOf(read)] : configReadings(script);
  const [options] = readings;
  const base = textIn(options["base"]) ?? "/";
  const notes = new NoteList();
  if (read === undefined) notes.add(`Cannot read ${path}: its defaults were assumed`);
  for (const note of notesOfPatterns(readings, `the page patterns in ${path}`, pagePatterns)) notes.add(note);
  const version = versionOf(folder, path);
  const plans = new VuepressPlans(root, readings, version, notes);
  const ids = vuepressIds(options, path, version);
  if (ids.note !== undefined) notes.add(ids.note);
  const locales = new LocaleLanguages(options);
  const authors = new NamedAuthors(folder, root);
  return {
    settings: readVuepressSettings(options),
    lists: [...localeLists(locales, base), ...vuepressFeeds(options, locales, base)],
    get notes() {
      return notes.sentences;
    },
    idOf: ids.idOf,
    readsJsYaml: true,
    plan: (file) => plans.plan(file),
    markdown: { breaks: hasBreaks(options["markdown"], script) ? "markdown-it (breaks: true)" : undefined },
    futureSetting: "VuePress publishes posts of any date",
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    pathsOf: sourceAliases(folder, root),
    ...vueTemplates,
    ...(base !== "/" && { linkBase: addressPath(base, "/") }),
  };
}

// Undefined if it cannot be read.
function readTable(folder: SiteFolder, path: string): unknown {
  if (/\.[cm]?[jt]s$/.test(path)) return undefined;
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
