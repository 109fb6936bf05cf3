import { countOf } from "../../../../base/count-of.ts";
import { includesAny } from "../../../../base/includes-any.ts";
import type { ReportAtNode } from "../../../../model/report-at-node.ts";
import { isBlank, mapProse, markdownLines } from "./markdown-lines.ts";
import { type FoundNotes, reportNotes } from "./private-notes.ts";

const lineEnd = "\\n(?![ \\t>]{0,50}(?:\\n|$))"; // in a paragraph
const any = `(?:[^{}\\n]|${lineEnd})`;
const part = `(?:[^{}\\n~]|${lineEnd}){0,500}`;
// Blade's {{-- comments --}} are templates.
const marks = new RegExp(
  `(?<!\\{)\\{(?:\\+\\+(?<added>${any}{1,500})\\+\\+|--(?<removed>${any}{1,500})--|~~(?<old>${part})~>(?<fresh>${part})~~|` +
    `==(?<marked>(?:[^{}\\n=]|${lineEnd}){1,500})==|>>(?<note>${any}{0,500})<<)\\}(?!\\})`,
  "g",
);
const delimiter = /^([ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?)(?:\{(\+\+|--|==|>>)|(\+\+|--|==|<<)\})[ \t]*$/;
const blocks = new Map([
  ["++", "ins"],
  ["--", "del"],
  ["==", "mark"],
]);

/**
 * Converts CriticMarkup (criticmarkup.com) to HTML: `{++added++}`, `{--removed--}`, `{~~old~>new~~}`, `{==marked==}`, also around blocks,
 * with the signs on lines of their own. The number of lines stays the same.
 * @param reportAtNode reports the comments, `{>>comment<<}`, which are removed, in one warning
 */
export function convertCriticMarkup(text: string, reportAtNode: ReportAtNode): string {
  if (!includesAny(text, "{++", "{--", "{~~", "{==", "{>>")) return text;
  const found: FoundNotes = { count: 0 };
  const given = convertBlocks(text, found);
  const written = convertInline(given, found);
  reportNotes(found, "CriticMarkup", "to show it, write it without {>> and <<}", reportAtNode);
  return written;
}

function convertInline(text: string, found: FoundNotes): string {
  let offset = 0; // of the piece
  const pass = (piece: string) => {
    offset += piece.length;
    return piece;
  };
  return mapProse(
    text,
    (prose) => {
      const written = prose.replace(marks, (...match) => {
        const { added, fresh, marked, note, old, removed } = match.at(-1) as Readonly<Record<string, string | undefined>>;
        if (added !== undefined) return around("<ins>", added, "</ins>");
        if (removed !== undefined) return around("<del>", removed, "</del>");
        if (old !== undefined) return `${old && around("<del>", old, "</del>")}${fresh && around("<ins>", fresh, "</ins>")}`;
        if (marked !== undefined) return around("==", marked, "==");
        addNote(found, note ?? "", () => countOf("\n", text.slice(0, offset + Number(match.at(-3)))) + 1);
        return onlyLines(note ?? "");
      });
      pass(prose);
      return written;
    },
    pass,
  );
}

// HTML alone on a line would begin a block without Markdown, so that line breaks at the ends stay outside.
function around(start: string, words: string, end: string): string {
  const inner = words.trim();
  if (inner === words || !words.includes("\n")) return start + words + end;
  const from = words.indexOf(inner);
  return words.slice(0, from) + start + inner + end + words.slice(from + inner.length);
}

function addNote(found: FoundNotes, note: string, lineOf: () => number): void {
  if (note.trim() === "") return;
  found.count++;
  found.first ??= { written: `{>>${note.replace(/\n[ \t>]*/g, " ")}<<}`, line: lineOf() };
}

// Keeps the signs of quotations.
function onlyLines(text: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? "" : (/^[ \t>]*/.exec(line)?.[0] ?? "")))
    .join("\n");
}

// The signs of a block are alone between blank lines.
function convertBlocks(text: string, found: FoundNotes): string {
  if (!/^[ \t>]{0,20}(?:\+\+|--|==|<<)\}[ \t]*$/m.test(text)) return text;
  const known = markdownLines(text, false);
  const lines = known.map((line) => line.text);
  const open = new Map<string, { readonly start: number; readonly prefix: string }>(); // by its closing sign
  for (const [index, { isVerbatim, text: line }] of known.entries()) {
    const [, prefix = "", opening, closing] = isVerbatim ? [] : (delimiter.exec(line) ?? []);
    if (opening !== undefined && isBlank(known[index + 1])) open.set(opening.replace(">>", "<<"), { start: index, prefix });
    const block = closing === undefined || !isBlank(known[index - 1]) ? undefined : open.get(closing);
    if (closing === undefined || block === undefined || quotes(block.prefix) !== quotes(prefix)) continue;
    open.delete(closing);
    const name = blocks.get(closing);
    if (name !== undefined) {
      lines[block.start] = `${block.prefix}<${name}>`;
      lines[index] = `${prefix}</${name}>`;
    } else {
      addNote(found, lines.slice(block.start + 1, index).join("\n"), () => block.start + 1);
      for (let line = block.start; line <= index; line++) lines[line] = (line === block.start ? block.prefix : prefix).trimEnd();
    }
  }
  return lines.join("\n");
}

function quotes(prefix: string): number {
  return countOf(">", prefix);
}
