import { verbatimParts } from "./verbatim-parts.ts";
import { positionOf, withExcerpt, type XmlError } from "./xml-error.ts";

/** The remedy for a program of PHP that was published as it is, a sentence without its full stop. */
export const phpSourceAdvice = "The server sends the program instead of running it: name the file .php, and check that the server runs PHP";

/** The remedy for markers of Git in a document, a sentence without its full stop. */
export const conflictAdvice =
  "Finish the merge: keep one version of what is between <<<<<<< and >>>>>>>, remove the three markers, and publish again";

const marker = /^<{7}(?:\s|$)/;

/** Returns whether a text begins with the line with which Git marks a conflict. */
export function isConflict(text: string): boolean {
  return marker.test(text);
}

/** Returns whether a text contains code of PHP. */
export function hasPhpSource(text: string): boolean {
  return /<\?(?:php\s|=)/i.test(text);
}

/**
 * Explains an error by what should not have been published: a marker of Git on its line, or code of PHP before it.
 * @param offset UTF-16 units up to the place where the parser noticed the error
 */
export function explainSource(document: string, offset: number): XmlError | undefined {
  const line = document.lastIndexOf("\n", offset - 2) + 1;
  if (isConflict(document.slice(line, line + marked))) {
    const reason = withExcerpt("a conflict marker of Git: a merge was not finished", document, line);
    return { ...positionOf(document, line), reason, advice: conflictAdvice };
  }
  const source = findPhpSource(document.slice(0, offset));
  if (source < 0) return undefined;
  return {
    ...positionOf(document, source),
    reason: withExcerpt("code of PHP that was not run", document, source),
    advice: phpSourceAdvice,
  };
}

const marked = 8; // UTF-16 units of a marker with the space after it

function findPhpSource(text: string): number {
  const markup = /<(?:!\[CDATA\[|!--|\?(?:php\s|=))/gi;
  for (let found = markup.exec(text); found !== null; found = markup.exec(text)) {
    const part = verbatimParts.find(({ start }) => start === found?.[0]);
    if (part === undefined) return found.index;
    const end = text.indexOf(part.end, markup.lastIndex);
    if (end < 0) return -1;
    markup.lastIndex = end;
  }
  return -1;
}
