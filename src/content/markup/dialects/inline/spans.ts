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
// Directly after a word, its parenthesis or another sign, as in `image[:tag[@digest]]` and `host(:port[/path])`, a name is text.
const letter = "\\w\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}"; // of languages with spaces between words
const mayBegin = `(?<![${letter}:/)\\[\\]{}<>.@$#=|&?~+*%^-])(?<![${letter}]\\()`;
const signs = new RegExp(`(?:${mayBegin}${directive})?\\[|\\](?:\\{([^{}]{1,6000})\\})?`, "gu");
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

function spansIn({ children, texts }: Inline, onHidden: (span: HiddenSpan) => void): InlineRange[] {
  const ranges: InlineRange[] = [];
  let open: Opening[] = [];
  for (const [node, text] of texts.entries()) {
    for (const { 0: found, 1: list, index: offset } of text?.value.matchAll(signs) ?? []) {
      if (found.endsWith("[")) {
        const isEscaped = text?.value[offset + found.length] === guard;
        if (!isEscaped) open = [...open.slice(-maxOpen), { node, offset, length: found.length, name: found.slice(1, -1) }];
        continue;
      }
      const start = open.pop();
      const isNamed = start !== undefined && start.name !== "" && isDirective({ children, texts }, start, { node, offset });
      const wrap = start === undefined ? undefined : isNamed ? wrapperOf(list ?? "", start.name) : wrapperOf(list);
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

type Opening = Delimiter & { readonly name: string };

// Not :a[0] and :port[/path], and not directly after code or a link.
function isDirective({ children, texts }: Inline, start: Opening, end: Pick<Delimiter, "node" | "offset">): boolean {
  const before = start.offset === 0 ? children[start.node - 1] : undefined;
  if (before?.type === "element" && before.tagName !== "br") return false;
  const last = start.node === end.node ? end.offset : undefined;
  const words = texts[start.node]?.value.slice(start.offset + start.length, last) ?? "";
  if (last !== undefined && !/\p{L}/u.test(words)) return false;
  return knownNames.has(start.name) || !/^[/@:=.,|&?+<-]/.test(words);
}

const elements: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)\.(?:underline|ul)(?=\s|$)/, "u"],
  [/(?:^|\s)\.(?:mark|highlight)(?=\s|$)/, "mark"],
  [/(?:^|\s)\.kbd(?=\s|$)/, "kbd"],
];

const namedElements = new Set(["del", "ins", "kbd", "mark", "samp", "small", "sub", "sup"]);
const knownNames = new Set([...namedElements, "abbr", "cite"]); // :kbd[.], :cite[@smith]

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
