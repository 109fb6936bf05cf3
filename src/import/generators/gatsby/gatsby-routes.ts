import { choice, type ValuePart } from "../../configuration/given-values.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { findBasePath } from "./base-path.ts";
import type { GatsbyCode } from "./gatsby-code.ts";
import { fieldValues, pagePaths } from "./page-paths.ts";

/** The paths that `createFilePath` makes. */
export interface FilePathRule {
  readonly endsWithSlash: boolean;
  /** The folder that they are relative to; undefined if it is unknown, or not the same for all texts. */
  readonly basePath: string | undefined;
  /** That of the texts of each folder of gatsby-source-filesystem, by its name, if they have different ones. */
  readonly basePaths: ReadonlyMap<string, string>;
}

/** The rule by which `gatsby-node` or a file of `src/pages` makes addresses. */
export interface GatsbyRoute {
  /** Empty, or `/blog`. */
  readonly prefix: string;
  /** True if a post without a key of its own has the address of its path, as `createFilePath` makes it. */
  readonly hasFilePath: boolean;
  /** The key of front matter with the address, such as `slug`. */
  readonly key: string | undefined;
  /** True if the value of the key is an address only if it begins with a slash. */
  readonly needsSlash?: true;
  /** The text after the value: empty, or a slash. */
  readonly suffix: string;
}

/**
 * Finds the rule of the paths that `createFilePath` makes.
 * @param sources the names of the folders of gatsby-source-filesystem
 */
export function findFilePathRule(code: GatsbyCode, sources: readonly string[]): FilePathRule {
  const basePath = findBasePath(code.programs);
  return {
    basePath,
    basePaths: new Map(basePath === undefined ? sources.flatMap((source) => basePathOfSource(code, source)) : []),
    endsWithSlash: !/trailingSlash\s*:\s*false/.test(code.source),
  };
}

/** Finds the rule of addresses; undefined for an unusual one, and if several pages could be those of posts. */
export function findGatsbyRoute(folder: SiteFolder, root: string, code: GatsbyCode, files: FilePathRule): GatsbyRoute | undefined {
  const route = routeIn(folder, root, code);
  const isUnknown = route !== undefined && files.basePath === undefined && files.basePaths.size === 0 && route.key === undefined;
  return isUnknown ? undefined : route;
}

function routeIn(folder: SiteFolder, root: string, code: GatsbyCode): GatsbyRoute | undefined {
  const pages = code.programs.flatMap(pagePaths).map(valueIn).filter(isOfPost);
  if (pages.length === 0) {
    const route = routeOfPages(folder, joinPath(root, "src/pages"));
    return route && joined(route, code);
  }
  const [page] = pages;
  const isOne = new Set(pages.map((each) => JSON.stringify(each))).size === 1;
  return isOne && page !== undefined ? joined(page, code) : undefined;
}

function basePathOfSource({ programs }: GatsbyCode, source: string): [string, string][] {
  const found = findBasePath(programs, source);
  return found === undefined ? [] : [[source, found]];
}

/** The value of a path that ends with a value of the post, and the text before it. */
export interface PathValue {
  readonly prefix: string;
  /** The prefix as it is written, with a slash at its end if it has one. */
  readonly before: string;
  readonly suffix: string;
  readonly table: "fields" | "frontmatter" | "createFilePath";
  readonly key: string;
}

const keys = /^(?:slug|path|permalink|url)$/i;

// `/blog${post.fields.slug}`. A path with more values than that of a post is unusual: its table is undefined.
function valueIn(parts: readonly ValuePart[]): PathValue | "unusual" | undefined {
  const values = parts.flatMap((part) => (typeof part === "string" ? [] : [part]));
  const [value, ...others] = values.flatMap((names) => postValue(names) ?? []);
  if (value === undefined) return undefined;
  const at = parts.findIndex((part) => typeof part !== "string");
  const text = (some: readonly ValuePart[]) => some.filter((part) => typeof part === "string").join("");
  const [prefix, suffix] = [text(parts.slice(0, at)), text(parts.slice(at))];
  if (values.length > 1 || others.length > 0 || values[0]?.at(-1) === choice) return "unusual";
  return { ...value, prefix: prefix.replace(/\/$/, ""), before: prefix, suffix };
}

/** Returns the value of the path of a post, by its parts; "unusual" for another rule, and undefined for the path of another page. */
export function pathOfPost(parts: readonly ValuePart[]): PathValue | "unusual" | undefined {
  const value = valueIn(parts);
  return isOfPost(value) ? value : undefined;
}

function postValue(written: readonly string[]): Pick<PathValue, "table" | "key"> | undefined {
  const names = written.filter((name) => name !== choice);
  const [table = "", key = ""] = names.slice(-2);
  if (names.at(-1) === "createFilePath()") return { table: "createFilePath", key: "" };
  return (table === "fields" || table === "frontmatter") && keys.test(key) ? { table, key } : undefined;
}

// A page below that of a post, such as `${slug}amp/`, is another one.
function isOfPost(value: PathValue | "unusual" | undefined): value is PathValue | "unusual" {
  return value === "unusual" || (value !== undefined && (value.suffix === "" || value.suffix === "/"));
}

function joined(page: PathValue | "unusual", { programs, source }: GatsbyCode): GatsbyRoute | undefined {
  if (page === "unusual") return undefined;
  const { key, prefix, suffix, table } = page;
  if (table !== "fields") return { prefix, suffix, hasFilePath: table === "createFilePath", key: key === "" ? undefined : key };
  const known = knownFieldValues(programs, key);
  if (known === undefined) return hasFieldValues(programs, key) ? undefined : { ...writtenValue(source, prefix), suffix };
  const inner = [...new Set(known.map((value) => `${value.prefix} ${value.suffix}`))];
  const own = [...new Set(known.flatMap((value) => (value.table === "frontmatter" ? [value.key] : [])))];
  const [first] = known;
  if (first === undefined || inner.length > 1 || own.length > 1) return undefined;
  const hasFilePath = known.some((value) => value.table === "createFilePath");
  return { prefix: prefix + first.prefix, suffix: suffix || first.suffix, hasFilePath, key: own[0] };
}

/** Returns the values that code gives to a field; undefined if it gives none, or an unknown one. */
export function knownFieldValues(programs: GatsbyCode["programs"], key: string): readonly PathValue[] | undefined {
  const values = programs.flatMap((program) => fieldValues(program, key)).map(valueIn);
  const known = values.flatMap((value) => (value === undefined || value === "unusual" || value.table === "fields" ? [] : [value]));
  return known.length === 0 || known.length < values.length ? undefined : known;
}

function hasFieldValues(programs: GatsbyCode["programs"], key: string): boolean {
  return programs.some((program) => fieldValues(program, key).length > 0);
}

const fieldPrefixes = [/\bvalue {0,9}[:=]\s{0,99}`(\/[\w/-]{0,99})\$\{/, /\bvalue {0,9}[:=]\s{0,99}["'`](\/[\w/-]{0,99})["'`] {0,9}\+/];

// Other code gives the field its value: probably the key of front matter or the path of the file.
function writtenValue(source: string, prefix: string): Pick<GatsbyRoute, "prefix" | "hasFilePath" | "key"> {
  const own = fieldPrefixes.map((expression) => expression.exec(source)?.[1]).find((found) => found !== undefined) ?? "";
  return {
    prefix: prefix + own.replace(/\/$/, ""),
    hasFilePath: /\bcreateFilePath\s*\(/.test(source),
    key: /\bfrontmatter\.(slug|path|permalink|url)\b/.exec(source)?.[1],
  };
}

/** Returns whether a file of `src/pages` makes a page of each text, which no filter limits. */
export function hasRouteOfPages(folder: SiteFolder, root: string): boolean {
  return routeOfPages(folder, joinPath(root, "src/pages")) !== undefined;
}

// The File System Route API: `src/pages/blog/{MarkdownRemark.fields__slug}.js`
function routeOfPages({ paths }: SiteFolder, pages: string): PathValue | undefined {
  for (const path of paths.filter((path) => isIn(pages, path))) {
    const [, prefix = "", table, key = ""] =
      /^(.*?)\{(?:MarkdownRemark|Mdx)\.(frontmatter|fields)__(\w+)\}\.[jt]sx?$/i.exec(pathIn(pages, path)) ?? [];
    if (table === "frontmatter" || table === "fields")
      return { prefix: `/${prefix}`.replace(/\/$/, ""), before: `/${prefix}`, suffix: "", table, key };
  }
  return undefined;
}
