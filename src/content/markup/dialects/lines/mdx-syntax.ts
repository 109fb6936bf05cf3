import { mapProse, markdownLines } from "./markdown-lines.ts";
import { escapeDirectives } from "./mdx-directives.ts";

/**
 * Writes what other dialects have, but MDX rejects, in its own syntax: comments of HTML as `{/* … *\/}`, and escaped the attributes of
 * directives and the ids of headings. Docusaurus accepts all of them. The lines keep their numbers.
 */
export function repairMdx(written: string): string {
  const text = escapeDirectives(separateImports(written));
  if (!text.includes("<!--") && !text.includes("#")) return text;
  let isInComment = false;
  const convertProse = (prose: string) => {
    const [start, end] = [prose.lastIndexOf("{/*"), prose.lastIndexOf("*/}")];
    if (start !== end) isInComment = start > end;
    return escapeIds(prose);
  };
  const convertPiece = (piece: string) => {
    if (!/^<!--[\s\S]*-->$/.test(piece)) return piece;
    return isInComment ? withoutMarks(piece) : commentOf(piece);
  };
  return mapProse(text, convertProse, convertPiece, true);
}

// Comments of MDX cannot be in each other: {/* <!-- truncate --> */}.
function withoutMarks(html: string): string {
  return html.includes("*/") ? html : html.slice(4, -3);
}

const wholeImport = /^import\s[^"'\n]{0,500}["'][^"'\n]{1,500}["'];?[ \t]*$/;

// In MDX 1, an import ends with its line; since MDX 2, with a blank line. Such imports move to the end.
function separateImports(text: string): string {
  if (!/^import\s/m.test(text)) return text;
  const lines = markdownLines(text, true);
  if (lines.at(-1)?.isVerbatim) return text;
  const moved: string[] = [];
  const kept = lines.map(({ isVerbatim, text: line }, index) => {
    const [former = "", next = ""] = [lines[index - 1]?.text, lines[index + 1]?.text];
    const isInParagraph = former.trim() !== "" && !wholeImport.test(former);
    if (isVerbatim || isInParagraph || next.trim() === "" || /^(?:import|export)\s/.test(next) || !wholeImport.test(line)) return line;
    moved.push(line);
    return "";
  });
  return moved.length === 0 ? text : [...kept, "", ...moved, ""].join("\n");
}

function commentOf(html: string): string {
  return `{/*${html.slice(4, -3).replaceAll("*/", "* /")}*/}`;
}

// An expression cannot begin with `#`, so that nothing else is meant. {/* #id */} is the newer spelling.
function escapeIds(text: string): string {
  if (!text.includes("{")) return text;
  return text.replace(/(?<!\\)\{(?:\/\*[ \t]*)?(#[^{}*\n]{1,200})(?:\*\/)?\}(?=[ \t]*$)/gm, "\\{$1}");
}
