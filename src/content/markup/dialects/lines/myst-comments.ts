import { includesAny } from "../../../../base/includes-any.ts";
import { isCalloutKind } from "./callout-kinds.ts";
import { markdownLines } from "./markdown-lines.ts";

const directive = /^[ \t>]{0,20}(?:`{3,}|~{3,}|:{3,})\{([a-z][a-z:-]{1,40})\}/gm;
const directives =
  /^(?:figure|figure-md|image|math|code-block|code-cell|list-table|csv-table|toctree|tableofcontents|glossary|dropdown|card|card-carousel|grid|grid-item|grid-item-card|tab-set|tab-item|exercise|solution|prf:[a-z]+)$/;
const role = /\{(?:ref|numref|eq|doc|term|math|kbd|abbr|sub|sup|download|cite(?::[a-z]{1,10})?)\}`/;
const commentStart = /^ {0,3}(?:%|\+\+\+|\^\^\^)/m;
const comment = /^ {0,3}(?:%(?:[ \t]|$)|\+\+\+[ \t]*(?:$|\{)|\^\^\^[ \t]*$)/;

/**
 * Removes the comments of MyST, `% note`, its block breaks, `+++`, and the lines in its cards, `^^^` and `+++`, from text with directives
 * or roles of MyST. In other text, a percent sign may begin a line. The number of lines stays the same.
 * @param isOfMyst whether it had any before its directives were converted; undefined to search for them
 */
export function removeMystComments(text: string, isOfMyst?: boolean): string {
  if (!includesAny(text, "%", "+++", "^^^") || !commentStart.test(text) || !(isOfMyst ?? isMyst(text))) return text;
  return markdownLines(text, false)
    .map(({ isVerbatim, text: line }) => (!isVerbatim && comment.test(line) ? "<!---->" : line))
    .join("\n");
}

/** Returns whether a text has directives or roles of MyST. */
export function isMyst(text: string): boolean {
  if (role.test(text)) return true;
  return [...text.matchAll(directive)].some(([, name = ""]) => isCalloutKind(name) || directives.test(name));
}
