import { LimitError, shown } from "./limit-error.ts";

/** The maximum length, in UTF-16 units, of one entry's content, and of a part of an export that is kept in memory. */
export const maxContentLength = 16 * 1024 * 1024;
const maxPieces = 600_000;

/**
 * Checks HTML or text before it is parsed. Words count too: inside a tag, each word is an attribute.
 * @throws LimitError
 */
export function checkContent(text: string): void {
  if (text.length > maxContentLength) refuse(`its content has more than ${shown(maxContentLength)} characters`);
  const pieces = countPieces(text);
  if (pieces > maxPieces) refuse(`its content has more than ${shown(maxPieces)} words, lines and tags`);
}

// The characters that may end a word, an attribute, a tag or a shortcode.
const separators = new Set([..." \t\n\f\r<[/="].map((character) => character.charCodeAt(0)));

function countPieces(text: string): number {
  let pieces = 0;
  for (let index = 0; index < text.length; index++) if (separators.has(text.charCodeAt(index))) pieces++;
  return pieces;
}

function refuse(reason: string): never {
  throw new LimitError(reason, "shorten it in the source, or write the article by hand");
}
