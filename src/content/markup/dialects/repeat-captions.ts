import { includesAny } from "../../../base/includes-any.ts";
import { figureMark } from "./lines/guard.ts";
import { isBlank, markdownLines } from "./lines/markdown-lines.ts";

const mayHave = /^[ \t>]{0,40}!\[[^\n]*(?:\n[^\n]+){0,19}\{[^{}\n]*(?:#fig[:-]|fig-alt=)/m;
const start = /^[ \t>]{0,40}!\[/;
const end = /^(?:\((?:[^()\\]|\\[\s\S]|\([^()]{0,500}\)){0,2000}\))\{[^{}]{0,5000}\}[ \t]*$/;
const numbered = /\{(?:[^{}]*[ \t\n])?#fig[:-]|fig-alt=/;
const markup = /[[\]*_`<\\~^=&@]/;
const notes = /\[\^[^[\]\s]{1,100}\]/g;
const maxLines = 20; // of a caption

/**
 * Repeats the captions of Pandoc's and Quarto's figures, `![A *caption*](a.png){#fig-a}`, behind their pictures if they contain Markdown:
 * parsers leave only the words of an alternative text. {@link convertNumberedFigures} reads the mark before the picture. The number of
 * lines stays the same.
 */
export function repeatCaptions(text: string): string {
  if (!includesAny(text, "#fig:", "#fig-", "fig-alt=") || !mayHave.test(text)) return text;
  const lines = markdownLines(text, false);
  const written = lines.map((line) => line.text);
  for (const [index, line] of lines.entries()) {
    if (line.isVerbatim || !start.test(line.text) || !isBlank(lines[index - 1])) continue;
    let after = index + 1;
    while (after < index + maxLines && !isBlank(lines[after])) after++;
    const block = written.slice(index, after).join("\n");
    const repeated = isBlank(lines[after]) ? withCaption(block) : undefined;
    if (repeated !== undefined) written.splice(index, after - index, ...repeated.split("\n"));
  }
  return written.join("\n");
}

function withCaption(block: string): string | undefined {
  const from = (start.exec(block)?.[0] ?? "").length;
  const to = labelEnd(block, from);
  if (to === undefined) return undefined;
  const [label, rest] = [block.slice(from, to), block.slice(to + 1)];
  if (!markup.test(label) || !end.test(rest) || !numbered.test(rest)) return undefined;
  const prefix = block.slice(0, from - 2);
  const caption = label
    .split("\n")
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, "")).trim())
    .join(" ");
  return `${prefix}${figureMark}![${label.replace(notes, "")}]${rest.trimEnd()} ${caption}`;
}

// The bracket that closes a label. Those in code, and escaped ones, are text.
function labelEnd(text: string, from: number): number | undefined {
  let depth = 0;
  for (let index = from; index < text.length; index++) {
    const sign = text[index];
    if (sign === "\\") index++;
    else if (sign === "`") index = codeEnd(text, index);
    else if (sign === "[") depth++;
    else if (sign === "]" && depth-- === 0) return index;
  }
  return undefined;
}

function codeEnd(text: string, from: number): number {
  const [marks = ""] = /^`+/.exec(text.slice(from)) ?? [];
  const close = text.indexOf(marks, from + marks.length);
  return (close < 0 ? from : close) + marks.length - 1;
}
