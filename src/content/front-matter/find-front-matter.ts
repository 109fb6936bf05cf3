import { FrontMatterError } from "./front-matter-error.ts";
import { isKnownKey } from "./keys/known-keys.ts";

/** The front matter of an article as text, with its syntax and its position. */
export interface FrontMatterSource {
  readonly syntax: "YAML" | "TOML" | "JSON" | "JavaScript";
  /** The text between the fences. */
  readonly source: string;
  /** The line of the article on which the source begins, from 1. */
  readonly line: number;
  /** Offset of the text after the front matter. */
  readonly bodyOffset: number;
}

const opening = /^(-{3,}|;{3,}|\+\+\+)[ \t]*(?:([a-z]+)[ \t]*)?\r?\n/i;
const languages: Readonly<Record<string, FrontMatterSource["syntax"]>> = {
  ...{ yaml: "YAML", yml: "YAML", toml: "TOML", json: "JSON", js: "JavaScript", javascript: "JavaScript" },
};

/**
 * Finds the front matter of an article. Returns undefined if it has none. Front matter is YAML between lines of `---`, TOML between
 * lines of `+++`, JSON in braces (Hugo), the syntax that `---json` and the like name (Eleventy, gray-matter), JSON without its braces
 * between lines of `;;;` (Hexo), or YAML with only a closing line of `---` (Hexo). Blank lines and up to three spaces may be before it, as
 * in Hugo and Astro, if its first key is known: a line across the page looks similar.
 * @throws FrontMatterError if it is not closed
 */
export function findFrontMatter(text: string): FrontMatterSource | undefined {
  const blank = /^[\s\u200b\u2060]*/.exec(text)?.[0] ?? "";
  if (blank === "") return findAtStart(text, "");
  const indentation = blank.slice(blank.lastIndexOf("\n") + 1);
  const rest = text.slice(blank.length);
  if (/^(?: {4}|.*\t)/.test(indentation) || !isKnownKey(firstKey.exec(rest)?.[1] ?? "")) return undefined;
  const linesBefore = blank.split("\n").length - 1;
  const found = findShifted(rest, indentation, linesBefore);
  return found && { ...found, line: found.line + linesBefore, bodyOffset: found.bodyOffset + blank.length };
}

// After a fence and comments, or after a brace.
const firstKey = /^(?:(?:-{3,99}|\+{3}|;{3})[ \t]*[a-z]{0,10}[ \t]*\r?\n(?:[ \t]*(?:#.*)?\n)*[ \t]*|\{\s*)["']?([\w-]+)["']?[ \t]*[:=]/i;

function findShifted(rest: string, indentation: string, lines: number): FrontMatterSource | undefined {
  try {
    return findAtStart(rest, indentation);
  } catch (error) {
    throw error instanceof FrontMatterError ? new FrontMatterError(error.message, error.line + lines, error.column) : error;
  }
}

function findAtStart(text: string, indentation: string): FrontMatterSource | undefined {
  const match = opening.exec(text);
  if (match === null) return findBraces(text) ?? findUnopened(text);
  const [first, marks = "", language] = match;
  const kind = marks.slice(0, 3);
  if (language !== undefined && kind !== "---") return undefined;
  const syntax = language === undefined ? (kind === "---" ? "YAML" : kind === "+++" ? "TOML" : "JSON") : languages[language.toLowerCase()];
  if (syntax === undefined) throw unknownLanguage(language ?? "");
  const rest = text.slice(first.length);
  const end = closingOf(marks, indentation).exec(rest);
  // Four or more hyphens may be a horizontal rule.
  if (marks !== kind && (end === null || !isYaml(rest.slice(0, end.index)))) return kind === ";;;" ? failToEnd(marks) : undefined;
  if (end === null) return failToEnd(kind);
  const bodyOffset = Math.min(text.length, first.length + end.index + end[0].length + 1);
  const source = rest.slice(0, end.index);
  return { syntax, source: kind === ";;;" ? `{${source}}` : source, line: 2, bodyOffset };
}

/** Creates the error for front matter in a language that cannot be read. */
export function unknownLanguage(language: string): FrontMatterError {
  return new FrontMatterError(`Cannot read front matter in ${JSON.stringify(language)}: write it as YAML, between two lines "---"`, 1, 1);
}

function failToEnd(marks: string): never {
  throw new FrontMatterError(`Cannot find the end of the front matter: no line "${marks}" closes it`, 1, 1);
}

const maxMarks = 100; // a longer line is a horizontal rule, and no regular expression may be as long as a text
const never = /(?!)/;

function closingOf(marks: string, indentation: string): RegExp {
  if (marks === "---" && indentation !== "") return /^ {0,3}(?:---|\.\.\.)[ \t]*\r?$/m;
  if (marks === "---") return /^(?:---|\.\.\.)[ \t]*\r?$/m;
  if (marks.length > maxMarks) return never;
  return new RegExp(`^${RegExp.escape(marks)}[ \\t]*\\r?$`, "m");
}

// Hugo's JSON: the text begins with a brace, and the line of the closing brace contains nothing else after it.
function findBraces(text: string): FrontMatterSource | undefined {
  if (!/^\{\s*["}]/.test(text)) return undefined;
  const end = endOfBraces(text);
  if (end === undefined) return undefined;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  return rest === null ? undefined : { syntax: "JSON", source: text.slice(0, end), line: 1, bodyOffset: end + rest[0].length };
}

function endOfBraces(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}]/gs)) {
    if (token === "{") depth++;
    if (token === "}" && --depth === 0) return index + 1;
  }
  return undefined;
}

// New posts of Hexo had no opening line. A heading that is underlined with hyphens looks similar, but has no title or date key.
function findUnopened(text: string): FrontMatterSource | undefined {
  if (!/^[a-z_]+[ \t]*:/i.test(text)) return undefined;
  const end = /^-{3,}[ \t]*\r?$/m.exec(text);
  if (end === null) return undefined;
  const source = text.slice(0, end.index);
  if (!isYaml(source) || !/^(?:title|date|layout|permalink)[ \t]*:/m.test(source)) return undefined;
  return { syntax: "YAML", source, line: 1, bodyOffset: Math.min(text.length, end.index + end[0].length + 1) };
}

// Every line is a key, part of a value, a comment or empty, and at least one is a key.
function isYaml(source: string): boolean {
  const lines = source.split("\n").map((line) => line.trimEnd());
  return lines.every((line) => /^(?:$|[\w-]+[ \t]*:(?:\s|$)|\s+\S|- |#)/.test(line)) && lines.some((line) => /^[\w-]+[ \t]*:/.test(line));
}
