import { plural } from "../../../base/plural.ts";
import { codeEnd, codeStart } from "../../../content/markup/code/find-code.ts";
import { KnownLines } from "../../../content/markup/code/known-lines.ts";

const pieces = new RegExp(`${codeStart}|%%`, "gm");

/** The comments of Obsidian in the notes of a site: `%%…%%`, which may have many lines (help.obsidian.md/syntax, "Comments"). */
export class HiddenComments {
  #count = 0;

  /** Returns a text without its comments. Code is copied unchanged. */
  removeFrom(body: string): string {
    if (!body.includes("%%")) return body;
    const lines = new KnownLines(body);
    let [text, done] = ["", 0];
    pieces.lastIndex = 0;
    for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
      const { 0: piece, index } = match;
      const end = piece === "%%" ? endOfComment(body, index) : undefined;
      if (end === undefined) {
        pieces.lastIndex = piece === "%%" ? index + 2 : Math.max(codeEnd(body, index, piece, lines), index + 1);
        continue;
      }
      text += body.slice(done, index);
      [done, pieces.lastIndex] = [end, end];
      this.#count++;
    }
    return text + body.slice(done);
  }

  /** Returns the sentence about the comments that were removed, if there were any. */
  get notes(): readonly string[] {
    return this.#count === 0 ? [] : [`Removed ${plural(this.#count, "comment")} of Obsidian (%%…%%), which readers must not see`];
  }
}

// Without an end, a comment that begins a line extends to the end of the text; within a line, the characters are text.
function endOfComment(body: string, start: number): number | undefined {
  const closing = body.indexOf("%%", start + 2);
  if (closing >= 0) return closing + 2;
  return start === 0 || body[start - 1] === "\n" ? body.length : undefined;
}
