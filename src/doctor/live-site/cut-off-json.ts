import { positionOf, withExcerpt } from "../../conformance/xml/xml-error.ts";
import type { Finding } from "./finding.ts";

/** The reason why JSON cannot be parsed if its end is missing, and the remedy. */
interface CutOffJson extends Required<Pick<Finding, "location">> {
  readonly reason: string;
  readonly advice: string;
}

/** Explains a syntax error at the end of JSON; undefined for an error elsewhere. @param message that of V8 */
export function explainCutOff(text: string, message: string): CutOffJson | undefined {
  const end = text.trimEnd().length;
  const position = /^Unexpected end of JSON/.test(message) ? end : Number(/ at position (\d+)/.exec(message)?.[1] ?? 0);
  if (end === 0 || position < end) return undefined;
  const { column, line } = positionOf(text, end);
  const { closing, isInText } = findOpen(text);
  const isAfterValue = !isInText && /[}\]]$/.test(text.slice(end - 1, end));
  const remedy = isAfterValue ? `; otherwise, write ${closing} at its end` : "";
  const missing = isInText ? "a text is never ended" : `${closing} is missing`;
  return {
    reason: withExcerpt(`the document ends, and ${missing}: it may be cut off`, text, end),
    location: { line, column },
    advice: `Find out why it ends early, such as an error of the program that writes it${remedy}`,
  };
}

const maxClosing = 20; // characters that are shown

/** Returns the brackets that would close what is open at the end of JSON. */
function findOpen(text: string): { readonly closing: string; readonly isInText: boolean } {
  const open: string[] = [];
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isInText && character === "\\") at++;
    else if (character === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (character === "{" || character === "[") open.push(character === "{" ? "}" : "]");
    else if (character === "}" || character === "]") open.pop();
  }
  return { closing: open.reverse().join("").slice(0, maxClosing) || "its rest", isInText };
}
