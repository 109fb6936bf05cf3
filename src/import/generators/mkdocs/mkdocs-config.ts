import { isTable, type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import { findConfig } from "../../configuration/find-config.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import { replaceTags } from "./mkdocs-tags.ts";

/** The configuration of a MkDocs site. */
export interface MkdocsConfig {
  readonly path: string;
  readonly root: string;
  /** The folder of the texts. */
  readonly docs: string;
  readonly values: Table;
  readonly plugins: readonly MkdocsPlugin[];
  /** False for `a.html` instead of `a/`. */
  readonly hasDirectories: boolean;
  /** The language of the theme. */
  readonly language: string;
}

/** A plugin with its options. */
export interface MkdocsPlugin {
  readonly name: string;
  readonly options: Table;
}

/** Reads mkdocs.yml; undefined if there is none. */
export function readMkdocsConfig(folder: SiteFolder, notes: NoteList): MkdocsConfig | undefined {
  const found = findConfig(folder.paths, /(?:^|\/)mkdocs\.ya?ml$/);
  if (found === undefined) return undefined;
  const { path, root } = found;
  const values = readValues(folder, path, notes, new Set());
  return {
    path,
    root,
    docs: resolvePath(root, textIn(values["docs_dir"]) ?? "docs"),
    values,
    plugins: pluginsOf(values["plugins"]),
    hasDirectories: values["use_directory_urls"] !== false,
    language: textIn(tableOf(values["theme"])["language"]) ?? "en",
  };
}

const relevant = new Set(["docs_dir", "site_url", "site_name", "use_directory_urls"]);

// INHERIT names a configuration whose values count unless this one has them.
function readValues(folder: SiteFolder, path: string, notes: NoteList, seen: Set<string>): Table {
  seen.add(path);
  const values = readDataFile(folder, path, (document) =>
    replaceTags(document, ({ hasDefault, key }) => {
      if (relevant.has(key))
        notes.add(
          `${path} takes ${key} from the environment (!ENV): ${hasDefault ? "its default was assumed; check it" : "its value is unknown"}`,
        );
    }),
  );
  if (values === undefined || values === "unreadable") {
    notes.add(`Cannot read ${path}: its defaults were assumed`);
    return {};
  }
  const parent = textIn(values["INHERIT"]);
  if (parent === undefined) return values;
  const inherited = resolvePath(path.slice(0, Math.max(0, path.lastIndexOf("/"))), parent);
  return seen.has(inherited) ? values : merged(readValues(folder, inherited, notes, seen), values);
}

function merged(parent: Table, own: Table): Table {
  const entries = Object.entries(own).map(([key, value]): [string, unknown] => {
    const inherited = parent[key];
    return [key, isTable(inherited) && isTable(value) ? merged(inherited, value) : value];
  });
  return { ...parent, ...Object.fromEntries(entries) };
}

// A list of names and of tables with one name, or a table.
function pluginsOf(written: unknown): MkdocsPlugin[] {
  const items = Array.isArray(written) ? written : isTable(written) ? [written] : [];
  const plugins = items.flatMap((item): MkdocsPlugin[] =>
    typeof item === "string"
      ? [{ name: item, options: {} }]
      : Object.entries(tableOf(item)).map(([name, options]) => ({ name, options: tableOf(options) })),
  );
  return plugins
    .map(({ name, options }) => ({ name: name.replace(/^material\//, "").replace(/ #\d+$/, ""), options }))
    .filter(({ options }) => options["enabled"] !== false);
}
