import { join } from "node:path";
import { readStart } from "../../files/file-content.ts";
import { isGhostExport } from "../../import/ghost/ghost-export.ts";
import { isWordpressExport } from "../../import/wordpress/wordpress-export.ts";
import { importCommand, quote } from "./shell-command.ts";
import type { OpenSite } from "./site-folder.ts";

/** The only export or feed in a folder without articles. */
export class ExportInFolder extends Error {
  /** The path of the file. */
  readonly path: string;

  constructor(path: string) {
    super(`The folder contains an export: import the file ${path}`);
    this.path = path;
  }
}

// The names that WordPress and Ghost give to their exports.
const named = /\.wordpress\.[\w.-]{1,40}\.xml$|^(?:[^/]{1,200}\/)?wordpress\.xml$|\.ghost\.[\w.-]{1,40}\.json$/i;
// Others are recognized by their beginning, near the top of the folder.
const possible = /^(?:[^/]{1,200}\/){0,2}[^/]{1,200}\.(?:xml|json|rss|atom)$/i;
const zipped = /^(?:[^/]{1,200}\/)?[^/]{1,200}\.zip$/i;
const startLength = 16_384; // bytes
const maxLooks = 100; // files

/**
 * Returns what to do with a folder that contains nothing but exports; undefined for any other folder. A single one is to be read; for
 * several and for archives, the error has the command to run.
 */
export function findExports(site: OpenSite): Error | undefined {
  const names = site.paths.filter((path) => named.test(path));
  const found =
    names.length > 0
      ? names
      : site.paths
          .filter((path) => possible.test(path))
          .slice(0, maxLooks)
          .filter((path) => isExport(site, path));
  const [first, ...others] = found.map((path) => join(site.root, path));
  if (first !== undefined && others.length === 0) return new ExportInFolder(first);
  if (first !== undefined)
    return new Error(`The folder contains several exports; import those you want: ${importCommand(first, ...others)}`);
  const archive = site.paths.find((path) => zipped.test(path));
  if (archive === undefined) return undefined;
  const path = join(site.root, archive);
  const target = path.replace(/\.zip$/i, "");
  return new Error(
    `The folder contains an archive; unpack it, and import the folder: unzip ${quote(path)} -d ${quote(target)}, ${importCommand(target)}`,
  );
}

function isExport(site: OpenSite, path: string): boolean {
  try {
    const start = site
      .open(path, (file) => readStart(file, startLength))
      .toString()
      .replace(/^\uFEFF/, "");
    const isFeed = /<(?:rss|feed|rdf:RDF)[\s>]/.test(start) || /"version"\s{0,9}:\s{0,9}"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(start);
    return (isFeed && !isTemplate(start)) || isWordpressExport(start) || isGhostExport(start);
  } catch {
    return false; // the fault is reported with the folder
  }
}

// The feed of a theme or a generator has tags of templates before its entries.
function isTemplate(start: string): boolean {
  const [head = ""] = start.split(/<(?:item|entry)[\s>]|"items"/, 1);
  return /\{\{|\{%|<%|<\?php/.test(head);
}
