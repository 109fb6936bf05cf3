import type { Element, Root } from "hast";
import { textStart } from "../../html/text-start.ts";
import { walkElements } from "../../html/walk-tree.ts";

// [TOC] (Python-Markdown, Typora), [[toc]] (markdown-it, VitePress), [[_TOC_]] (GitLab, Azure), {{toc}}, ${toc}, @[toc], {:toc}
// (kramdown), {toc}, [[TOC levels=2]].
const mark = /^\s*(?:@?\[\[?_?toc_?\b[^[\]\n]{0,80}\]?\]|\$?\{\{?:?\s?>?\s?toc\s?\}?\})\s*$/i;

/** The start of such a mark, for texts that may have one. */
export const contentsMark: RegExp = /[[{](?:[[{:_]|\s){0,3}toc/i;

const maxLength = 120;

/** Removes marks where other generators put a table of contents. In feeds it would only repeat the headings. */
export function removeContentsMarks(tree: Root): void {
  walkElements(tree, (element) => (element.tagName === "p" && isMark(element) ? { instead: [] } : undefined));
}

function isMark(paragraph: Element): boolean {
  const isText = paragraph.children.every(({ type }) => type === "text") || isEmphasized(paragraph);
  return isText && mark.test(textStart(paragraph, maxLength));
}

// [[_TOC_]] may be parsed as emphasis.
function isEmphasized({ children }: Element): boolean {
  return children.length === 3 && children[1]?.type === "element" && children[1].tagName === "em";
}
