import { isOfSelection, shortCode } from "../configuration/hiding-code.ts";
import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { evaluateCondition, type Truth } from "./evaluate-condition.ts";
import { fillTags } from "./fill-tags.ts";
import type { TemplateValues } from "./template-expression.ts";

/** The loop of a template that writes the entries of a feed. */
interface EntryLoop {
  readonly path: string;
  /** The name of a post in it. */
  readonly variable: string;
  /** The filters of its list, as they are written: `where: "listed", "yes"`. */
  readonly filters: readonly string[];
  /** Its tags before an entry, a mark for the entry, and the ends of the tags. */
  readonly code: string;
  /** The tag of the innermost condition around the entry. */
  readonly condition: string;
  readonly isNunjucks: boolean;
}

/** The values of a template: those of the site, and those of a post. */
export interface FeedValues {
  readonly values: TemplateValues;
  readonly post: TemplateValues;
}

const [entry, skip] = ["\u0001", "\u0002"];
const maxLength = 131_072; // UTF-16 units
const optionsOfLoop = / (?:(?:limit|offset) ?: ?[\w.-]{1,50}|reversed\b)/g;
const tag = /\{%([^{}]{1,400})%\}/g;

/**
 * Reads the conditions under which own templates of feeds write an entry: `{% unless post.no_feed %}` around it, and filters of the list.
 * Returns the rule that finds the one that leaves a post out of all of them.
 * @param valuesOf returns the values for a post; undefined if they are unknown
 */
export function templateFeedFilters(
  { paths, read }: SiteFolder,
  isOwn: (path: string) => boolean,
  valuesOf: (file: SiteFile) => FeedValues | undefined,
): (file: SiteFile) => HidingCode | undefined {
  const loops = paths
    .filter((path) => isOwn(path) && isFeedTemplate(path) && !/\.[cm]?[jt]sx?$/.test(path))
    .flatMap((path) => loopOf(path, (read(path) ?? "").slice(0, maxLength)) ?? []);
  return (file) => {
    const values = loops.length === 0 ? undefined : valuesOf(file);
    if (values === undefined) return undefined;
    const failing = loops.map((loop) => leftOutBy(loop, values));
    const [first] = failing;
    return first === undefined || failing.includes(undefined)
      ? undefined
      : { ...first, isCertain: failing.every((each) => each?.isCertain) };
  };
}

function loopOf(path: string, source: string): EntryLoop | undefined {
  const text = source.replace(/\{%-?\s{0,9}comment\b[^%]{0,9}%\}(?:[^{]|\{(?!%)){0,9999}/g, "");
  const end = text.search(/<(?:item|entry)\b/);
  if (end < 0) return undefined;
  const lists = new Map<string, string>();
  const open: { readonly name: string; readonly piece: string; readonly start: number; readonly rest: string }[] = [];
  for (const { 0: piece, 1: written = "", index } of text.slice(0, end).matchAll(tag)) {
    const { name, rest } = partsOf(written);
    const [, assigned = "", value] = (/^(?:assign|set)$/.test(name) && /^(\w{1,50})\s{0,9}=\s{0,9}(.+)$/s.exec(rest)) || [];
    if (value !== undefined) lists.set(assigned, expanded(value, lists));
    if (/^(?:for|if|unless|case)$/.test(name)) open.push({ name, piece, rest, start: index + piece.length });
    const start = open.findLastIndex((each) => name === `end${each.name}`);
    if (start >= 0) open.splice(start);
  }
  const at = open.findLastIndex(({ name }) => name === "for");
  const [loop, ...conditions] = open.slice(Math.max(0, at));
  const [, variable, list = ""] = /^(\w{1,50})\s{1,9}in\s{1,9}(.+)$/s.exec((loop?.rest ?? "").replace(optionsOfLoop, "")) ?? [];
  if (loop === undefined || variable === undefined) return undefined;
  const tags = [...text.slice(loop.start, end).matchAll(tag)].map(([piece, written = ""]) =>
    partsOf(written).name === "continue" ? skip : piece,
  );
  const [, ...filters] = expanded(list, lists).match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? [];
  return {
    path,
    variable,
    filters: filters.map((each) => each.trim()),
    code: [...tags, entry, ...conditions.toReversed().map(({ name }) => `{% end${name} %}`)].join(""),
    condition: conditions.at(-1)?.piece ?? tags.find((piece) => /\b(?:if|unless)\b/.test(piece)) ?? loop.piece,
    isNunjucks: !/\.liquid$/.test(path) && /\.njk$|\bset\s/.test(`${path} ${text}`),
  };
}

// ` if post.hidden -` of a tag.
function partsOf(written: string): { readonly name: string; readonly rest: string } {
  const [name = "", ...words] = written.replace(/^-|-$/g, "").trim().split(/\s/);
  return { name, rest: words.join(" ").trim() };
}

// `posts | where: "listed", true` for the name of a list that was assigned before.
function expanded(value: string, lists: ReadonlyMap<string, string>): string {
  const [, name = "", rest = ""] = /^(\w{1,50})\b(.*)$/s.exec(value.trim()) ?? [];
  const list = lists.get(name);
  return list === undefined || rest.startsWith(".") || list.length > 2000 ? value : list + rest;
}

function leftOutBy(loop: EntryLoop, given: FeedValues): HidingCode | undefined {
  const { condition, filters, path, variable } = loop;
  for (const filter of filters) {
    const truth = passes(filter, given, loop.isNunjucks);
    if (truth !== true) return { condition: `${shortCode(filter)} in ${path}`, isCertain: truth === false };
  }
  const { post, values } = given;
  const keys = keysIn(loop.code, variable);
  if (keys.length === 0) return undefined;
  const options = { values: { ...values, [variable]: withKeys(post, keys) }, origin: undefined, runsInCode: true, isHtml: true };
  const { dropped, text } = fillTags(loop.code, { ...options, language: loop.isNunjucks ? "nunjucks" : "liquid" });
  const named = { condition: `${shortCode(condition)} in ${path}` };
  const isUnknown = dropped.some((part) => part.text.includes(entry) || part.text.includes(skip));
  if (isUnknown) return keys.every(isOfSelection) ? undefined : { ...named, isCertain: false };
  return text.includes(entry) && !text.split(entry, 1)[0]?.includes(skip) ? undefined : { ...named, isCertain: true };
}

function keysIn(code: string, variable: string): string[] {
  return [...code.matchAll(/\b(\w{1,50})\.(?:data\.)?(\w{1,50})/g)].flatMap(([, name, key = ""]) => (name === variable ? [key] : []));
}

// A key that front matter lacks is nil, but other names are unknown.
function withKeys(post: TemplateValues, keys: readonly string[]): TemplateValues {
  const missing = Object.fromEntries(keys.map((key) => [key, null]));
  const { data } = post;
  return { ...missing, ...post, ...(typeof data === "object" && { data: { ...missing, ...data } }) };
}

const filterName = /^(\w{1,50})\s{0,9}[:(]?\s{0,9}(.*?)\)?$/s;

// True for a filter that keeps all posts, such as `reverse`.
function passes(filter: string, { post, values }: FeedValues, isNunjucks: boolean): Truth {
  const [, name = "", written = ""] = filterName.exec(filter) ?? [];
  const [first = "", second] = (written.match(/(?:"[^"]*"|'[^']*'|[^,"'])+/g) ?? []).map((each) => unquoted(each.trim()));
  const isNegated = /^reject/.test(name);
  const truth = (condition: string, own: string) =>
    evaluateCondition(condition, { values: { ...values, [own]: withKeys(post, keysIn(condition, own)) }, isComplete: false, isNunjucks });
  if (/^(?:where|reject)_exp$/.test(name)) return negated(truth(second ?? "", first), isNegated);
  if (/^(?:selectattr|rejectattr)$/.test(name) || (/^(?:where|reject)$/.test(name) && second === undefined))
    return negated(truth(`post.${first}`, "post"), isNegated);
  if (/^(?:where|reject)$/.test(name) && second !== undefined) return negated(hasValue(post, first, second), isNegated);
  return /where|filter|exclud|without|reject|select|only|visible|hidden|hide|public|listed/i.test(name) ? undefined : true;
}

function negated(truth: Truth, isNegated: boolean): Truth {
  return truth === undefined || !isNegated ? truth : !truth;
}

// Jekyll compares texts, and those of a list.
function hasValue(post: TemplateValues, key: string, value: string): boolean {
  const found = key.split(".").reduce<unknown>((table, name) => {
    return typeof table === "object" && table !== null && Object.hasOwn(table, name) ? (table as TemplateValues)[name] : undefined;
  }, post);
  if (found === undefined || found === null) return /^(?:nil|null)$/.test(value);
  return [found].flat(1).some((each) => String(each) === value || (/^(?:true|false)$/.test(value) && String(each).toLowerCase() === value));
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, "$2");
}
