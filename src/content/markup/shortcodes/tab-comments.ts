import { codeEnd, codeStart } from "../code/find-code.ts";
import { KnownLines } from "../code/known-lines.ts";

const mark = "^(?<prefix>[ \\t>]{0,40})<!--[ \\t]{0,9}(?:tab(?:[ \\t](?<words>[^<>\\n]{1,300}))?|(?<end>endtab)[ \\t]{0,9})-->[ \\t]{0,9}$";
const pieces = new RegExp(`${mark}|${codeStart}`, "gm");

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  /** Undefined for the end of a tab. */
  readonly title: string | undefined;
}

/**
 * Converts tabs in comments to containers: `<!-- tab Title@icon -->` until `<!-- endtab -->` in `{% tabs %}`, of Hexo's themes (NexT,
 * Butterfly, Volantis). A tab without a title or an end stays as it is. The number of lines stays the same.
 */
export function convertTabComments(text: string): string {
  if (!/\{%-?[ \t]{0,9}tabs\b/.test(text) || !text.includes("endtab")) return text;
  const marks = marksIn(text);
  let [written, done] = ["", 0];
  for (const [index, { end, prefix, start, title }] of marks.entries()) {
    const closing = marks[index + 1];
    if (!title || closing === undefined || closing.title !== undefined) continue;
    const first = `${prefix}:::tab[${title.replace(/[[\]{}]/g, "\\$&")}]`;
    written += `${text.slice(done, start)}${first}${text.slice(end, closing.start)}${closing.prefix}:::`;
    done = closing.end;
  }
  return written + text.slice(done);
}

function marksIn(text: string): Mark[] {
  const lines = new KnownLines(text);
  const marks: Mark[] = [];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const { 0: piece, groups: { end, prefix, words = "" } = {}, index: start } = match;
    if (prefix === undefined) pieces.lastIndex = Math.max(codeEnd(text, start, piece, lines), start + 1);
    else {
      const title = end === undefined ? words.replace(/@[^@]*$/, "").trim() : undefined;
      marks.push({ start, end: start + piece.length, prefix, title });
    }
  }
  return marks;
}
