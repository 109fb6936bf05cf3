import type { Element, Parents, RootContent } from "hast";
import type { ReportAtNode } from "../../model/report-at-node.ts";

/** The place of an element that is converted, and the receiver of warnings about it. */
export interface ConversionContext {
  readonly index: number;
  readonly parent: Parents;
  readonly reportAtNode: ReportAtNode;
}

/** Returns plain HTML instead of an element, or undefined if the element stays. It may change the element. */
export type Convert = (element: Element, context: ConversionContext) => readonly RootContent[] | undefined;

const flow = new Set(
  "article aside blockquote body center dd details div fieldset figure footer form header li main noscript object section td th".split(" "),
);

/** Returns whether a parent may contain blocks such as paragraphs. */
export function mayContainBlocks(parent: Parents): boolean {
  return parent.type === "root" || (parent.type === "element" && flow.has(parent.tagName));
}
