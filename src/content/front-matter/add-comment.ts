import { findFrontMatter } from "./find-front-matter.ts";

/**
 * Adds comments to the front matter of an article, or an empty front matter with them. Front matter that is not closed gets them after
 * its first line. JSON has no comments, and those of JavaScript differ: such an article is returned unchanged.
 * @param comments creates the comments, one line each, from a function that returns where a line of the text will be
 */
export function addComments(text: string, comments: (lineAfter: (line: number) => number) => readonly string[]): string {
  const { length: count } = comments((line) => line);
  const opening = /^(?:---|\+\+\+)[^\n]*\n/.exec(text)?.[0];
  const hasComments = opening !== undefined && !/js/i.test(opening);
  const lines = (lineAfter: (line: number) => number) =>
    comments(lineAfter)
      .map((comment) => `# ${comment.replace(/\s+/g, " ")}\n`)
      .join("");
  if (hasComments) return opening + lines((line) => (line === 1 ? 1 : line + count)) + text.slice(opening.length);
  return hasFrontMatter(text) ? text : `---\n${lines((line) => line + count + 2)}---\n${text}`;
}

function hasFrontMatter(text: string): boolean {
  try {
    return findFrontMatter(text) !== undefined;
  } catch {
    return true; // which is not closed
  }
}
