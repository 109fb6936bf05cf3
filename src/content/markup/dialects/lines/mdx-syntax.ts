import { mapProse } from "./markdown-lines.ts";

/**
 * Writes what other dialects have, but MDX rejects, in its own syntax: comments of HTML as `{/* … *\/}`, and ids of headings escaped.
 * Docusaurus accepts both. The number of lines stays the same.
 */
export function repairMdx(text: string): string {
  if (!text.includes("<!--") && !text.includes("#")) return text;
  return mapProse(text, escapeIds, (piece) => (/^<!--[\s\S]*-->$/.test(piece) ? commentOf(piece) : piece));
}

function commentOf(html: string): string {
  return `{/*${html.slice(4, -3).replaceAll("*/", "* /")}*/}`;
}

// An expression cannot begin with `#`, so that nothing else is meant. {/* #id */} is the newer spelling.
function escapeIds(text: string): string {
  if (!text.includes("{")) return text;
  return text.replace(/(?<!\\)\{(?:\/\*[ \t]*)?(#[^{}*\n]{1,200})(?:\*\/)?\}(?=[ \t]*$)/gm, "\\{$1}");
}
