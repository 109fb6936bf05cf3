import { mapProse } from "../../content/markup/dialects/lines/markdown-lines.ts";
import { FormulaPlaces } from "../../content/markup/formulas/formula-places.ts";

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
];
const pieces = new RegExp(parts.join("|"), "g");

/**
 * Escapes the signs that neither kramdown nor Python-Markdown reads, but our Markdown does: `~struck out~`, `^superscript^`, `==mark==`. Code,
 * formulas, tags and addresses stay as they are.
 */
export function escapeSigns(text: string): string {
  if (!/[~^]|==/.test(text)) return text;
  const formulas = new FormulaPlaces(text, "markdown");
  let done = 0;
  const escapeIn = (prose: string) => {
    const start = done;
    done += prose.length;
    return prose.replace(pieces, (found, ...[tilde, caret, equals, offset]: (string | number | undefined)[]) => {
      const sign = tilde ?? caret ?? equals;
      if (typeof sign !== "string" || typeof offset !== "number") return found;
      const at = start + offset;
      if (formulas.has(at) || formulas.has(at + found.length - 1)) return found;
      const escaped = sign.replace(/./g, String.raw`\$&`);
      return escaped + found.slice(sign.length, -sign.length) + escaped;
    });
  };
  const pass = (code: string) => {
    done += code.length;
    return code;
  };
  return mapProse(text, escapeIn, pass);
}
