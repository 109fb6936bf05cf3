import { TomlDate } from "smol-toml";
import type * as z from "zod";
import { meantWord } from "../base/closest-word.ts";
import { cutOff } from "../base/truncate.ts";
import { meantUrls } from "./meant-url.ts";
import { meantValue } from "./meant-value.ts";
import { itemExamples, settingExamples } from "./setting-examples.ts";
import { selectionSchema, siteSchema } from "./site-settings.ts";
import { tomlLine, tomlValue } from "./toml-value.ts";

type Issue = z.core.$ZodIssue;

/** A problem of the settings. */
export interface SettingsProblem {
  /** The setting, with the tables that it is in. */
  readonly path: readonly string[];
  /** The key, its value and what to write: `Cannot use limit "20": write limit = 20`. */
  readonly message: string;
}

/** Describes the issues of the schema in the words of wrangler.toml, one for each setting. A misspelled key is not missing, too. */
export function describeIssues(issues: readonly Issue[], settings: unknown): SettingsProblem[] {
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue.keys, issue.path.map(String)) : []));
  const misspelled = new Set(unknown.map(({ meant, path }) => JSON.stringify(path.with(-1, meant ?? ""))));
  const problems = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? [] : [describeIssue(issue, settings)]));
  const found = [...problems.filter(({ isMissing, path }) => !(isMissing && misspelled.has(JSON.stringify(path)))), ...unknown];
  const bySetting = new Map(found.toReversed().map(({ message, path }) => [JSON.stringify(path), { message, path }]));
  return [...bySetting.values()].toReversed();
}

/** A key that the schema does not have, and the one that was probably meant. */
interface UnknownKey extends SettingsProblem {
  readonly meant: string | undefined;
}

function unknownKeys(keys: readonly string[], table: readonly string[]): UnknownKey[] {
  return keys.map((key) => {
    const meant = meantWord(key, knownKeys(table[0]));
    const advice = meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
    return { path: [...table, key], meant, message: `Cannot use key ${cutOff(JSON.stringify(key), maxShown)}: it is not known${advice}` };
  });
}

// The keys that are known in a table of the settings.
function knownKeys(table: string | undefined): string[] {
  const { author, podcast } = siteSchema.shape;
  const tables = { author, podcast: podcast.unwrap(), selections: selectionSchema };
  const { shape } = tables[table as keyof typeof tables] ?? siteSchema;
  return Object.keys(shape);
}

function describeIssue(issue: Issue, settings: unknown): SettingsProblem & { readonly isMissing: boolean } {
  const { path, value } = locate(settings, issue.path.map(String));
  const isMissing = value === undefined;
  const written = isMissing ? path : writtenPath(settings, path);
  const name = written.map((part) => cutOff(part, maxShown)).join(".");
  if (!isMissing)
    return {
      path: written,
      isMissing,
      message: `Cannot use ${name} ${cutOff(tomlValue(value), maxShown)}: ${reasonOf(issue, settings, path, value)}`,
    };
  const reason = issue.code === "custom" ? issue.message : `add ${tomlLine(path.at(-1) ?? "", exampleOf(path))}`;
  return { path, isMissing, message: `Cannot find ${name}: ${reason}` };
}

const maxShown = 100; // UTF-16 units; the advice after the value has to be visible

// The schema takes a date for a table, and misses the fields of it.
function locate(settings: unknown, path: readonly string[]): { readonly path: readonly string[]; readonly value: unknown } {
  let value = settings;
  for (const [depth, key] of path.entries()) {
    if (value instanceof TomlDate) return { path: path.slice(0, depth), value };
    const table = value as Readonly<Record<string, unknown>> | undefined;
    value = table?.[keyIn(table, path, depth) ?? key];
  }
  return { path, value };
}

// The podcast namespace has names of its own for two keys of a person.
const synonyms: Readonly<Record<string, string>> = { image: "img", url: "href" };

// Returns the key of a table as the author wrote it.
function keyIn(table: object | undefined, path: readonly string[], depth: number): string | undefined {
  const key = path[depth] ?? "";
  if (table === undefined || path.slice(0, 2).join(".") !== "podcast.persons" || Object.hasOwn(table, key)) return key;
  return synonyms[key];
}

function writtenPath(settings: unknown, path: readonly string[]): readonly string[] {
  const table = locate(settings, path.slice(0, -1)).value;
  const isTable = typeof table === "object" && table !== null;
  return isTable ? [...path.slice(0, -1), keyIn(table, path, path.length - 1) ?? path.at(-1) ?? ""] : path;
}

function reasonOf(issue: Issue, settings: unknown, path: readonly string[], value: unknown, key = path.at(-1) ?? ""): string {
  const example = exampleOf(path);
  const meant = isPictureName(value) ? undefined : meantValue(settings, path, value);
  if (meant !== undefined) return `${isShortened(path, value, meant) ? "it is more than an origin; " : ""}write ${tomlLine(key, meant)}`;
  if (kindOf(value) !== kindOf(example))
    return `write ${kindOf(example)}, such as ${isIndex(key) ? tomlValue(example) : tomlLine(key, example)}`;
  switch (issue.code) {
    case "too_small":
      return typeof value === "number" ? `write ${issue.minimum} or more` : issue.message;
    case "too_big":
      return typeof value === "number" ? `write ${issue.maximum} or less` : issue.message;
    case "invalid_value":
      return `write ${issue.values.map((each) => tomlLine(key, each)).join(" or ")}`;
    case "invalid_key": // the problem of a key that the author chose is one level deeper
      return messagesOf(issue.issues);
    case "invalid_union": // of url, which may be empty
      return messagesOf(issue.errors.at(-1) ?? []);
    default:
      return issue.message;
  }
}

// Not the host of a URL.
function isPictureName(value: unknown): boolean {
  return typeof value === "string" && /^[^/]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(value);
}

// A site has no path in its address. The advice does not drop it without a word.
function isShortened(path: readonly string[], value: unknown, meant: unknown): boolean {
  return path.join(".") === "url" && typeof value === "string" && meantUrls(value)[0] !== meant;
}

function messagesOf(issues: readonly Issue[]): string {
  return issues.map(({ message }) => message).join("; ");
}

const isIndex = (key: string) => /^\d+$/.test(key);

function exampleOf(path: readonly string[]): unknown {
  const [table = "", , ...rest] = path;
  const ofItem = itemExamples[path.map((key) => (isIndex(key) ? "*" : key)).join(".")];
  const ofTable = itemExamples[[table, "*", ...rest].join(".")];
  return settingExamples[path.join(".")] ?? ofItem ?? settingExamples[path.filter((key) => !isIndex(key)).join(".")] ?? ofTable;
}

function kindOf(value: unknown): string {
  if (typeof value === "string") return "a text in quotes";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "a whole number" : "another number";
  if (typeof value === "boolean") return "true or false";
  if (Array.isArray(value)) return "a list in brackets";
  return value instanceof TomlDate ? "another kind of value" : "a table";
}
