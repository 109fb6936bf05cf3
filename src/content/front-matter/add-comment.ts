import { findFrontMatter } from "./find-front-matter.ts";
import { FrontMatterError } from "./front-matter-error.ts";

/** The key in JSON that has the comments. It is ignored. */
export const commentKey = "set_aside";

/**
 * Adds comments to the front matter of an article, or an empty front matter with them. Front matter that is not closed gets them after
 * its first line. JSON, which has no comments, gets a key with them.
 * @param comments creates the comments, one line each, from a function that returns where a line of the text will be
 */
export function addComments(text: string, comments: (lineAfter: (line: number) => number) => readonly string[]): string {
  const { length: count } = comments((line) => line);
  const { line: start, offset, write } = placeOf(text);
  const added = write(comments((line) => (line < start ? line : line + write(Array(count).fill("")).split("\n").length - 1)));
  return text.slice(0, offset) + added + text.slice(offset);
}

/** The place of the comments. */
interface Place {
  /** The first line, from 1, that is below them afterwards. */
  readonly line: number;
  readonly offset: number;
  /** Writes them. */
  readonly write: (comments: readonly string[]) => string;
}

const lines = (mark: string) => (comments: readonly string[]) =>
  comments.map((comment) => `${mark} ${comment.replace(/\s+/g, " ")}\n`).join("");

function placeOf(text: string): Place {
  const source = sourceOf(text);
  if (source === undefined) return { line: 1, offset: 0, write: (comments) => `---\n${lines("#")(comments)}---\n` };
  const blank = /^[\s\u200b\u2060]*/.exec(text)?.[0] ?? "";
  const opening = /^(?:---|\+\+\+|;;;)[^\n]*\n/.exec(text.slice(blank.length))?.[0] ?? "";
  const start = blank.length + opening.length;
  if (/^(?:;;;|---[ \t]*json)/i.test(opening) || (opening === "" && text[start] === "{"))
    return placeInObject(text, start, opening.startsWith(";"));
  if (opening === "") return at(text, source.bodyOffset - lastLine(text.slice(0, source.bodyOffset)).length, lines("#"));
  return at(text, start, lines(/^---[ \t]*j/i.test(opening) ? "//" : "#"));
}

function at(text: string, offset: number, write: Place["write"]): Place {
  return { line: text.slice(0, offset).split("\n").length, offset, write };
}

// The closing line of YAML without an opening line.
function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
}

// After the brace. What follows it keeps its column.
function placeInObject(text: string, start: number, isBare: boolean): Place {
  const brace = isBare ? start : Math.max(start, text.indexOf("{", start) + 1);
  const offset = brace + (/^[ \t\r]*\n/.exec(text.slice(brace))?.[0].length ?? 0);
  const column = offset - text.lastIndexOf("\n", offset - 1) - 1;
  const comma = /^\s*(?:\}|;;;)/.test(text.slice(offset)) ? "" : ",";
  return at(text, offset, (comments) => `"${commentKey}": ${JSON.stringify(comments)}${comma}\n${" ".repeat(column)}`);
}

function sourceOf(text: string): { readonly bodyOffset: number } | undefined {
  try {
    return findFrontMatter(text);
  } catch (error) {
    if (error instanceof FrontMatterError) return { bodyOffset: 0 }; // it is not closed
    throw error;
  }
}
