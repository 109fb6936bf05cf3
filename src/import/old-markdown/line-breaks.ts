import type { Nodes, Parents } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { ArticleError } from "../../content/limits/article-error.ts";
import { markdownLines } from "../../content/markup/dialects/lines/markdown-lines.ts";
import { FormulaPlaces } from "../../content/markup/formulas/formula-places.ts";
import { limitForRemark, limitMarkdown } from "../../content/markup/limit-markdown.ts";

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

// Lines of other dialects: tags, containers, formulas, attributes, callouts, comments, block ids, rows, definitions, tabs, admonitions, dashes.
const special =
  /^(?:\{[%{<:.#]|\{\/|:::|\$\$|\\[[\]]|\[!\w|<!--|%%|\^[\w-]{1,100}$|\||:[ \t]|[-—–]{1,9}$|={3}|!{3}|\?{3}|@(?:tab\b|\[|\{))|(?:[%}]\}|\$\$|-->|\||[>%]\}\})$/;

/**
 * Writes line breaks (two spaces) at the ends of the lines of paragraphs, also in lists and quotations. Code, tables, headings, HTML, formulas
 * and definitions of links stay as they are. A text that cannot be parsed is returned unchanged.
 */
export function writeLineBreaks(text: string, isMdx: boolean): string {
  const ends = lineEnds(text, isMdx);
  if (ends.length === 0) return text;
  const lines = markdownLines(text, isMdx);
  const formulas = new FormulaPlaces(text, "markdown");
  const breaks = new Set(ends);
  const inTags = new CodeTags();
  const written = lines.map((line, index) => {
    const end = line.offset + line.text.length;
    const next = lines[index + 1];
    const isCode = inTags.read(line.text);
    const isBreak = !isCode && breaks.has(end) && next !== undefined && !line.isVerbatim && !next.isVerbatim && !formulas.has(end);
    return isBreak && !isSpecial(line.text) && !isSpecial(next.text) ? `${line.text.trimEnd()}  ` : line.text;
  });
  return written.join("\n");
}

const codeTag =
  /\{(?:%-?|\{[<%])[ \t]{0,9}(?:(codeblock|code|highlight|raw|verbatim|mermaid|math|katex|plantuml)|(?:end|\/[ \t]{0,9})(\w+))\b/;

/** The tags around code in lines so far: `{% codeblock %}`, `{{< highlight go >}}`. */
class CodeTags {
  #open: string | undefined;

  /** Reads the next line. Returns whether it is within tags. */
  read(line: string): boolean {
    const [found, start, end] = (line.includes("{") && codeTag.exec(line)) || [];
    if (this.#open === undefined && start !== undefined && !line.slice(line.indexOf(found ?? "") + 2).includes(`end${start}`))
      this.#open = start;
    else if (end !== undefined && end === this.#open) this.#open = undefined;
    return this.#open !== undefined;
  }
}

function isSpecial(line: string): boolean {
  return special.test(line.replace(/^[ \t>]*/, "").trimEnd());
}

// The offsets of the newlines in the text of paragraphs.
function lineEnds(text: string, isMdx: boolean): number[] {
  if (!text.trim().includes("\n")) return [];
  try {
    limitMarkdown(text);
    limitForRemark(text);
  } catch (error) {
    if (error instanceof ArticleError) return [];
    throw error;
  }
  const found: number[] = [];
  visit(reader.parse(text), text, isMdx, found);
  return found;
}

function visit(parent: Parents, text: string, isMdx: boolean, found: number[]): void {
  for (const node of parent.children) {
    if (node.type === "paragraph") {
      if (!isMdx || !isCode(sourceOf(node, text))) visitText(node, text, found);
    } else if (node.type !== "heading" && node.type !== "table" && "children" in node) visit(node, text, isMdx, found);
  }
}

function visitText(node: Nodes, text: string, found: number[]): void {
  if (node.type === "text") {
    const { start, end } = node.position ?? {};
    for (let at = text.indexOf("\n", start?.offset); at >= 0 && at < (end?.offset ?? 0); at = text.indexOf("\n", at + 1)) found.push(at);
  } else if ("children" in node) for (const child of node.children) visitText(child, text, found);
}

// In MDX, modules and expressions look like paragraphs.
function isCode(paragraph: string): boolean {
  return /^(?:import|export)\b/.test(paragraph) || paragraph.includes("{");
}

function sourceOf({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset);
}
