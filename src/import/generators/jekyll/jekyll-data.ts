import { folderOf, withoutExtension } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import { maxYamlLength, readYaml } from "../../configuration/data-file.ts";
import { parseCsv } from "../../configuration/parse-csv.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import type { JekyllConfig } from "./jekyll-config.ts";

/** Returns the folder of the data files of a site. */
export function dataFolderOf({ source, values }: Pick<JekyllConfig, "source" | "values">): string {
  return joinPath(source, textIn(values["data_dir"])?.replace(/^\.?\/|\/$/g, "") ?? "_data");
}

/** Data by names. Its prototype says that it may have other members: the gem of a theme has data, too. */
class NamedData {
  readonly [name: string]: unknown;
}

/**
 * Reads the variable `site.data`: the data files of a site by name, those of a folder as its members (jekyllrb.com/docs/datafiles). The
 * value of a file that cannot be read is undefined.
 */
export function siteData(folder: SiteFolder, config: Pick<JekyllConfig, "source" | "values">): Readonly<Record<string, unknown>> {
  const root = dataFolderOf(config);
  const data: Record<string, unknown> = new NamedData();
  for (const path of folder.paths) {
    if (!isIn(root, path) || !dataFile.test(path)) continue;
    const own = pathIn(root, path);
    const names = [...folderOf(own).split("/"), withoutExtension(pathIn(folderOf(own), own))].filter((name) => name !== "");
    place(data, names.map(nameOf), valueIn(path, folder.read(path) ?? ""));
  }
  return data;
}

const dataFile = /\.(?:ya?ml|json|csv|tsv)$/i;

function valueIn(path: string, source: string): unknown {
  try {
    if (/\.json$/i.test(path)) return JSON.parse(source.replace(/^\uFEFF/, ""));
    if (/\.csv$/i.test(path)) return parseCsv(source);
    if (/\.tsv$/i.test(path)) return parseCsv(source, "\t");
    return source.length > maxYamlLength ? undefined : readYaml(source);
  } catch {
    return undefined; // the site itself would not be built
  }
}

// As sanitize_filename of Jekyll::DataReader.
function nameOf(name: string): string {
  return name.replace(/[^\w\s-]+/g, "").replace(/\s+/g, "_");
}

// A file and a folder may have the same name.
function place(data: Record<string, unknown>, [name = "", ...rest]: readonly string[], value: unknown): void {
  const known = Object.hasOwn(data, name) ? tableOf(data[name]) : {};
  if (rest.length > 0) {
    const inner: Record<string, unknown> = Object.assign(new NamedData(), known);
    place(inner, rest, value);
    set(data, name, inner);
  } else set(data, name, Object.keys(known).length === 0 ? value : Object.assign(new NamedData(), tableOf(value), known));
}

// The name of a file may be that of a property of all objects.
function set(data: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(data, name, { value, configurable: true, enumerable: true, writable: true });
}
