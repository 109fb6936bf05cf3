import type { Root } from "hast";
import { figureMark, guard } from "../lines/guard.ts";
import { mapProse } from "../lines/markdown-lines.ts";
import { mapTexts } from "./map-texts.ts";

const written = /[\uFDD0\uFDD2]|%EF%B7%9[02]/g;

const escaped = /\\[\s\S]/g;
const special = /^\\[=^:{![*]$/;

/**
 * Puts a guard after each escaped sign that begins a construct, as in `\==`: the tree no longer shows that it was escaped.
 * {@link removeGuards} removes them. (Tildes need none: `hideTildes` hides only those that are not escaped.)
 */
export function guardEscapes(text: string, isMdx = false): string {
  if (!/\\[=^:{![*]/.test(text)) return text;
  return mapProse(text, guardIn, undefined, isMdx);
}

// Emphasis depends on the characters next to its signs, so that only *[ gets a guard, and no bracket before emphasis: \[_word_].
function guardIn(text: string): string {
  return text.replace(escaped, (found, offset: number) => {
    const isSpecial =
      special.test(found) && (found !== "\\*" || text.startsWith("[", offset + 2)) && !isBeforeEmphasis(text, found, offset);
    return isSpecial ? found + guard : found;
  });
}

// A span needs the guard: \[_words_]{.class}.
function isBeforeEmphasis(text: string, sign: string, offset: number): boolean {
  if (!/^\\[:{![]$/.test(sign) || !/[*_]/.test(text.charAt(offset + 2))) return false;
  return sign !== "\\[" || !/^[^\]\n]{0,300}\]\{/.test(text.slice(offset + 2, offset + 304));
}

/** Returns whether a text has guards, or marks of figures. */
export function hasGuards(text: string): boolean {
  return text.includes(guard) || text.includes(figureMark);
}

/** Removes the guards of {@link guardEscapes} from a tree, and the marks of figures that no construct has used. */
export function removeGuards(tree: Root): void {
  mapTexts(tree, (text) => text.replace(written, ""));
}
