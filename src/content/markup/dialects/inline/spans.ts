import type { ElementContent, Root, RootContent, Text } from "hast";
import { elementNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkElements } from "../../../html/walk-tree.ts";
import { parseAttributeList, parseKramdownList, parseSettingList } from "../lines/attribute-list.ts";
import { guard } from "../lines/guard.ts";
import { isHiddenOnWeb } from "../lines/hidden-content.ts";
import { isEmptyParagraph } from "./empty-paragraph.ts";
import { type Delimiter, type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";

const directive = ":[a-z][\\w-]{1,30}";
const signs = new RegExp(`(?:(?<![\\w:/)\\]])${directive})?\\[|\\](?:\\{([^{}\\n]{1,300})\\})?`, "g");
const named = new RegExp(`${directive}\\[`);
const maxOpen = 50; // brackets in each other

/** Returns whether a text may have spans. In MDX, their braces are escaped. */
export function maySpan(text: string): boolean {
  return text.includes("]{") || text.includes("]\\{") || named.test(text);
}

/**
 * Converts Pandoc's spans, such as `[words]{.underline}` and `[]{#anchor}`, to the elements that readers keep. Of remark's directives, such
 * as `:cite[words]`, the words stay.
 * @param onHidden gets the spans that are hidden on web pages, which are removed
 */
export function convertSpans(tree: Root, onHidden: (span: HiddenSpan) => void): void {
  let hasHidden = false;
  const onFound = (span: HiddenSpan) => {
    hasHidden = true;
    onHidden(span);
  };
  replaceRanges(tree, (inline) => spansIn(inline, onFound));
  if (hasHidden) walkElements(tree, (element) => (isEmptyParagraph(element) ? { instead: [] } : undefined));
}

/** A span that {@link isHiddenOnWeb}. */
interface HiddenSpan {
  readonly words: string;
  readonly attributes: string;
  /** The text in which it ends. */
  readonly node: Text;
}

function spansIn({ texts }: Inline, onHidden: (span: HiddenSpan) => void): InlineRange[] {
  const ranges: InlineRange[] = [];
  let open: (Delimiter & { readonly name: string })[] = [];
  for (const [node, text] of texts.entries()) {
    for (const { 0: found, 1: list, index: offset } of text?.value.matchAll(signs) ?? []) {
      if (found.endsWith("[")) {
        const isEscaped = text?.value[offset + found.length] === guard;
        if (!isEscaped) open = [...open.slice(-maxOpen), { node, offset, length: found.length, name: found.slice(1, -1) }];
        continue;
      }
      const start = open.pop();
      const isWords = start?.node !== node || /\p{L}/u.test(text?.value.slice(start.offset + start.length, offset) ?? ""); // not :a[0]
      const wrap = start === undefined ? undefined : start.name !== "" && isWords ? wrapperOf(list ?? "", start.name) : wrapperOf(list);
      if (start === undefined || wrap === undefined) continue;
      const replace = (content: ElementContent[]) => {
        if (text === undefined || list === undefined || !isHiddenOnWeb(list)) return wrap(content);
        onHidden({ words: textStart({ type: "root", children: content }, 200), attributes: list, node: text });
        return [];
      };
      ranges.push({ start, end: { node, offset, length: found.length }, replace });
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

const namedElements = new Set(["del", "ins", "kbd", "mark", "samp", "small", "sub", "sup"]);

// An element that a directive names, or that of a class.
function wrapperOf(list: string | undefined, name = ""): ((content: ElementContent[]) => RootContent[]) | undefined {
  if (list === undefined) return undefined;
  const attributes = parseAttributeList(list) ?? parseSettingList(list) ?? (name === "" ? undefined : (parseKramdownList(list) ?? {}));
  if (attributes === undefined) return undefined;
  const { dir, id, lang } = attributes;
  const properties = { ...(id !== undefined && { id }), ...(lang !== undefined && { lang }), ...(dir !== undefined && { dir }) };
  const tagName = namedElements.has(name) ? name : (elements.find(([pattern]) => pattern.test(list))?.[1] ?? "span");
  const isPlain = tagName === "span" && Object.keys(properties).length === 0;
  return (content) => (isPlain ? content : [elementNode(tagName, properties, content)]);
}
