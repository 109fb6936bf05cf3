import { includesAny } from "../../../../base/includes-any.ts";
import { blockElements } from "../../../html/block-elements.ts";
import { guard } from "./guard.ts";
import { isBlank, type MarkdownLine, markdownLines } from "./markdown-lines.ts";

const definition = /^[ \t>]*:[ \t]+\S/m;

/** Returns whether a text may contain a definition list (kramdown, Hugo, PHP Markdown Extra, Pandoc): `Term`, then `: its definition`. */
export function mayDefine(text: string): boolean {
  return definition.test(text);
}

/** The maximum number of terms before a definition. More lines are a paragraph. */
export const maxTerms = 10;
const maxTermLength = 120;
const listMarkers = /^(?:(?:[-+*]|\d{1,9}[.)])[ \t]{1,4}){1,9}(?=\S)/; // several: `- - Term`

/** Escapes the colons that begin a line of prose, since parsers would make a definition of it: `Note:`, then `: see below`. */
export function escapeColons(text: string, isMdx: boolean): string {
  if (!mayDefine(text)) return text;
  const lines = markdownLines(text, isMdx);
  let terms: string[] = []; // the lines of the paragraph so far
  let [isBlank, isDefined] = [true, false];
  const written = lines.map(({ isVerbatim, text: line }) => {
    const content = line.replace(/^[ \t>]+/, "");
    if (content === "") isBlank = true;
    else if (!isVerbatim && isOwnBlock(content)) [terms, isBlank, isDefined] = [[], true, false];
    else if (isVerbatim && isDefined && /^(?: {2}|\t)/.test(line))
      [terms, isBlank] = [[], false]; // a part of the definition
    else if (isVerbatim) {
      const isInSpan = terms.length > 0 && content.startsWith(":"); // the parser would end the paragraph, and the code, before it
      [terms, isBlank, isDefined] = [[], false, false];
      if (isInSpan) return `${line.slice(0, line.length - content.length)}${guard}${content}`;
    } else if (/^:[ \t]+\S/.test(content)) {
      isDefined ||= terms.length > 0 && terms.length <= maxTerms && terms.every(isTerm);
      [terms, isBlank] = [[], false];
      if (!isDefined) return `${line.slice(0, line.length - content.length)}\\${content}`;
    } else {
      const words = content.replace(listMarkers, "");
      const isItem = words !== content;
      if (isBlank || isItem) terms = [];
      if (isItem || (isBlank && !/^(?: {2,}|\t)/.test(line))) isDefined = false; // an indented line may continue the definition
      terms.push(words);
      isBlank = false;
    }
    return line;
  });
  return written.join("\n");
}

// A heading, or a tag of HTML with Markdown in it.
function isOwnBlock(line: string): boolean {
  const [, heading, tag = ""] = /^(?:(#{1,6}[ \t])|<\/?([a-z][a-z0-9-]{0,30})(?:[\s/][^<>]{0,1000})?>$)/i.exec(line.trimEnd()) ?? [];
  return heading !== undefined || blockElements.has(tag.toLowerCase());
}

/**
 * Returns whether a line of Markdown can be a term: it is not a sentence, a heading, or a part of a list or table, and begins no HTML block
 * or callout. `etc.` is a term.
 */
export function isTerm(line: string): boolean {
  const shown = line.trim().replace(destination, "");
  if (shown.length > maxTermLength || /[:;,]$/.test(shown) || /^(?:#{1,6}\s|[-+*]\s|\||\d+[.)]\s|!\[|\[!|\[[ xX]\]\s)/.test(shown))
    return false;
  if (blockElements.has(/^<\/?([a-z][a-z0-9-]*)/i.exec(shown)?.[1]?.toLowerCase() ?? "")) return false;
  return !/\.[*_]{0,3}$/.test(shown) || shown.split(/\s+/).length <= 3;
}

const destination = /(?<=\])\([^()\s]{1,2000}\)/g; // of a link

const tildeLine = /^ {0,3}~[ \t]+(?=[\p{L}*_`["“(\uF8F0])/mu; // or a formula, which is hidden
const indentedTilde = /^ {1,3}~[ \t]/;
const wideTilde = /^ {0,3}~(?: {3}|\t)/; // after an empty line
const closedByMark = /[.!?…"”“»’]$/; // the end of a quotation, before the name of its author
const maxWords = 8; // of a term: a longer line is a sentence
const isSigned = (words: string) => /^(?:\p{Lu}[\p{L}.'’-]{0,30}(?:\s+|$)){1,4}$/u.test(words);

/**
 * Writes the definitions of Pandoc that begin with a tilde, `Term` and then `  ~ its definition`, with a colon. Other lines with a tilde stay
 * text: numbers, `~ 5 km`, items of lists, and the names of authors after quotations. One definition must be certain: it is indented, or
 * three spaces follow the tilde, and it is no name. The number of lines stays the same.
 */
export function convertTildeDefinitions(text: string): string {
  if (!includesAny(text, "~ ", "~\t") || !tildeLine.test(text)) return text;
  const lines = markdownLines(text, false);
  const found = new Set<number>();
  let isCertain = false;
  for (const [index, { isContinued, isVerbatim, text: line }] of lines.entries()) {
    if (isVerbatim || isContinued || !tildeLine.test(line) || !isDefined(lines, index, found)) continue;
    found.add(index);
    isCertain ||= (indentedTilde.test(line) || wideTilde.test(line)) && !isSigned(line.replace(/^[ ~\t]+/, "").trim());
  }
  if (!isCertain) return text;
  return lines.map(({ text: line }, index) => (found.has(index) ? line.replace("~", ":") : line)).join("\n");
}

// After its term, which is a paragraph of one line, or after another definition of it.
function isDefined(lines: readonly MarkdownLine[], index: number, found: ReadonlySet<number>): boolean {
  const isLoose = isBlank(lines[index - 1]);
  const before = isLoose ? index - 2 : index - 1;
  if (isLoose && !wideTilde.test(lines[index]?.text ?? "")) return false;
  if (found.has(before)) return true;
  const { isVerbatim = true, text = "" } = lines[before] ?? {};
  const words = text.trimEnd();
  if (isVerbatim || !/^[^\s>:~][^~]*$/.test(words) || words.split(/\s+/).length > maxWords || !isBlank(lines[before - 1])) return false;
  return isTerm(words) && !closedByMark.test(words.replace(/[*_`)]{1,4}$/, ""));
}
