import type { Element, Root, RootContent } from "hast";
import { oneLine } from "../../base/one-line.ts";
import { truncate } from "../../base/truncate.ts";
import { blockElements } from "./block-elements.ts";
import { findElement } from "./find-elements.ts";
import { classesOf } from "./hast-nodes.ts";
import { textStart } from "./text-start.ts";
import { walkElements } from "./walk-tree.ts";

const notProse = new Set(["pre", "table", "blockquote", "figure", "aside", "nav", "header", "footer", "ul", "ol", "dl", "details"]);
const tag = "#[\\p{L}_][\\p{L}\\p{M}\\p{N}_/-]{0,100}";
const property = "\\p{L}[\\p{L}\\p{N}_-]{0,50}::(?:\\s.{0,1000})?";
const lineOfNote = new RegExp(`^(?:${tag}(?:\\s+${tag}){0,100}(?:\\s+${property})?|${property})$`, "u"); // #zettel #idea/sub up:: [[Index]]
// Of a letter: "Dear readers,", "Liebe Eltern!", "Estimados padres:".
const salutation = /^(?:[^.!?…]{1,60}[,，،]|(?:dear|liebe[rs]?|chère?s?|chers|estimad[oa]s?|querid[oa]s?|beste) [^.!?…]{1,50}[!:])$/iu;

/**
 * Returns the summary (excerpt) of an article, truncated to `limit` characters: the text of its first paragraph of prose, or of the whole
 * article without such a paragraph, but of its code only if there is nothing else. The salutation of a letter, and the line of a note with
 * only tags and properties, are no summary. Text with empty lines of `<br>` before all blocks counts as a paragraph, as Blogger writes it.
 */
export function summarize(tree: Root, limit = 280): string {
  let first = "";
  const loose = textBeforeBlocks(tree);
  if (loose !== undefined) return truncate(oneLine(proseOf(loose)), limit);
  walkElements(tree, (element) => {
    if (notProse.has(element.tagName)) return "skip";
    if (element.tagName !== "p") return undefined;
    const written = proseOf(element);
    const text = oneLine(written);
    first = isOfNote(written) || (salutation.test(text) && !hasLines(element)) ? "" : text;
    return first === "" ? undefined : "end";
  });
  return truncate(first || oneLine(proseOf(tree, code)) || oneLine(proseOf(tree)), limit);
}

// The tags and properties of Obsidian and Dataview.
function isOfNote(written: string): boolean {
  if (!/#|::/.test(written)) return false;
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  return lines.every((line) => lineOfNote.test(line.trim()));
}

function hasLines(element: Element): boolean {
  return findElement(element, ({ tagName }) => tagName === "br") !== undefined;
}

const nothing: ReadonlySet<string> = new Set();
const code = new Set(["pre"]);
const notInSummary = new Set(["pre", "table", "figure", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6"]);

/**
 * Returns the text of an excerpt that the author chose, without code, tables and headings unless there is nothing else. The limit
 * is high, because the author has chosen the length.
 */
export function summarizeAll(tree: Root, limit = 1000): string {
  return truncate(oneLine(proseOf(tree, notInSummary)) || oneLine(proseOf(tree)), limit);
}

// Blocks before it may be headings, or have only pictures. A byline before the first paragraph has no empty line in it.
function textBeforeBlocks(tree: Root): Root | undefined {
  let run: RootContent[] = [];
  for (const child of childrenOfOnlyDivision(tree)) {
    if (child.type !== "element" || !hasBlock(child)) run.push(child);
    else if (linesOf(run) !== "") break;
    else if (/^h[1-6]$/.test(child.tagName) || textStart(child, 1000).trim() === "") run = [];
    else return undefined;
  }
  return /\n ?\n/.test(linesOf(run)) ? { type: "root", children: run } : undefined;
}

function childrenOfOnlyDivision({ children }: Element | Root): readonly RootContent[] {
  const [only, other] = children.filter((child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""));
  return other === undefined && only?.type === "element" && only.tagName === "div" ? childrenOfOnlyDivision(only) : children;
}

function hasBlock(element: Element): boolean {
  return findElement(element, ({ tagName }) => tagName !== "br" && blockElements.has(tagName)) !== undefined;
}

// The text with its line breaks.
function linesOf(nodes: readonly RootContent[]): string {
  const lines = (children: readonly RootContent[]): string =>
    children
      .map((child) => {
        if (child.type === "text") return child.value.replace(/\s+/g, " ");
        return child.type !== "element" ? "" : child.tagName === "br" ? "\n" : lines(child.children);
      })
      .join("");
  return lines(nodes).trim();
}

function proseOf(node: Element | Root, without: ReadonlySet<string> = nothing): string {
  return node.children
    .map((child) => {
      if (child.type === "text") return child.value;
      if (child.type !== "element" || without.has(child.tagName)) return "";
      if (child.tagName === "audio" || child.tagName === "video" || isFootnoteMark(child)) return "";
      if (child.tagName === "a" && textStart(child, 1) === "↩") return ""; // a footnote's link back to the text
      if (child.tagName === "sup") return raised(proseOf(child, without));
      const isBlock = /^(?:p|div|li|h[1-6]|tr|td|th|br|blockquote|pre|dt|dd)$/.test(child.tagName);
      const prose = proseOf(child, without);
      return isBlock ? ` ${prose} ` : prose;
    })
    .join("");
}

// A reference such as ¹ is useless without its footnote; an exponent such as 10⁹ is a part of the text.
function isFootnoteMark(element: Element): boolean {
  if (element.tagName !== "sup" && element.tagName !== "a") return false;
  if (!/^\[?\d{1,9}\]?$/.test(textStart(element, 12).trim())) return false;
  if (element.tagName === "a" && isNamedFootnote(element)) return true; // Substack has no <sup>
  const link = findElement(element, ({ tagName }) => tagName === "a");
  return findElement(element, ({ tagName }) => tagName === "sup") !== undefined && (link !== undefined || isNamedFootnote(element));
}

// 10⁹ without its sign would be another number.
function raised(text: string): string {
  return /^[+\-−]?\d{1,20}$/.test(text) ? text.replace(/./g, (sign) => superscripts.get(sign) ?? sign) : text;
}

const superscripts = new Map([..."⁺⁻⁻⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, index) => ["+-−0123456789"[index] ?? "", sign]));

function isNamedFootnote(element: Element): boolean {
  const names = [...classesOf(element), String(element.properties["id"] ?? ""), String(element.properties["role"] ?? "")];
  return names.some((name) => /foot-?note|noteref|(?:^|[-_:])fn(?:ref)?(?:$|[-_:\d])/i.test(name));
}
