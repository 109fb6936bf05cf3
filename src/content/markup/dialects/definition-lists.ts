import { markdownLines } from "./markdown-lines.ts";

const definition = /^[ \t>]*:[ \t]+\S/m;

/** Returns whether a text may contain a definition list (kramdown, Hugo, PHP Markdown Extra, Pandoc): `Term`, then `: its definition`. */
export function mayDefine(text: string): boolean {
  return definition.test(text);
}

/** The maximum number of terms before a definition. More lines are a paragraph. */
export const maxTerms = 3;
const maxTermLength = 120;

/** Escapes the colons that begin a line of prose, since parsers would make a definition of it: `Note:`, then `: see below`. */
export function escapeColons(text: string, isMdx: boolean): string {
  if (!mayDefine(text)) return text;
  const lines = markdownLines(text, isMdx);
  let terms: string[] = []; // the lines of the paragraph so far
  let [isBlank, isDefined] = [true, false];
  const written = lines.map(({ isVerbatim, text: line }) => {
    const content = line.replace(/^[ \t>]+/, "");
    if (content === "") isBlank = true;
    else if (isVerbatim) [terms, isBlank, isDefined] = [[], false, false];
    else if (/^:[ \t]+\S/.test(content)) {
      isDefined ||= terms.length > 0 && terms.length <= maxTerms && terms.every(isTerm);
      [terms, isBlank] = [[], false];
      if (!isDefined) return `${line.slice(0, line.length - content.length)}\\${content}`;
    } else {
      if (isBlank) terms = [];
      if (isBlank && !/^(?: {2,}|\t)/.test(line)) isDefined = false; // an indented line may continue the definition
      terms.push(content);
      isBlank = false;
    }
    return line;
  });
  return written.join("\n");
}

/** Returns whether a line can be a term: it is no sentence, no heading and no part of a list or table. `etc.` is a term. */
export function isTerm(line: string): boolean {
  if (line.length > maxTermLength || /[:;,]\s*$/.test(line) || /^(?:#{1,6}\s|[-+*]\s|\||\d+[.)]\s|<|!\[)/.test(line)) return false;
  return !line.trimEnd().endsWith(".") || line.trim().split(/\s+/).length <= 3;
}
