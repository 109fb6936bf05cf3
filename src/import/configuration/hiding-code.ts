import type { AnyNode } from "acorn";
import type { Table } from "../../base/table-values.ts";
import { truncate } from "../../base/truncate.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { draftMeaning } from "../../content/front-matter/keys/metadata-keys.ts";
import { buildEnvironment } from "../constants/build-environment.ts";
import { Instant, truthOf, unknownValue } from "../constants/condition-operators.ts";
import { type ConditionScope, conditionValue } from "../constants/condition-value.ts";
import { instantOf, writtenDate } from "../site-rules/front-matter-date.ts";
import type { HidingCode } from "../site-rules/old-site.ts";

/** A function of a site that selects texts. */
export interface Filter {
  readonly node: AnyNode;
  /** The argument as it is written: its code, or its name. */
  readonly text: string;
  /** Its code. */
  readonly code: string;
  readonly declared: ConditionScope["declared"];
}

/** Returns the result of a filter: true, false, or `unknownValue` if only running it would give it. */
export function filterResult({ declared, node }: Filter, given: readonly unknown[]): boolean | typeof unknownValue {
  return truthOf(filterValue({ declared, node }, given));
}

/** Returns the value of a filter, which may be undefined. */
export function filterValue({ declared, node }: Pick<Filter, "declared" | "node">, given: readonly unknown[]): unknown {
  return conditionValue(node, given, { declared, environment: buildEnvironment });
}

/** The filters of one list of texts. */
export interface FilteredList {
  readonly filters: readonly Filter[];
  /** The file of the code. */
  readonly path: string;
}

/** Returns the filter that keeps a text out of all lists; undefined if it is in one, or if a filter may only select texts. */
export function hiddenByAll(lists: readonly FilteredList[], given: readonly unknown[]): HidingCode | undefined {
  return joinHiding(lists.map((list) => hiddenBy(list, given)));
}

/**
 * Joins what hides a text from each of several lists: the first of these conditions, which is certain if all are. Returns undefined if one
 * of the lists has the text, or without lists.
 */
export function joinHiding(ofLists: readonly (HidingCode | undefined)[]): HidingCode | undefined {
  const [first] = ofLists;
  if (first === undefined || ofLists.includes(undefined)) return undefined;
  return { condition: first.condition, isCertain: ofLists.every((each) => each?.isCertain) };
}

function hiddenBy({ filters, path }: FilteredList, given: readonly unknown[]): HidingCode | undefined {
  const results = filters.map((filter) => ({ filter, result: filterResult(filter, given) }));
  const found =
    results.find(({ result }) => result === false) ?? results.find(({ filter, result }) => result === unknownValue && !onlySelects(filter));
  return found && { condition: `${shortCode(found.filter.text)} in ${path}`, isCertain: found.result === false };
}

const ofSelection =
  /^(?:lang|language|locale|category|categories|tags?|topics?|series|type|kind|section|author|authors|collection|slug|id|title|year|month)$/i;
const ofDate = /^(?:pub|date)|date(?:time)?$/i;

/**
 * Returns whether a filter only reads keys by which pages select some of the texts, such as the language, and those that this import knows
 * itself: dates and `draft`.
 */
export function onlySelects({ code: text }: Pick<Filter, "code">): boolean {
  const keys = [...text.matchAll(/\bdata\b\s{0,9}[?!]?\.\s{0,9}(\w{1,50})/g)].map(([, key = ""]) => key);
  const isWhole = !/\bdata\b(?!\s{0,9}[?!]?\.|\s{0,9}\}\s{0,9}\))/.test(text.replace(parameters, ""));
  return (
    isWhole && !ownCall.test(text) && (keys.length > 0 ? keys.every(isOfSelection) : /\b(?:id|slug|collection|lang|locale)\b/.test(text))
  );
}

/** Returns whether a key of front matter is one by which pages select texts, or one that this import knows itself. */
export function isOfSelection(key: string): boolean {
  return ofSelection.test(key) || ofDate.test(key) || draftMeaning(key) !== undefined || key === "draft";
}

const parameters = /^\s{0,9}\(\{[\w\s,]{1,100}\}\)\s{0,9}=>/; // ({ data, id }) => …

// Such a function may read any key.
const ownCall = /(?<![\w$.])(?!(?:Boolean|String|Number|Date|function|if|return)\b)[\w$]{1,100}\(/;

/** Returns a text on one line. */
export function shortCode(text: string): string {
  return truncate(text.replace(/\s+/g, " ").trim(), 120);
}

/**
 * Returns the values of front matter as JavaScript has them: switches, dates, and texts, which may be numbers.
 * @param defaults the values of keys that are missing
 */
export function conditionData(frontMatter: Table, defaults: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const published = writtenDate(frontMatter as FrontMatterTable); // its date is a text
  const entries = Object.entries(frontMatter).map(([key, value]): [string, unknown] => [
    key,
    value === published ? new Instant("published", instantOf(published)) : typed(value),
  ]);
  return { ...defaults, ...Object.fromEntries(entries) };
}

function typed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner)]));
  if (typeof value !== "string") return value;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  return /^(?:null|~|)$/i.test(value) ? null : value;
}
