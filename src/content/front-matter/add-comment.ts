import { findFrontMatter } from "./find-front-matter.ts";

/**
 * Adds comments to the front matter of an article, or an empty front matter with them. Front matter that is not closed gets them after
 * its first line. An article is returned unchanged if its front matter is JSON, which has no comments, JavaScript, or without an opening line.
 * @param comments creates the comments, one line each, from a function that returns where a line of the text will be
 */
export function addComments(text: string, comments: (lineAfter: (line: number) => number) => readonly string[]): string {
  const { length: count } = comments((line) => line);
  const lines = (lineAfter: (line: number) => number) =>
    comments(lineAfter)
      .map((comment) => `# ${comment.replace(/\s+/g, " ")}\n`)
      .join("");
  const place = placeOf(text);
  if (place === undefined) return text;
  if (place.line === 0) return `---\n${lines((line) => line + count + 2)}---\n${text}`;
  const added = lines((line) => (line < place.line ? line : line + count));
  return text.slice(0, place.offset) + added + text.slice(place.offset);
}

/** The beginning of the lines between the fences. */
interface Place {
  /** From 1; 0 if there is no front matter. */
  readonly line: number;
  readonly offset: number;
}

// Undefined if it cannot have comments.
function placeOf(text: string): Place | undefined {
  const blank = /^[\s\u200b\u2060]*/.exec(text)?.[0] ?? "";
  const opening = /^(?:---|\+\+\+)[^\n]*\n/.exec(text.slice(blank.length))?.[0];
  const found = kindOf(text);
  if (found === "none") return { line: 0, offset: 0 };
  if (found === "other" || opening === undefined || /^---[ \t]*j/i.test(opening)) return undefined;
  return { line: blank.split("\n").length + 1, offset: blank.length + opening.length };
}

function kindOf(text: string): "none" | "commentable" | "other" {
  try {
    const found = findFrontMatter(text);
    if (found === undefined) return "none";
    return found.syntax === "YAML" || found.syntax === "TOML" ? "commentable" : "other";
  } catch {
    return "commentable"; // it is not closed
  }
}
