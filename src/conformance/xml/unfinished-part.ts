import { verbatimParts } from "./verbatim-parts.ts";
import { positionOf, withExcerpt, type XmlError } from "./xml-error.ts";

/**
 * Finds the CDATA section, comment or instruction that nothing ends: the rest of the document belongs to it. Returns undefined if the
 * document is cut off within it, since the end is then the place to look at.
 */
export function findUnfinishedPart(document: string): XmlError | undefined {
  if (!/<\/(?:rss|[\w-]*:?(?:feed|RDF))\s*>\s*$/.test(document.slice(-maxEnd))) return undefined;
  const markup = /<(?:!\[CDATA\[|!--|\?)/g;
  for (let found = markup.exec(document); found !== null; found = markup.exec(document)) {
    const at = found.index;
    const part = verbatimParts.find(({ start }) => start === found?.[0]);
    const end = part === undefined ? -1 : document.indexOf(part.end, markup.lastIndex);
    if (part !== undefined && end < 0) return describe(document, at, part);
    markup.lastIndex = end;
  }
  return undefined;
}

const maxEnd = 200; // UTF-16 units

function describe(document: string, at: number, { end, name, start }: (typeof verbatimParts)[number]): XmlError {
  const reason = withExcerpt(`${name} begins here, and no ${end} ends it`, document, at);
  return { ...positionOf(document, at), reason, advice: `Write ${end} at the end of what ${start} begins` };
}
