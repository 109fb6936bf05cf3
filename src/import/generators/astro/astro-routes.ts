import { padded } from "../../../content/permalink/permalink-values.ts";
import { civilDateOf } from "../../site-rules/civil-date.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { type MatchedParams, readParams } from "./astro-params.ts";
import { type CollectionCall, collectionCalls } from "./collection-calls.ts";
import { codeOf, importedFiles, modulesOf } from "./imported-code.ts";

/** A page template that publishes the entries of a collection, such as `src/pages/blog/[...slug].astro`. */
export interface AstroRoute {
  readonly path: string;
  /** The part of the address before the entry's own: `blog`. Undefined if it depends on more than the entry, its date and its language. */
  readonly prefix: string | undefined;
  /** The same with `:year`, `:month`, `:day` and `:language`: `blog/:year/:month`. */
  readonly pattern?: string;
  /** True if months and days have two digits. */
  readonly isPadded?: boolean;
  /** True for `[slug]/index.astro`. */
  readonly isIndex: boolean;
  /** True if the address ends with the id of the entry; false if the template computes something else. */
  readonly endsWithId: boolean;
  /** The values of the parameters, if a regular expression takes the id apart, and the address below `src/pages` that they fill in. */
  readonly matched?: { readonly params: MatchedParams; readonly template: string };
}

const entryRoute = /^(.*?)\[(?:\.\.\.)?(\w+)\](\/index)?\.astro$/;
const ofLists = /^(?:tags?|categor(?:y|ies)|page|pages|lang|locale|year|month|authors?|topics?|series|version)$/i;

/** A call that loads a collection, and the path of its page. */
export interface PageCall extends CollectionCall {
  readonly path: string;
}

/** The routes of a site. */
export interface AstroRoutes {
  /** The route of each collection, by its name. */
  readonly ofCollections: ReadonlyMap<string, AstroRoute>;
  /** True if the collection of a page is unknown. */
  readonly hasUnknown: boolean;
  /** The calls that load collections for all these pages. */
  readonly calls: readonly PageCall[];
}

/** Finds the pages that publish the entries of collections. */
export function findAstroRoutes(folder: SiteFolder, pages: string): AstroRoutes {
  const routes = new Map<string, AstroRoute>();
  const typed: [string, AstroRoute][] = [];
  const allCalls: PageCall[] = [];
  let hasUnknown = false;
  for (const path of folder.paths.filter((path) => isIn(pages, path) && path.includes("["))) {
    const [, prefix = "", parameter = "", index] = entryRoute.exec(pathIn(pages, path)) ?? [];
    if (parameter === "" || ofLists.test(parameter) || prefix.split("/").some((name) => /^_/.test(name))) continue;
    const code = codeOf(folder, path);
    const names = collectionsIn(code);
    const imports = names.length > 0 ? [] : importedFiles(folder, path);
    const imported = imports.map((file) => codeOf(folder, file)).join("\n");
    const paths = imported === "" ? [code] : paramsIn(code + imported, parameter);
    const template = `${prefix}[${parameter}]`;
    const params = [path, ...imports].map((file) => readParams(folder.read(file) ?? "", template));
    const matched = params.find((each) => typeof each === "object");
    const isPlain = paths?.every((each) => (prefix.includes("[") ? endsWithOwnId(each, parameter) : endsWithId(each))) ?? false;
    const calls = collectionCalls(folder.read(path) ?? "", modulesOf(folder, path));
    const route: AstroRoute = {
      path,
      ...prefixOf(prefix.replace(/\/$/, ""), code + imported),
      isIndex: index !== undefined,
      endsWithId: matched !== undefined || (isPlain && !params.includes("computed")),
      ...(matched && { matched: { params: matched, template } }),
    };
    allCalls.push(...calls.map((call) => ({ ...call, path })));
    for (const name of names) add(routes, name, route);
    const types = names.length === 0 ? typesIn(code, imported, calls) : [];
    typed.push(...types.map((name): [string, AstroRoute] => [name, route]));
    hasUnknown ||= names.length + types.length === 0;
  }
  for (const [name, route] of typed) if (!routes.has(name)) routes.set(name, route);
  return { ofCollections: routes, hasUnknown, calls: allCalls };
}

function add(routes: Map<string, AstroRoute>, name: string, route: AstroRoute): void {
  const other = routes.get(name);
  if (other === undefined || (other.prefix === undefined && route.prefix !== undefined)) routes.set(name, route);
}

// A page may import its static paths: then the type of its entry names the collection, or the module does if it has only one. Of several,
// the first call that loads entries counts.
function typesIn(code: string, imported: string, calls: readonly CollectionCall[]): string[] {
  const types = [...code.matchAll(/\bCollectionEntry<["'`]([\w-]{1,50})["'`]>/g)].map(([, name = ""]) => name);
  const loaded = new Set(collectionsIn(imported));
  if (types.length > 0) return [...new Set(types)];
  if (loaded.size === 1) return [...loaded];
  const first = new Set(calls.filter(({ outer }) => outer === calls[0]?.outer).map(({ name }) => name));
  return first.size === 1 ? [...first] : [];
}

// A module may have the static paths of several pages: those with the parameter of this page count. Undefined if it has only others.
function paramsIn(code: string, parameter: string): string[] | undefined {
  const [, ...found] = code.split("params:{");
  const all = found.map((each) => each.slice(0, Math.min(maxParams, each.indexOf("}") + 1 || maxParams)));
  const own = all.filter((each) => each.split(/[,}]/).some((value) => value.split(":")[0] === parameter));
  return own.length === 0 && all.length > 0 ? undefined : own.map((each) => `params:{${each}`);
}

// `[year]/[month]` are parts of the date; `[lang]` is the first folder of an id that the template takes apart.
function prefixOf(prefix: string, code: string): Pick<AstroRoute, "prefix" | "pattern" | "isPadded"> {
  if (!prefix.includes("[")) return { prefix };
  const pattern = prefix
    .replace(/\[(year|month|day)\]/g, ":$1")
    .replace(/\[(?:lang|language|locale)\]/, (name) => (/\.split\(["'`]\/["'`]\)/.test(code) ? ":language" : name));
  if (pattern.includes("[")) return { prefix: undefined };
  const isPadded =
    /padStart|toISOString|2-digit|["'`/-](?:MM|dd|DD)["'`/-]|slice\(-2\)/.test(code) || !/get(?:UTC)?(?:Month|Date)\(/.test(code);
  return { prefix: "", pattern, isPadded };
}

// `params: { year, month, slug: post.slug }`: the others are the parts before.
function endsWithOwnId(code: string, parameter: string): boolean {
  const start = code.indexOf("params:{");
  const params = start < 0 ? "" : code.slice(start + "params:{".length - 1, start + maxParams);
  const own = params.split(/[{,}]/).find((each) => each === parameter || each.startsWith(`${parameter}:`));
  return own === parameter || (own !== undefined && isOwnId(own.slice(parameter.length + 1)));
}

function isOwnId(value: string): boolean {
  return value.length < 100 && /^[\w.]+$/.test(value) && /(?:^|\.)(?:slug|id)$/.test(value);
}

const maxParams = 1000; // UTF-16 units

/** Returns the address of an entry below its route, and the pattern that makes it; undefined if the entry lacks a part. */
export function fillRoute(
  { isPadded = true, pattern }: Required<Pick<AstroRoute, "pattern">> & AstroRoute,
  id: string,
  instant: number | undefined,
): { readonly path: string; readonly pattern: string } | undefined {
  const [language = "", ...rest] = id.split("/");
  const hasLanguage = pattern.includes(":language");
  if (
    (hasLanguage && (rest.length === 0 || !/^[a-z]{2,3}(?:-[a-z\d]{2,8})?$/i.test(language))) ||
    (/:[ymd]/.test(pattern) && instant === undefined)
  )
    return undefined;
  const { day, month, year } = civilDateOf(instant ?? 0, "UTC");
  const two = (value: number) => (isPadded ? padded(value) : String(value));
  const values: Readonly<Record<string, string>> = { ":language": language, ":year": String(year), ":month": two(month), ":day": two(day) };
  const path = pattern.replace(/:(?:language|year|month|day)/g, (token) => values[token] ?? token);
  return { path: joinPath(path, hasLanguage ? rest.join("/") : id), pattern: joinPath(pattern, ":filename") };
}

function collectionsIn(code: string): string[] {
  return [...code.matchAll(/get(?:Collection|Entry|EntryBySlug)\(["'`]([\w-]{1,50})["'`]/g)].map(([, name = ""]) => name);
}

// `params: { slug: post.slug }`, `params: { slug: entry.id }`, `params: { slug }`; without static paths, the address is looked up.
function endsWithId(code: string): boolean {
  const start = code.indexOf("params:{");
  if (start < 0) return true;
  const [parameter = "", ...others] = code
    .slice(start + "params:{".length, code.indexOf("}", start))
    .replace(/,$/, "")
    .split(",");
  const value = parameter.split(":")[1];
  return others.length === 0 && (value === undefined || /^(?:[\w.]{1,99}\.)?(?:slug|id)$/.test(value));
}
