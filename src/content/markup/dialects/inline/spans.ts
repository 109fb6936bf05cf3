import type { ElementContent, Root, RootContent } from "hast";
import { elementNode } from "../../../html/hast-nodes.ts";
import { parseAttributeList, parseSettingList } from "../lines/attribute-list.ts";
import { guard } from "../lines/guard.ts";
import { type Delimiter, type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";

const signs = /\[|\](?:\{([^{}\n]{1,300})\})?/g;
const maxOpen = 50; // brackets in each other

/** Returns whether a text may have spans. In MDX, their braces are escaped. */
export function maySpan(text: string): boolean {
  return text.includes("]{") || text.includes("]\\{");
}

/** Converts Pandoc's spans, such as `[words]{.underline}` and `[]{#anchor}`, to the elements that readers keep. */
export function convertSpans(tree: Root): void {
  replaceRanges(tree, spansIn);
}

function spansIn({ texts }: Inline): InlineRange[] {
  const ranges: InlineRange[] = [];
  let open: Delimiter[] = [];
  for (const [node, text] of texts.entries()) {
    for (const { 0: found, 1: list, index: offset } of text?.value.matchAll(signs) ?? []) {
      if (found === "[") {
        const isEscaped = text?.value[offset + 1] === guard;
        if (!isEscaped) open = [...open.slice(-maxOpen), { node, offset, length: 1 }];
        continue;
      }
      const start = open.pop();
      const wrap = start === undefined || list === undefined ? undefined : wrapperOf(list);
      if (start === undefined || wrap === undefined) continue;
      ranges.push({ start, end: { node, offset, length: found.length }, replace: wrap });
      open = []; // ranges are not nested
    }
  }
  return ranges;
}

const elements: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)\.(?:underline|ul)(?=\s|$)/, "u"],
  [/(?:^|\s)\.(?:mark|highlight)(?=\s|$)/, "mark"],
  [/(?:^|\s)\.kbd(?=\s|$)/, "kbd"],
];

function wrapperOf(list: string): ((content: ElementContent[]) => RootContent[]) | undefined {
  const attributes = parseAttributeList(list) ?? parseSettingList(list);
  if (attributes === undefined) return undefined;
  const { dir, id, lang } = attributes;
  const properties = { ...(id !== undefined && { id }), ...(lang !== undefined && { lang }), ...(dir !== undefined && { dir }) };
  const tagName = elements.find(([pattern]) => pattern.test(list))?.[1] ?? "span";
  const isPlain = tagName === "span" && Object.keys(properties).length === 0;
  return (content) => (isPlain ? content : [elementNode(tagName, properties, content)]);
}
