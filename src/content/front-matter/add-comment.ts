import { findFrontMatter } from "./find-front-matter.ts";

/**
 * Adds comments to the front matter of an article, or an empty front matter with them. Front matter that is not closed gets them after
 * its first line. JSON has no comments, and those of JavaScript differ: such an article is returned unchanged.
 * @param comments one line each
 */
export function addComments(text: string, comments: readonly string[]): string {
  const lines = comments.map((comment) => `# ${comment.replace(/\s+/g, " ")}\n`).join("");
  const opening = /^(?:---|\+\+\+)[^\n]*\n/.exec(text)?.[0];
  const hasComments = opening !== undefined && !/js/i.test(opening);
  if (hasComments) return opening + lines + text.slice(opening.length);
  return hasFrontMatter(text) ? text : `---\n${lines}---\n${text}`;
}

function hasFrontMatter(text: string): boolean {
  try {
    return findFrontMatter(text) !== undefined;
  } catch {
    return true; // which is not closed
  }
}
