import { countOf } from "../../../../base/count-of.ts";
import type { ReportAtNode } from "../../../../model/report-at-node.ts";
import { mapProse, onlyMarkers } from "./markdown-lines.ts";
import { quotedStart } from "./quoted-start.ts";

const noteBlock = /^(?<prefix>[ \t]*)%%[ \t]*\n((?:(?![ \t]*%%[ \t]*$).*\n){1,200})[ \t]*%%[ \t]*$/gm;

// A note ends in its paragraph, or begins a line. After a quotation mark, it is text: LIKE '%%a%%'.
const note = /(?<=^|[\s(|>*_])%%(?!%)(?<content>(?:[^%\n]|%(?!%)|\n(?![ \t>]*(?:\n|[-*+#|]|\d))){1,1000})%%(?=$|[\s.,;:!?)"'|*_])/gm;
const longNote = /^(?<prefix>[ \t>]{0,20}|[-*+] )%%(?!%)/gm; // its end is searched for

/**
 * Removes the comments of Obsidian, `%% note %%`, with code in them. Percent signs that others write twice are text: R's `a %% b`, the
 * variables of a batch file, `100%%` in a format, and `'%%a%%'` in quotation marks. The number of lines stays the same.
 * @param reportAtNode reports the notes that do not begin a line, or end before text, in one warning, since they may be text of another program
 */
export function removePrivateNotes(text: string, reportAtNode?: ReportAtNode): string {
  if (!text.includes("%%")) return text;
  const found: FoundNotes = { count: 0 };
  const rest = [noteBlock, longNote, note].reduce((written, pattern) => removeNotes(written, pattern, found), text);
  reportNotes(found, "Obsidian", "to show such a text, put it in code, or write \\%% for its first %%", reportAtNode);
  return rest;
}

/** Removed notes that may be text. */
export interface FoundNotes {
  count: number;
  first?: { readonly written: string; readonly line: number };
}

/** Reports removed notes in one warning. @param system the name of their syntax */
export function reportNotes({ count, first }: FoundNotes, system: string, advice: string, reportAtNode: ReportAtNode | undefined): void {
  if (first === undefined) return;
  const shown = quotedStart(first.written);
  const notes = count === 1 ? `${shown}, a comment of ${system}` : `${shown} and ${count - 1} more, comments of ${system}`;
  const start = { line: first.line, column: 1 };
  reportAtNode?.({ position: { start, end: start } }, "warning", `Removed ${notes}; ${advice}`);
}

function removeNotes(text: string, pattern: RegExp, found: FoundNotes): string {
  const masked = mapProse(
    text,
    (prose) => prose,
    (code) => code.replace(/[^\n]/g, "\uFDD1"),
  );
  let [rest, done] = ["", 0];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(masked); match !== null; match = pattern.exec(masked)) {
    const { content, prefix = "" } = match.groups ?? {};
    const start = match.index + prefix.length;
    const end = pattern === longNote ? endOfLong(masked, pattern.lastIndex) : pattern.lastIndex;
    const mayBeText = pattern === note && endsBeforeText(masked, pattern.lastIndex, content);
    const isText = pattern === note && (!isNote(lineBefore(masked, start), content ?? "") || (mayBeText && isLine(content)));
    if (end === undefined || isText) {
      pattern.lastIndex = start + 2;
      continue;
    }
    pattern.lastIndex = end;
    if (pattern === note && (mayBeText || !onlyMarkers.test(lineBefore(masked, start)))) {
      found.count++;
      found.first ??= { written: text.slice(start, end), line: countOf("\n", text.slice(0, start)) + 1 };
    }
    rest += text.slice(done, start) + commentOf(text.slice(start, end), isAlone(masked, start, end));
    done = end;
  }
  return rest + text.slice(done);
}

// The comments of LaTeX and Matlab begin each line: %% a, and then %% b.
function isLine(content = ""): boolean {
  return /^[ \t][^\n]*\n[^\n]*$/.test(content);
}

function endsBeforeText(text: string, end: number, content = ""): boolean {
  return /\n[ \t>]*$/.test(content) && /^[ \t]+[^\s]/.test(text.slice(end, end + 100));
}

function endOfLong(text: string, from: number): number | undefined {
  const index = text.indexOf("%%", from);
  if (index < 0 || index - from > maxLength || /[\d%]/.test(text.charAt(index - 1)) || text.slice(from, index).trim() === "")
    return undefined;
  return /^[ \t]*(?:\n|$)/.test(text.slice(index + 2, index + 102)) ? index + 2 : undefined;
}

const maxLength = 5000;

// A comment that begins a line would make a block of HTML of the text after it. Its lines keep the signs of quotations.
function commentOf(written: string, isOnly: boolean): string {
  const lines = written.split("\n").map((line, index) => (index === 0 ? "" : (/^[ \t>]*/.exec(line)?.[0] ?? "")));
  return isOnly ? `<!--${lines.join("\n")}-->` : lines.join("\n");
}

function isAlone(text: string, start: number, end: number): boolean {
  return onlyMarkers.test(lineBefore(text, start)) && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 100));
}

function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.slice(before.lastIndexOf("\n") + 1);
}

function isNote(before: string, content: string): boolean {
  if (content.trim() === "") return false;
  if (onlyMarkers.test(before)) return true;
  const words = content.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const isCalculation = words.length > 1 && operand.test(first) && operand.test(last);
  return !isCalculation && !(number.test(last) && number.test(before.trim().split(/\s+/).at(-1) ?? ""));
}

const number = /^[\d.,]+$/;
const operand = /^(?:\w[,;]?|[\d.,]+|.*[)\]])$/; // a number, a variable or a call
