import { blockElements } from "../../content/html/block-elements.ts";
import { verbatimParts } from "./verbatim-parts.ts";

const blocks = [...blockElements].join("|");
const opening = new RegExp(`<(?:${blocks})\\b`, "gi");
const closing = new RegExp(`</(?:${blocks})\\s*>`, "gi");
const beginsBlock = new RegExp(`^</?(?:${blocks})\\b`, "i");

/**
 * Converts text in WordPress's classic format to paragraphs: an empty line ends a paragraph, any other line break becomes
 * `<br>`, and block elements are unchanged.
 */
export function wordpressParagraphs(text: string): string {
  const kept: string[] = [];
  // Private-use characters replace the verbatim parts while the rest is split.
  const marked = verbatimParts(text).map((part) => {
    if (!part.isVerbatim) return part.text.replace(/[\uE000\uE001]/g, "");
    const mark = `\uE000${kept.push(part.text) - 1}\uE001`;
    return /^<code\b/i.test(part.text) ? mark : `\n\n${mark}\n\n`;
  });
  const apart = marked
    .join("")
    .replace(opening, "\n\n$&")
    .replace(closing, "$&\n\n")
    .replace(/<blockquote\b[^<>]*>|<hr\b[^<>]*>/gi, "$&\n\n")
    .replace(/<\/blockquote/gi, "\n\n$&");
  const paragraphs = apart
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(paragraph);
  return paragraphs.join("\n").replace(/\uE000(\d+)\uE001/g, (_mark, index: string) => kept[Number(index)] ?? "");

  function paragraph(part: string): string {
    const [, whole] = /^\uE000(\d+)\uE001$/.exec(part) ?? [];
    if (beginsBlock.test(part) || (whole !== undefined && !/^<code\b/i.test(kept[Number(whole)] ?? ""))) return part;
    return `<p>${part.replace(/(?:<br\s?\/?>)?(?<![ \t])[ \t]*\n/gi, "<br>\n")}</p>`;
  }
}
