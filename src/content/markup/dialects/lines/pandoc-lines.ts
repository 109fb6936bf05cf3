import { includesAny } from "../../../../base/includes-any.ts";
import { isBlank, type MarkdownLine, mapProse, markdownLines } from "./markdown-lines.ts";

const mayBeBlock = /^[ \t>]*\|[ \t][^|\n]*$/m;
const mayHaveOthers =
  /^[ \t>]*(?:\(@[\w-]*\)[ \t]|\\(?:newpage|pagebreak|clearpage|cleardoublepage|noindent|bigskip|medskip|smallskip)[ \t]*$)|[\p{L}\d.§¶]\\ /mu;
const layout = /^[ \t>]*\\(?:newpage|pagebreak|clearpage|cleardoublepage|noindent|bigskip|medskip|smallskip)[ \t]*$/;
const lineOfBlock = /^([ \t>]{0,20})\|(?:[ \t]([^|]*))?$/;
const namedItem = /^[ \t>]{0,20}\(@([\w-]{1,50})\)([ \t]{1,20})(\S)/gm;
const continuation = /^[ \t]{1,20}([^\s|>][^|]*)$/;
const example = /^([ \t>]{0,20})\(@([\w-]{0,50})\)([ \t]+)(?=\S)/;
// After a number or an abbreviation. Anywhere else, it may be a part of a path: my\ file.
const space = /(?<=(?:^|[\s(["'])(?:\d[\d.,]{0,20}|\p{L}{1,4}\.|[§¶]{1,2}))\\ (?=[\p{L}\p{N}%°€])/gmu;
const spaceBeforeNumber =
  /(?<=(?<![\p{L}\d_/\\.-])(?:Figure|Table|Section|Chapter|Equation|Appendix|Theorem|Lemma|Definition|Algorithm|Listing|Abbildung|Tabelle|Abschnitt|Kapitel|Gleichung|Anhang|Satz)s?)\\ (?=\d)/gu;

/**
 * Converts what only Pandoc knows: line blocks, `| words`, numbered examples, `(@name) words`, spaces without a line break, `10\ km`, and the
 * commands of TeX for the layout of pages, `\newpage`, which vanish. The number of lines stays the same.
 */
export function convertPandocLines(text: string): string {
  if (!mayHavePandocLines(text)) return text;
  const lines = markdownLines(text, false);
  const numbers = new Map<string, number>();
  const isExample = examplesIn(text);
  let count = 0;
  const written: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { isVerbatim, text: line } = lines[index] as MarkdownLine;
    const block = isVerbatim ? [] : lineBlockAt(lines, index);
    const [found, prefix = "", name = "", after = ""] = isVerbatim ? [] : (example.exec(line) ?? []);
    if (block.length > 0) {
      written.push(...block);
      index += block.length - 1;
    } else if (found !== undefined && (startsBlock(lines, index) || example.test(lines[index - 1]?.text ?? "")) && isExample(name)) {
      count++;
      if (name !== "") numbers.set(name, count);
      written.push(`${prefix}${count})${after}${line.slice(found.length)}`);
    } else written.push(!isVerbatim && layout.test(line) ? line.replace(/\\.*/, "").trimEnd() : line);
  }
  return mapProse(written.join("\n"), (prose) => withSpaces(withNumbers(prose, numbers)));
}

function mayHavePandocLines(text: string): boolean {
  return (text.includes("|") && mayBeBlock.test(text)) || (includesAny(text, "\\", "(@") && mayHaveOthers.test(text));
}

// The fence of a drawn table replaces the blank line after it.
function startsBlock(lines: readonly MarkdownLine[], index: number): boolean {
  const before = lines[index - 1];
  return isBlank(before) || (before?.isVerbatim === true && /^[ \t>]*~~~~$/.test(before.text));
}

function withSpaces(prose: string): string {
  if (!prose.includes("\\ ")) return prose;
  return prose
    .replace(space, "\u00A0")
    .replace(spaceBeforeNumber, (found, offset: number, text: string) =>
      isNumber(text.slice(offset + 2, offset + 32)) ? "\u00A0" : found,
    );
}

// Chapter\ 1.txt and Table\ 1/x are paths.
function isNumber(text: string): boolean {
  const [word = ""] = text.split(/[\s*)\],;:!?"'”]/, 1);
  return /^[\d.–]+$/.test(word);
}

// The name of a person is no example: (@octocat) thanks. A text has examples if one has no name, or if it refers to one of them. Its list has
// several items, or two spaces before its words, as in Pandoc's manual.
function examplesIn(text: string): (name: string) => boolean {
  if (!text.includes("(@")) return () => false;
  if (/^[ \t>]{0,20}\(@\)[ \t]/m.test(text)) return () => true;
  const items = [...text.matchAll(namedItem)];
  const names = new Set(items.map(([, name]) => name));
  const isList = names.size > 1 && !items.some(([, , , first = ""]) => /\p{Ll}/u.test(first));
  const wide = new Set(items.flatMap(([, name = "", space = ""]) => (/\t| {2}/.test(space) ? [name] : [])));
  const seen = new Set<string>();
  const referred = new Set<string>();
  for (const [, name = ""] of text.matchAll(/\(@([\w-]{1,50})\)/g)) (seen.has(name) ? referred : seen).add(name);
  const hasExamples = [...referred].some((name) => names.has(name) && (isList || wide.has(name)));
  return (name) => hasExamples && (isList || wide.has(name));
}

function withNumbers(prose: string, numbers: ReadonlyMap<string, number>): string {
  if (numbers.size === 0) return prose;
  return prose.replace(/\(@([\w-]{1,50})\)/g, (found, name: string) => (numbers.has(name) ? `(${numbers.get(name)})` : found));
}

// At least two lines, up to a blank one. A bar within a line, or a line of hyphens, is that of a table. A line that begins with a space
// continues the one before.
function lineBlockAt(lines: readonly MarkdownLine[], start: number): string[] {
  const [, before = "", bar] = /^([ \t>]*)(\|)/.exec(lines[start]?.text ?? "") ?? [];
  if (bar === undefined || !startsBlock(lines, start)) return [];
  const block: string[] = [];
  let bars = 0;
  for (let index = start; index < lines.length && !isBlank(lines[index]); index++) {
    const line = lines[index]?.text ?? "";
    const end = isBlank(lines[index + 1]) ? "" : "\\";
    const continued = line.startsWith(before) && index > start ? continuation.exec(line.slice(before.length))?.[1] : undefined;
    const [found, prefix = "", content = ""] = lineOfBlock.exec(line) ?? [];
    const words = content.trim();
    if (continued !== undefined) block.push(block.pop()?.replace(/\\$/, "") ?? "", before + escaped(continued) + end);
    else if (found === undefined || /^:?-+:?$/.test(words)) return [];
    else {
      bars++;
      block.push(prefix + "\u00A0".repeat(content.length - content.trimStart().length) + (escaped(words) || "\u00A0") + end);
    }
  }
  return bars > 1 ? block : [];
}

// Only the text of a line is Markdown: it begins no list and no heading.
function escaped(words: string): string {
  return words.replace(/^(?=[-+#>=]|\*[ \t])/, "\\").replace(/^\d{1,9}(?=[.)])/, "$&\\");
}
