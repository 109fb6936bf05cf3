import type { Element, Root } from "hast";
import type { ReportAtNode } from "../../../model/report-at-node.ts";
import { textNode } from "../../html/hast-nodes.ts";
import { parseHtml } from "../../html/parse-html.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { literalOf } from "../shortcodes/string-literal.ts";

const names: Readonly<Record<string, { readonly written: string; readonly isText: boolean; readonly isExpression: boolean }>> = {
  "v-html": { written: "v-html", isText: false, isExpression: true },
  "v-text": { written: "v-text", isText: true, isExpression: true },
  "set:html": { written: "set:html", isText: false, isExpression: false },
  "set:text": { written: "set:text", isText: true, isExpression: false },
  dangerouslysetinnerhtml: { written: "dangerouslySetInnerHTML", isText: false, isExpression: false },
};

/** Returns whether a text may have elements whose content is in an attribute. */
export function mayFillElements(text: string): boolean {
  return /\s(?:v-(?:html|text)|set:(?:html|text)|dangerouslySetInnerHTML)=/i.test(text);
}

/**
 * Shows the content that an attribute of an element contains, in place: `<p v-html="'<b>a</b>'">` (Vue), `<p set:html="…">` (Astro). A
 * warning names an element whose content only a program finds.
 */
export function fillElements(tree: Root, reportAtNode: ReportAtNode): void {
  walkElements(tree, (element) => {
    for (const [name, value] of Object.entries(element.properties)) {
      const found = Object.hasOwn(names, name) ? names[name] : undefined;
      if (found === undefined) continue;
      delete element.properties[name];
      const content = found.isExpression ? literalOf(String(value)) : String(value);
      if (content === undefined || content === "") reportAtNode(element, "warning", describe(element, found.written));
      else fill(element, content, found.isText);
    }
    return undefined;
  });
}

// What follows a tag that HTML does not close, such as <p />, is in the element, too.
function fill(element: Element, content: string, isText: boolean): void {
  const nodes = isText ? [textNode(content)] : (parseHtml(content).children as Element["children"]);
  walkElements({ type: "root", children: nodes }, (inner) => {
    inner.position = element.position;
    return undefined;
  });
  element.children.unshift(...nodes);
}

function describe({ tagName }: Element, name: string): string {
  return `Cannot show the content of <${tagName}>: only a program finds the value of ${name}; write it in the article`;
}
