import { codeEnd } from "./find-code.ts";
import { KnownLines } from "./known-lines.ts";

/** MDX with marks instead of the lines of its template strings, so that no dialect changes them. */
export interface HiddenTemplates {
  /** It has as many lines as before. */
  readonly text: string;
  /** Puts the lines back into the text, or into what it was rewritten to. */
  restore(text: string): string;
}

// Noncharacters of Unicode, which no text may contain.
const open = "\uFDE0";
const close = "\uFDE1";
const mark = /\uFDE0(\d+)\uFDE1/g;

const fence = "^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)]) +)?(?:`{3,}|~{3,})[^\\n]*$";
const inCode = "[{=(\\[,:+?]\\s{0,200}(?:String\\.raw)?`(?!`)"; // {`a`}, export const a = `b`, {{ __html: `a` }}
const pieces = new RegExp(`\\\\[^\\n]|(?<fence>${fence})|(?<template>${inCode})|(?<span>\`+)`, "gm");

/** Hides the template strings in MDX: `` <pre>{`a`}</pre> ``. Returns undefined for a text without them. */
export function hideTemplates(source: string): HiddenTemplates | undefined {
  if (!source.includes("`") || source.includes(open)) return undefined;
  const known = new KnownLines(source, "mdx");
  const lines: string[] = [];
  let [text, done] = ["", 0];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(source); match !== null; match = pieces.exec(source)) {
    const { 0: piece, groups = {}, index } = match;
    const start = index + piece.length;
    const end = groups["template"] !== undefined && isInCode(source, index) ? endOfTemplate(source, start) : undefined;
    if (end !== undefined) {
      text += source.slice(done, start) + hidden(source.slice(start, end), lines);
      done = end;
      pieces.lastIndex = end + 1;
    } else if (groups["template"] !== undefined)
      pieces.lastIndex = start - 1; // a code span
    else if (groups["fence"] !== undefined || groups["span"] !== undefined)
      pieces.lastIndex = Math.max(start, codeEnd(source, index, piece, known));
  }
  if (lines.length === 0) return undefined;
  return {
    text: text + source.slice(done),
    restore: (rewritten) => rewritten.replace(mark, (_, line: string) => lines[Number(line)] ?? ""),
  };
}

// The signs of quotations and the indentation stay: a container may change them.
function hidden(written: string, lines: string[]): string {
  return written
    .split("\n")
    .map((line, index) => {
      const prefix = index === 0 ? "" : (/^[ \t>]*/.exec(line)?.[0] ?? "");
      lines.push(line.slice(prefix.length));
      return `${prefix}${open}${lines.length - 1}${close}`;
    })
    .join("\n");
}

// After an open brace, or in the line of an export. Prose has code spans after the same signs.
function isInCode(source: string, index: number): boolean {
  if (source[index] === "{") return true;
  const before = source.slice(Math.max(0, index - 300), index);
  return before.lastIndexOf("{") > before.lastIndexOf("}") || /(?:^|\n)export[ \t][^\n]*$/.test(before);
}

function endOfTemplate(source: string, start: number): number | undefined {
  for (let index = start; index < source.length; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === "`") return index;
  }
  return undefined;
}
