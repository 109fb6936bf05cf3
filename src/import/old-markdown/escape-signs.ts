import { emojiNamed, loadEmoji } from "../../content/markup/dialects/inline/emoji.ts";
import { mapProse } from "../../content/markup/dialects/lines/markdown-lines.ts";
import { FormulaPlaces } from "../../content/markup/formulas/formula-places.ts";
import type { Sign } from "./markdown-rules.ts";
import { RawHtmlLines } from "./raw-html-lines.ts";

// Tags, addresses and template tags, which stay as they are; then signs around words.
const parts = [
  String.raw`<[^<>\n]{1,500}>`,
  String.raw`\]\([^()\n]{0,500}\)`,
  String.raw`[a-z]{2,9}:\/\/[^\s<>]{1,500}`,
  String.raw`\{[{%][^{}\n]{0,500}[}%]\}`,
  String.raw`\\[\s\S]`,
  String.raw`(?<!~)(~)(?![~\s])[^~\n]{1,200}(?<!\s)~(?!~)`,
  String.raw`(?<![\^[])(\^)(?![\^\s])[^\s^]{1,100}\^(?!\^)`,
  String.raw`(?<!=)(==)(?![=\s])[^=\n]{1,200}(?<!\s)==(?!=)`,
  "(?<![A-Za-z0-9:/])(:)([a-z0-9_+-]{1,50}):(?![A-Za-z0-9/])",
];
const pieces = new RegExp(parts.join("|"), "g");

/**
 * Escapes signs that the old parser did not read, but our Markdown does: `~struck out~`, `^superscript^`, `==mark==`, `:tada:`. Code,
 * formulas, blocks of HTML, tags and addresses stay as they are.
 * @param isCommonMark true if the old parser follows CommonMark
 */
export function escapeSigns(text: string, signs: readonly Sign[], isCommonMark: boolean): string {
  if (!signs.some((sign) => text.includes(sign))) return text;
  const formulas = new FormulaPlaces(text, "markdown");
  const html = new RawHtmlLines(text, isCommonMark);
  const escapeIn = (prose: string, start: number): string =>
    prose.replace(pieces, (found, ...[tilde, caret, equals, colon, name, offset]: (string | number | undefined)[]) => {
      const sign = tilde ?? caret ?? equals ?? colon;
      if (typeof sign !== "string" || typeof offset !== "number") return found;
      const at = start + offset;
      if (formulas.has(at) || html.has(at)) return found;
      const isShown = signs.some((each) => each === sign);
      if (typeof name === "string") return isShown && emojiNamed(name, loadEmoji()) !== undefined ? `\\${found}` : found;
      const inner = escapeIn(found.slice(sign.length, -sign.length), at + sign.length);
      if (formulas.has(at + found.length - 1)) return found;
      const written = isShown ? sign.replace(/./g, String.raw`\$&`) : sign;
      return written + inner + written;
    });
  return mapProse(text, escapeIn);
}
