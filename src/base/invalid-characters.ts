// What windows-1252 has at 0x80–0x9F. Such characters come from text that was read as Latin-1 by mistake; HTML parsers
// mend them in the same way (HTML Standard §13.2.5.80). Undefined positions hold the replacement.
const replacement = "□";
const windows1252 = "€□‚ƒ„…†‡ˆ‰Š‹Œ□Ž□□‘’“”•–—˜™š›œ□žŸ";

// Not XML 1.0 Char (§2.2), or HTML parse errors ("control-character", "noncharacter"), or what the W3C validator calls
// BadCharacters: controls but for tab, newline and return; lone surrogates; noncharacters; U+FFFD.
const invalid = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

function substitute(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0b || code === 0x0c) return "\n"; // vertical tab and form feed: old ways to end a line
  if (code < 0x20) return String.fromCodePoint(0x2400 + code); // ␀ … ␟ show what was there
  if (code === 0x7f) return "␡";
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? replacement;
  return replacement;
}

/** Whether a text has a character that no feed may carry. */
export function hasInvalidCharacters(text: string): boolean {
  return text.search(invalid) >= 0;
}

/** `U+0007` */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Replaces every character that no feed may carry by one that shows what was there, and tells of each.
 * @param onReplaced gets the character and its offset in UTF-16 units
 */
export function replaceInvalidCharacters(text: string, onReplaced: (character: string, offset: number) => void): string {
  return text.replace(invalid, (character, offset: number) => {
    onReplaced(character, offset);
    return substitute(character);
  });
}

/** What its author is told of a character that was replaced. */
export function describeReplacement(character: string): { readonly severity: "warning"; readonly message: string } {
  return { severity: "warning", message: `Cannot keep the character ${codePointName(character)}: no feed may carry it; it was replaced` };
}
