import type { Element, Root, RootContent } from "hast";
import { siblingAt } from "../../html/hast-nodes.ts";
import { textStart } from "../../html/text-start.ts";
import { walkElements } from "../../html/walk-tree.ts";

// [TOC] (Python-Markdown, Typora), [[toc]] (markdown-it, VitePress), [[_TOC_]] (GitLab, Azure), {{toc}}, ${toc}, @[toc], {:toc}
// (kramdown), {toc}, [[TOC levels=2]].
const mark = /^\s*(?:@?\[\[?_?toc_?\b[^[\]\n]{0,80}\]?\]|\$?\{\{?:?\s?>?\s?toc\s?\}?\})\s*$/i;

/** The start of such a mark, for texts that may have one. */
export const contentsMark: RegExp = /[[{](?:[[{:_]|\s){0,3}toc|table[ -]of[ -]contents/i;

const maxLength = 120;

/** Removes marks where other generators put a table of contents. In feeds it would only repeat the headings. */
export function removeContentsMarks(tree: Root): void {
  walkElements(tree, (element, index, parent) => {
    if (element.tagName === "p") return isMark(element) ? { instead: [] } : undefined;
    return isEmptyContents(element, siblingAt(parent.children as RootContent[], index, 1)) ? { instead: [] } : undefined;
  });
}

// remark-toc lists the headings below its own, which is empty in the text.
function isEmptyContents(element: Element, next: RootContent | undefined): boolean {
  if (!/^h[2-6]$/.test(element.tagName) || !/^\s*table[ -]of[ -]contents\s*$/i.test(textStart(element, maxLength))) return false;
  return next === undefined || (next.type === "element" && /^h[1-6]$/.test(next.tagName) && next.tagName <= element.tagName);
}

function isMark(paragraph: Element): boolean {
  const isText = paragraph.children.every(({ type }) => type === "text") || isEmphasized(paragraph);
  return isText && mark.test(textStart(paragraph, maxLength));
}

// [[_TOC_]] may be parsed as emphasis.
function isEmphasized({ children }: Element): boolean {
  return children.length === 3 && children[1]?.type === "element" && children[1].tagName === "em";
}
