import { blockElements } from "../../content/html/block-elements.ts";
import { verbatimParts } from "./verbatim-parts.ts";

const blocks = [...blockElements].join("|");
const opening = new RegExp(`<(?:${blocks})\\b`, "gi");
const closing = new RegExp(`</(?:${blocks})\\s*>`, "gi");
const beginsBlock = new RegExp(`^</?(?:${blocks})\\b`, "i");

/**
 * Makes paragraphs of text as WordPress has stored it since its beginning: an empty line ends a paragraph, any other line
 * break is one, and blocks of HTML stay as they are.
 */
export function wordpressParagraphs(text: string): string {
  const kept: string[] = [];
  // Private characters stand for what stays to the letter while the rest is taken apart.
  const held = verbatimParts(text).map((part) => {
    if (!part.isVerbatim) return part.text.replace(/[\uE000\uE001]/g, "");
    const mark = `\uE000${kept.push(part.text) - 1}\uE001`;
    return /^<code\b/i.test(part.text) ? mark : `\n\n${mark}\n\n`;
  });
  const apart = held
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
