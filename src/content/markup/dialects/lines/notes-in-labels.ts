import { mapProse } from "./markdown-lines.ts";

const reference = "\\[\\^[^[\\]\\s]{1,100}\\]";
const label = `(?:[^[\\]]|${reference}){0,1000}`;
const target = "\\]\\((?:[^()\\n]|\\([^()\\n]{0,200}\\)){0,1000}\\)";
const references = new RegExp(reference, "g");

// A picture or a link with an address, one with the label of its address, and a picture in a link, whose note is moved out of it already.
const withAddress = new RegExp(`(!?\\[)(${label})(${target})`, "g");
const withLabel = new RegExp(`(!?\\[)(${label})(\\]\\[(?!\\^)([^[\\]\\n]{1,100})\\])`, "g");
const around = new RegExp(`(\\[)(!\\[[^[\\]]{0,1000}${target}(?:${reference}){1,9})(${target})`, "g");

/**
 * Moves the references of footnotes from the texts of pictures and links behind them: `![A caption.[^1]](a.png)`. A reference is a link,
 * and parsers show a link around it, or a picture with it, as text. The number of lines stays the same.
 */
export function moveNotesFromLabels(text: string, isMdx = false): string {
  if (!/\[\^[^[\]]{1,100}\][^[\]]{0,1000}\][[(]/.test(text)) return text;
  const lower = text.toLowerCase();
  const isDefined = (label: string) => lower.includes(`${label.toLowerCase()}:`);
  const move = (written: string, start: string, words: string, end: string, name?: unknown) => {
    const notes = words.match(references)?.filter(isDefined) ?? [];
    if (notes.length === 0 || /\n[ \t>]*\n/.test(words) || (typeof name === "string" && !isDefined(`[${name}]`))) return written;
    const rest = words.replace(references, (note) => (notes.includes(note) ? "" : note)).trimEnd();
    return rest.trim() === "" && start === "[" ? written : `${start}${rest}${end}${notes.join("")}`;
  };
  return mapProse(text, (prose) => prose.replace(withAddress, move).replace(withLabel, move).replace(around, move), undefined, isMdx);
}
