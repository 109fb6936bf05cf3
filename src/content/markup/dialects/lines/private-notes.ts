import { mapProse } from "./markdown-lines.ts";

const noteBlock = /^([ \t]*)%%[ \t]*\n((?:(?![ \t]*%%[ \t]*$).*\n){1,200})[ \t]*%%[ \t]*$/gm;

// A note ends in its paragraph, or begins a line.
const note = /(?<=^|[\s("'|>*_])%%(?!%)((?:[^%\n]|%(?!%)|\n(?![ \t>]*(?:\n|[-*+#|]|\d))){1,1000})%%(?=$|[\s.,;:!?)"'|*_])/gm;
const longNote = /(?<=^|^[ \t>]{1,20}|^[-*+] )%%(?!%)((?:[^%]|%(?!%)){1,5000}[^%\d])%%(?=[ \t]*$)/gm;

/**
 * Removes the comments of Obsidian, `%% note %%`, with code in them. Percent signs that others write twice are text: R's `a %% b`, the
 * variables of a batch file, and `100%%` in a format. The number of lines stays the same.
 */
export function removePrivateNotes(text: string): string {
  if (!text.includes("%%")) return text;
  return [noteBlock, longNote, note].reduce((rest, pattern) => removeNotes(rest, pattern), text);
}

function removeNotes(text: string, pattern: RegExp): string {
  const masked = mapProse(
    text,
    (prose) => prose,
    (code) => code.replace(/[^\n]/g, "\uFDD1"),
  );
  let [rest, done] = ["", 0];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(masked); match !== null; match = pattern.exec(masked)) {
    const [start, end] = [match.index, pattern.lastIndex];
    if (pattern === note && !isNote(lineBefore(masked, start), match[1] ?? "")) {
      pattern.lastIndex = start + 2;
      continue;
    }
    rest += text.slice(done, start) + commentOf(text.slice(start, end), isAlone(masked, start, end));
    done = end;
  }
  return rest + text.slice(done);
}

const markers = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;

// A comment that begins a line would make a block of HTML of the text after it. Its lines keep the signs of quotations.
function commentOf(written: string, isOnly: boolean): string {
  const lines = written.split("\n").map((line, index) => (index === 0 ? "" : (/^[ \t>]*/.exec(line)?.[0] ?? "")));
  return isOnly ? `<!--${lines.join("\n")}-->` : lines.join("\n");
}

function isAlone(text: string, start: number, end: number): boolean {
  return markers.test(lineBefore(text, start)) && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 100));
}

function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.slice(before.lastIndexOf("\n") + 1);
}

function isNote(before: string, content: string): boolean {
  if (content.trim() === "") return false;
  if (markers.test(before)) return true;
  const words = content.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const isCalculation = words.length > 1 && operand.test(first) && operand.test(last);
  return !isCalculation && !(number.test(last) && number.test(before.trim().split(/\s+/).at(-1) ?? ""));
}

const number = /^[\d.,]+$/;
const operand = /^(?:\w[,;]?|[\d.,]+|.*[)\]])$/; // a number, a variable or a call
