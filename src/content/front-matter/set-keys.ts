import { stringify } from "yaml";
import { tomlLine } from "../../settings/toml-value.ts";
import { type FrontMatterSource, findFrontMatter } from "./find-front-matter.ts";
import { FrontMatterError } from "./front-matter-error.ts";
import { type FrontMatterTable, type FrontMatterValue, readTable } from "./front-matter-table.ts";

/** Values for the front matter of an article; undefined for a key to remove. */
export type NewKeys = Readonly<Record<string, FrontMatterValue | boolean | undefined>>;

/**
 * Sets keys in the front matter of an article, or removes them, and keeps every other character: new keys become its first lines, and an
 * existing key gets the new value. An article without front matter gets one. Returns undefined if the front matter cannot be edited.
 */
export function setKeys(text: string, keys: NewKeys): string | undefined {
  if (Object.keys(keys).length === 0) return text;
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  try {
    const found = findFrontMatter(text);
    if (found === undefined) return `---${newline}${yamlLines(keys, "", newline)}---${newline}${text}`;
    const expected = withKeys(readTable(found).table, keys);
    const edited = edit(text, found, keys, newline);
    const after = findFrontMatter(edited);
    const isRight = after !== undefined && isSame(readTable(after).table, expected);
    return isRight && edited.slice(after.bodyOffset) === text.slice(found.bodyOffset) ? edited : undefined;
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
}

function withKeys(table: FrontMatterTable, keys: NewKeys): FrontMatterTable {
  const kept = Object.entries(table).filter(([key]) => !(key in keys));
  const values = given(keys).map(([key, value]): [string, FrontMatterValue] => [key, typeof value === "boolean" ? String(value) : value]);
  return Object.fromEntries([...kept, ...values]);
}

function given(keys: NewKeys): [string, FrontMatterValue | boolean][] {
  return Object.entries(keys).filter((entry): entry is [string, FrontMatterValue | boolean] => entry[1] !== undefined);
}

function isSame(one: FrontMatterTable, other: FrontMatterTable): boolean {
  const sorted = (table: FrontMatterTable) => JSON.stringify(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

// Front matter in JSON between fences, and in JavaScript, is an object, too.
function edit(text: string, found: FrontMatterSource, keys: NewKeys, newline: string): string {
  const [head, body] = [text.slice(0, found.bodyOffset), text.slice(found.bodyOffset)];
  const fence = head.split(/(?<=\n)/, found.line - 1).join("");
  const source = head.slice(fence.length);
  if (found.syntax === "TOML") return fence + tomlLines(keys, newline) + withoutLines(source, keys, /^\s*\[/) + body;
  if (found.syntax === "YAML" && !/^\s*\{/.test(source)) {
    const indentation = /^[ \t]*(?=[^\s#])/m.exec(source)?.[0] ?? "";
    return fence + yamlLines(keys, indentation, newline) + withoutLines(source, keys) + body;
  }
  if (found.syntax === "JavaScript" && declaration.test(found.source)) return fence + withConstants(source, keys, newline) + body;
  return fence + withMembers(source, keys, found.source.startsWith("{") && source.trimStart().startsWith("{"), newline) + body;
}

const declaration = /^[ \t]*(?:export[ \t]{1,9})?(?:const|let|var)\s/m;

// Front matter of Eleventy: `const title = "Moon";`
function withConstants(source: string, keys: NewKeys, newline: string): string {
  const names = Object.keys(keys).map((key) => RegExp.escape(key));
  const old = new RegExp(`^[ \\t]{0,40}(?:export[ \\t]{1,9})?(?:const|let|var)[ \\t]{1,9}(?:${names.join("|")})[ \\t]{0,9}=`);
  const lines = given(keys).map(([key, value]) => `const ${key} = ${JSON.stringify(value)};${newline}`);
  const kept = source.split(/(?<=\n)/).filter((line) => !old.test(line));
  return [...lines, ...kept].join("");
}

function yamlLines(keys: NewKeys, indentation: string, newline: string): string {
  const lines = given(keys).map(([key, value]) => {
    return stringify({ [key]: value }, { lineWidth: 0, collectionStyle: "any", flowCollectionPadding: false, ...plain(value) }).trimEnd();
  });
  return lines
    .flatMap((line) => line.split("\n"))
    .map((line) => `${indentation}${line}${newline}`)
    .join("");
}

// Text of several lines stays on one line, which is easier to read and to move.
function plain(value: FrontMatterValue | boolean) {
  return typeof value === "string" && value.includes("\n") ? ({ defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" } as const) : {};
}

function tomlLines(keys: NewKeys, newline: string): string {
  return given(keys)
    .map(([key, value]) => `${tomlLine(key, value)}${newline}`)
    .join("");
}

// Removes the lines of keys that get a new value. What is indented below a key is a part of its value.
function withoutLines(source: string, keys: NewKeys, end?: RegExp): string {
  const names = Object.keys(keys).map((key) => RegExp.escape(key));
  const start = new RegExp(`^\\s*["']?(?:${names.join("|")})["']?\\s*[:=]`);
  const kept: string[] = [];
  let [isRemoving, isOver, indentation] = [false, false, -1];
  for (const line of source.split(/(?<=\n)/)) {
    isOver ||= end?.test(line) === true;
    const depth = line.search(/\S/);
    if (indentation < 0 && depth >= 0 && !/^\s*#/.test(line)) indentation = depth;
    const isKey = depth === indentation && !/^\s*- /.test(line);
    if (!isOver && isKey && start.test(line)) isRemoving = true;
    else if (isOver || isKey || (end !== undefined && depth >= 0)) isRemoving = false;
    if (!isRemoving || isFence(line)) kept.push(line);
  }
  return kept.join("");
}

function isFence(line: string): boolean {
  return /^(?:-{3,}|\.{3}|\+{3})\s*$/.test(line);
}

// Removes a comma after the last member.
function withoutLastComma(source: string): string {
  const index = source.lastIndexOf(",");
  const after = source.slice(index + 1).replace(/\s+/g, "");
  return index >= 0 && /^\}?(?:-{3,}|;{3,})?$/.test(after) ? source.slice(0, index) + source.slice(index + 1) : source;
}

function withMembers(source: string, keys: NewKeys, hasBrace: boolean, newline: string): string {
  const names = Object.keys(keys).map((key) => RegExp.escape(JSON.stringify(key)));
  const member = new RegExp(`(?:${names.join("|")})\\s*:\\s*(?:"(?:[^"\\\\]|\\\\.)*"|[\\w.+-]+)\\s*,?[ \\t]*(?:\\r?\\n[ \\t]*)?`, "g");
  const rest = withoutLastComma(source.replace(member, ""));
  const start = hasBrace || /^[^"]*\{/.test(rest) ? rest.indexOf("{") + 1 : 0;
  const members = given(keys).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const isEmpty = /^\s*(?:\}|;{3}|$)/.test(rest.slice(start));
  const list = members.join(`,${newline}`) + (isEmpty ? newline : `,${newline}`);
  if (members.length === 0) return rest;
  return rest.slice(0, start) + (start === 0 ? "" : newline) + list + rest.slice(start).replace(/^\r?\n/, "");
}
