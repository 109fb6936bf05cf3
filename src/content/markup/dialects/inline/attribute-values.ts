import type { Root } from "hast";
import { firstPlaceholder, parseAttributeList, parseSettingList, showSigns } from "../lines/attribute-list.ts";
import { mapProse } from "../lines/markdown-lines.ts";
import { mapTexts } from "./map-texts.ts";

const code = "\uFDD1";
const name = "[\\w:-]{1,50}";
const quoted = "\"(?:[^\"\\\\]|\\\\[\\s\\S]){0,5000}\"|'(?:[^'\\\\]|\\\\[\\s\\S]){0,5000}'";
const part = new RegExp(`[#.][^\\s{}"'=\\\\]{1,200}|${name}=(?:${quoted}|[^\\s{}"'\\\\]{1,200})|[A-Za-z][\\w-]{0,50}(?=[\\s}])`, "y");
const space = /[ \t]{0,20}(?:\n[ \t>]{0,40}){0,3}/y;
const maxParts = 30;
const value = new RegExp(`(?<=[\\s{]${name}=)(?:${quoted})`, "g");
const special = /["'\\{}*_`<>[\]~^$|&!=+:\n]/;
const maxHeading = 1000; // UTF-16 units: a line may have many braces
const heading = /^[ \t>]{0,20}#{1,6}[ \t]/;

/**
 * Replaces the signs in the values of attributes with placeholders, which no parser takes for Markdown or for the end of the list:
 * `![](a.png){fig-alt="A \"*b*\" {c}"}`. Pandoc permits all of them, and line breaks. The number of lines stays the same.
 */
export function hideValues(text: string): string {
  if (!/=["']/.test(text) || !/[)\]`*_ \t]\{/.test(text)) return text;
  const masked = mapProse(
    text,
    (prose) => prose,
    (piece) => piece.replace(/[^\n]/g, code),
  );
  let [hidden, done] = ["", 0];
  for (let start = masked.indexOf("{"); start >= 0; start = masked.indexOf("{", start + 1)) {
    if (start < done || !mayFollow(masked, start)) continue;
    const end = endOfList(masked, start);
    const written = end === undefined ? undefined : withoutSigns(text.slice(start, end), /[ \t]/.test(masked.charAt(start - 1)));
    if (end === undefined || written === undefined) continue;
    hidden += text.slice(done, start) + written;
    done = end;
  }
  return hidden + text.slice(done);
}

// A list is directly after an element, or at the end of a heading.
function mayFollow(masked: string, start: number): boolean {
  const before = masked.charAt(start - 1);
  if (/[)\]*_]/.test(before) || before === code) return true;
  if (!/[ \t]/.test(before)) return false;
  const near = masked.slice(Math.max(0, start - maxHeading), start);
  return heading.test(near.slice(near.lastIndexOf("\n") + 1));
}

function endOfList(text: string, start: number): number | undefined {
  let at = endOf(space, text, start + 1);
  for (let count = 0; count < maxParts; count++) {
    const end = endOf(part, text, at);
    if (end === at) return undefined;
    at = endOf(space, text, end);
    if (text[at] === "}") return at + 1;
  }
  return undefined;
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

// Returns undefined for a list that needs no placeholders, and for text.
function withoutSigns(found: string, isOfHeading: boolean): string | undefined {
  if (/\n[ \t>]*\n/.test(found)) return undefined;
  const written = found.replace(value, (whole) => (special.test(whole.slice(1, -1)) ? `"${placeholdersOf(whole.slice(1, -1))}"` : whole));
  if (written === found) return undefined;
  const inner = written.slice(1, -1).replace(/\n[ \t>]*/g, "\n");
  const isList = parseAttributeList(inner) !== undefined || (!isOfHeading && parseSettingList(inner) !== undefined);
  return isList ? written : undefined;
}

function placeholdersOf(inner: string): string {
  const lines = inner.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/\n[ \t>]*/g, "\n");
  return lines.replace(/[!-/:-@[-`{-~]/g, (sign) => String.fromCharCode(firstPlaceholder + sign.charCodeAt(0)));
}

/** Returns whether a text has placeholders. */
export function hasHiddenValues(text: string): boolean {
  return /[\uF721-\uF77E]/.test(text);
}

/** Shows the signs of values in texts that are no attributes. */
export function showValues(tree: Root): void {
  mapTexts(tree, showSigns);
}
