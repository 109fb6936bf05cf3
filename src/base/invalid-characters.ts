// The characters of windows-1252 at 0x80–0x9F. Such codes come from text that was decoded as Latin-1 by mistake; HTML parsers repair
// them in the same way (HTML Standard §13.2.5.80). Undefined positions contain the replacement.
const replacement = "□";
const windows1252 = "€□‚ƒ„…†‡ˆ‰Š‹Œ□Ž□□‘’“”•–—˜™š›œ□žŸ";

// Characters that are not XML 1.0 Char (§2.2), or HTML parse errors ("control-character", "noncharacter"), or BadCharacters of the W3C
// validator: controls except tab, newline and return; lone surrogates; noncharacters; U+FFFD.
const invalid = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

function substitute(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0b || code === 0x0c) return "\n"; // vertical tab and form feed ended lines on old systems
  if (code < 0x20) return String.fromCodePoint(0x2400 + code); // ␀ … ␟ show the original character
  if (code === 0x7f) return "␡";
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? replacement;
  return replacement;
}

/** Returns whether a text contains a character that is not allowed in feeds. */
export function hasInvalidCharacters(text: string): boolean {
  return text.search(invalid) >= 0;
}

/** Returns the name of a character's code point, such as `U+0007`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Replaces each character that is not allowed in feeds with a visible substitute.
 * @param onReplaced called with each replaced character and its offset in UTF-16 units
 */
export function replaceInvalidCharacters(text: string, onReplaced: (character: string, offset: number) => void): string {
  return text.replace(invalid, (character, offset: number) => {
    onReplaced(character, offset);
    return substitute(character);
  });
}

/** Describes a replaced character as a problem. @param written the character as it is written, such as `&#7;` */
export function describeReplacement(
  character: string,
  written: string = codePointName(character),
): { readonly severity: "warning"; readonly message: string } {
  return {
    severity: "warning",
    message: `Cannot keep the character ${written}: it is not allowed in feeds; it was replaced`,
  };
}
