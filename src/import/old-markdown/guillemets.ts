import { mapProse } from "../../content/markup/dialects/lines/markdown-lines.ts";
import { FormulaPlaces } from "../../content/markup/formulas/formula-places.ts";
import { RawHtmlLines } from "./raw-html-lines.ts";

const pair = /(?<![\\<])<<(?!<)( ?)([^\s<>](?:[^<>\n]{0,200}[^\s<>])?)( ?)>>(?!>)/g;

/**
 * Writes the quotation marks that kramdown shows for `<<words>>`: «words». In CommonMark, the words are a tag, and lost. Spaces within
 * the marks do not break, as in kramdown. Code, formulas and blocks of HTML stay as they are.
 */
export function writeGuillemets(text: string): string {
  if (!text.includes("<<")) return text;
  const formulas = new FormulaPlaces(text, "markdown");
  const html = new RawHtmlLines(text, false);
  return mapProse(text, (prose, start) =>
    prose.replace(pair, (found: string, before: string, words: string, after: string, offset: number) => {
      const at = start + offset;
      if (formulas.has(at) || html.has(at)) return found;
      return `«${before && "\u00a0"}${words}${after && "\u00a0"}»`;
    }),
  );
}
