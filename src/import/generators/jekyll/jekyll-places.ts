import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { type Table, textsIn } from "../../../base/table-values.ts";
import type { LeftOut } from "../../site-rules/old-site.ts";
import { isIn, pathIn, withoutTrailingPoints } from "../../site-rules/site-path.ts";
import { collectionsOf, type JekyllConfig } from "./jekyll-config.ts";

/** The role that a path has for Jekyll. A file of `_posts` without a date in its name is undated: Jekyll does not publish it. */
export interface Place {
  readonly kind: "post" | "draft" | "document" | "other" | "undated";
  /** The path below the source, without the folder of all collections. */
  readonly path: string;
  /** The collection of a post or a document. */
  readonly label: string;
}

/** The plan of a text that is not a post for Jekyll. Pictures in `_posts` are not published either, but no one misses them there. */
export const undatedPost: LeftOut = {
  kind: "left out",
  what: "files in _posts without a date in their names, which Jekyll does not publish",
};

// Jekyll::Document::DATE_FILENAME_MATCHER and DATELESS_FILENAME_MATCHER
const datedName = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^./]+)$/;
const alwaysExcluded = [
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor/bundle/",
  "vendor/cache/",
  "vendor/gems/",
  "vendor/ruby/",
];

/** The date and the name that a file name consists of: `2024-1-2-moon.md`. */
export function splitName(path: string): { readonly date?: string; readonly name: string } {
  const [, date, name] = datedName.exec(baseName(path)) ?? [];
  if (date !== undefined && name !== undefined) return { date: withReadDate(date), name: withoutTrailingPoints(name) };
  return { name: withoutTrailingPoints(withoutExtension(baseName(path))) };
}

/** Returns a path whose name has the date that Ruby reads: `24-1-2-moon.md` is `2024-1-2-moon.md`, and `2023-06-31-a.md` is `2023-07-01-a.md`. */
export function withReadDate(path: string): string {
  return path
    .replace(/(?<![^/])\d{2}(?=-\d{1,2}-\d{1,2}(?:-|$)[^/]*$)/, (year) => (Number(year) < 69 ? `20${year}` : `19${year}`))
    .replace(
      /(?<![^/])(\d{4})-(\d{1,2})-(29|30|31)(?=-|$)(?=[^/]*$)/,
      (date, ...parts: string[]) => carriedDay(parts.slice(0, 3).map(Number)) ?? date,
    );
}

// Ruby counts on after the last day of a month up to its 31st; a month that does not exist stops the build.
function carriedDay([year = 0, month = 0, day = 0]: readonly number[]): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month < 1 || month > 12 || date.getUTCDate() === day ? undefined : date.toISOString().slice(0, 10);
}

/** Returns the type that the defaults of a configuration have for a file: `pages`, `drafts`, or the name of its collection. */
export function typeOf({ kind, label }: Place): string {
  return kind === "other" ? "pages" : kind === "draft" ? "drafts" : label;
}

/** The rules that decide which files of a site Jekyll reads, and as what. */
export class JekyllPlaces {
  readonly #collections: ReadonlyMap<string, Table>;
  readonly #config: JekyllConfig;
  readonly #neverRead: readonly Matcher[];
  readonly #excluded: readonly Matcher[];
  readonly #included: readonly Matcher[];

  constructor(config: JekyllConfig) {
    this.#config = config;
    this.#collections = collectionsOf(config);
    const include = textsIn(config.values["include"]);
    this.#included = include.map(matcher);
    const isWanted = (pattern: string) => !include.includes(pattern);
    this.#neverRead = alwaysExcluded.filter(isWanted).map(matcher);
    this.#excluded = textsIn(config.values["exclude"]).filter(isWanted).map(matcher);
  }

  /** Returns the role of a file; undefined if Jekyll does not read it. */
  of(path: string): Place | undefined {
    return this.#placeOf(path, [...this.#neverRead, ...this.#excluded]);
  }

  /** Returns whether Jekyll would read a file without the option `exclude`. */
  excludes(path: string): boolean {
    return this.of(path) === undefined && this.#placeOf(path, this.#neverRead) !== undefined;
  }

  #placeOf(path: string, excluded: readonly Matcher[]): Place | undefined {
    const { collectionsFolder, source } = this.#config;
    if (!isIn(source, path)) return undefined;
    const below = pathIn(source, path);
    const isInside = isIn(collectionsFolder, below);
    const own = isInside ? pathIn(collectionsFolder, below) : below;
    const place = isInside ? this.#special(own) : undefined;
    const rest = place === undefined ? below : own;
    const names = rest.split("/");
    const isRead = names.every((name, depth) => {
      const upTo = names.slice(0, depth + 1).join("/");
      if (this.#included.some((matches) => matches(upTo) || matches(name))) return true;
      if (excluded.some((matches) => matches(upTo))) return false;
      return (place !== undefined && upTo === place.folder) || !/^[._#~]|~$/.test(name);
    });
    if (!isRead) return undefined;
    if (place !== undefined) return { kind: place.kind, path: own, label: place.label };
    return { kind: "other", path: below, label: "" };
  }

  // Only the first special folder counts.
  #special(path: string): { readonly kind: Place["kind"]; readonly label: string; readonly folder: string } | undefined {
    const names = folderOf(path).split("/");
    const depth = names.findIndex((name) => name === "_posts" || name === "_drafts");
    const folder = names.slice(0, depth + 1).join("/");
    if (depth >= 0 && names[depth] === "_drafts") return { kind: "draft", label: "posts", folder };
    if (depth >= 0) return { kind: datedName.test(baseName(path)) ? "post" : "undated", label: "posts", folder };
    const label = names[0]?.replace(/^_/, "") ?? "";
    return names[0]?.startsWith("_") && this.#collections.has(label) ? { kind: "document", label, folder: `_${label}` } : undefined;
  }
}

type Matcher = (path: string) => boolean;

// File.fnmatch, in which * also matches slashes; a pattern is also the beginning of a path.
function matcher(pattern: string): Matcher {
  const plain = pattern.replace(/^\.?\//, "");
  const whole = plain.replaceAll("**/", "*").replace(/\*+/g, "*");
  return (path) => matchesWildcards(whole, path) || path.startsWith(plain) || `${path}/` === plain;
}

// No regular expression: one with many asterisks would take more than quadratic time.
function matchesWildcards(pattern: string, text: string): boolean {
  let [at, index, star, resume] = [0, 0, -1, 0];
  while (index < text.length) {
    if (pattern[at] === "*") [star, resume] = [at++, index];
    else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[index])) [at, index] = [at + 1, index + 1];
    else if (star >= 0) [at, index] = [star + 1, ++resume];
    else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
