import { isTerm, maxTerms } from "../lines/definition-lists.ts";
import { isBlankText } from "../lines/markdown-lines.ts";

/** A line of a glossary without its prefix. */
interface Line {
  readonly indentation: number;
  readonly words: string;
}

/** Terms with their definition. */
interface Entry {
  readonly terms: number[];
  /** The first line of the definition, if it is indented. */
  definition?: number;
  /** True directly after another entry, without a blank line. */
  readonly isCompact: boolean;
}

/**
 * Writes the indented definitions of MyST's and Sphinx's `{glossary}` as those of Markdown: `Term`, then `: its definition`. Without blank
 * lines between its entries, or with a sentence as a term, it becomes a list. The number of lines stays the same.
 */
export function glossaryLines(content: readonly string[], prefix: string): readonly string[] {
  const lines = content.map((line) => lineOf(line, prefix));
  const entries = entriesIn(lines);
  if (!entries?.some(({ definition }) => definition !== undefined)) return content;
  const isList = entries.some((entry) => !canDefine(entry, lines));
  const written = lines.map(({ indentation, words }) => (words === "" ? "" : " ".repeat(indentation) + words));
  for (const [index, entry] of entries.entries()) {
    const end = entries[index + 1]?.terms[0] ?? lines.length;
    if (isList) writeItem(written, lines, entry, end);
    else writeDefinition(written, lines, entry, end);
  }
  return written.map((line) => (line === "" ? prefix.trimEnd() : prefix + line));
}

// A definition cannot begin with a fence, and only a blank line ends one.
function canDefine({ definition, isCompact, terms }: Entry, lines: readonly Line[]): boolean {
  if (isCompact || terms.length > maxTerms || !terms.every((at) => isTerm(wordsAt(lines, at)))) return false;
  return definition === undefined || !/^(?:`{3}|~{3}|:{3})/.test(wordsAt(lines, definition));
}

function lineOf(line: string, prefix: string): Line {
  if (isBlankText(line)) return { indentation: 0, words: "" };
  const text = (line.startsWith(prefix) ? line.slice(prefix.length) : line.trimStart()).replace(/^\t+/, (tabs) =>
    "    ".repeat(tabs.length),
  );
  const words = text.trim();
  return { indentation: text.length - text.trimStart().length, words };
}

function wordsAt(lines: readonly Line[], index: number): string {
  return lines[index]?.words ?? "";
}

// Returns undefined for lines that are no glossary.
function entriesIn(lines: readonly Line[]): Entry[] | undefined {
  const entries: Entry[] = [];
  let isAfterBlank = true;
  let isTermBefore = false;
  for (const [index, { indentation, words }] of lines.entries()) {
    const entry = entries.at(-1);
    if (words === "") {
      isAfterBlank = true;
      continue;
    }
    const isOfDefinition = indentation > 0 || (entry !== undefined && /^:[ \t]/.test(words));
    if (isOfDefinition && entry === undefined) return undefined;
    if (!isOfDefinition && isTermBefore && !isAfterBlank) entry?.terms.push(index);
    else if (!isOfDefinition) entries.push({ terms: [index], isCompact: !isAfterBlank });
    else if (isTermBefore && indentation > 0 && entry !== undefined) entry.definition = index;
    isTermBefore = !isOfDefinition;
    isAfterBlank = false;
  }
  return entries;
}

function writeDefinition(written: string[], lines: readonly Line[], { definition }: Entry, end: number): void {
  if (definition === undefined) return;
  const margin = Math.min(Math.max(lines[definition]?.indentation ?? 2, 2), 4);
  indent(written, lines, definition, end, margin);
  written[definition] = `:${" ".repeat(margin - 1)}${wordsAt(lines, definition)}`;
}

function writeItem(written: string[], lines: readonly Line[], { definition, terms }: Entry, end: number): void {
  for (const [place, at] of terms.entries()) {
    const isInParagraph = at + 1 < end && !/^(?:$|`{3}|~{3}|:{3}|[-+*>#]|\d)/.test(wordsAt(lines, at + 1));
    written[at] = `${place === 0 ? "- " : "  "}${wordsAt(lines, at)}${isInParagraph ? "\\" : ""}`;
  }
  if (definition !== undefined) indent(written, lines, definition, end, 2);
}

function indent(written: string[], lines: readonly Line[], start: number, end: number, margin: number): void {
  const first = lines[start]?.indentation ?? 0;
  for (const [offset, { indentation, words }] of lines.slice(start, end).entries())
    if (words !== "") written[start + offset] = " ".repeat(margin + Math.max(0, indentation - first)) + words;
}
