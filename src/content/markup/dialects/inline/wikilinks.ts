import type { ElementContent, Root, RootContent, Text } from "hast";
import { findElement } from "../../../html/find-elements.ts";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkElements } from "../../../html/walk-tree.ts";
import { type Delimiter, type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";
import { placeInText } from "./part-of-text.ts";
import { isVerbatim, replaceMatches, replaceProse } from "./prose.ts";
import { hrefTo, isClearlyLink, labelOf, link, mediaElement, type Place, type WikilinkContext } from "./wikilink-target.ts";

const wikilink = /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]/g;
/**
 * Converts `[[note]]`, `[[note#heading|words]]` and `![[picture.png|300]]` (Obsidian, Quartz, Foam, Hexo) to links and pictures. Double
 * brackets without an article of that name are text: `[[ -f x ]]`, `a[[0]]`, `[[nodiscard]]`.
 */
export function convertWikilinks(tree: Root, context: WikilinkContext): void {
  markEmbeds(tree);
  replaceRanges(tree, (inline) => linksWithMarkup(inline, context));
  replaceProse(tree, (node) => convertPlain(node, context));
}

const onlyEmbeds = /^\s*(?:!\[\[(?!\s)[^[\]\n]{1,600}\]\]\s*)+$/;
const maxEmbeds = 5000; // UTF-16 units

// A paragraph of embeds is not a summary, even if only their names can be shown.
function markEmbeds(tree: Root): void {
  walkElements(tree, (element) => {
    if (isVerbatim(element)) return "skip";
    if (!/^(?:p|li)$/.test(element.tagName) || !onlyEmbeds.test(textStart(element, maxEmbeds))) return undefined;
    if (findElement(element, isVerbatim) === undefined) element.properties["dataEmbed"] = "";
    return "skip";
  });
}

function convertPlain(node: Text, context: WikilinkContext): RootContent[] | undefined {
  if (!node.value.includes("[[")) return undefined;
  return replaceMatches(node, wikilink, ({ 0: written, 1: bang = "", 2: target = "", 3: words, index }) => {
    const name = target.trim();
    if (bang !== "" && !name.startsWith("#")) {
      const media = mediaElement(name, words);
      if (media !== undefined) return media;
    }
    const href = hrefTo(target, context);
    if (href !== undefined) return link(href, words?.trim() || labelOf(name));
    if (!isClearlyLink(bang, target, words)) return undefined;
    context.reportMissing(placeInText(node, index), written);
    return textNode(words?.trim() || labelOf(name));
  });
}

const opening = /^(!?)\[\[([^[\]|\n]{1,300})\|(?=[^[\]\n]{0,300}$)/;

// [[note|words *with* markup]] begins in one text and ends in another.
function linksWithMarkup({ children, texts }: Inline, context: WikilinkContext): InlineRange[] {
  const ranges: InlineRange[] = [];
  for (let node = 0; node < texts.length; node++) {
    const text = texts[node];
    const last = text === undefined ? -1 : text.value.lastIndexOf("[[");
    if (text === undefined || last < 0) continue;
    const from = text.value[last - 1] === "!" ? last - 1 : last;
    const match = opening.exec(text.value.slice(from));
    const end = match === null ? undefined : endOfWords({ children, texts }, node);
    const replace = end && replacementOf(match?.[1] ?? "", match?.[2] ?? "", placeInText(text, from), context);
    if (match === null || end === undefined || replace === undefined) continue;
    ranges.push({ start: { node, offset: from, length: match[0].length }, end, replace });
    node = end.node - 1; // another link may begin there
  }
  return ranges;
}

const maxNodes = 50; // in the words of a link

function endOfWords({ children, texts }: Inline, start: number): Delimiter | undefined {
  for (let node = start + 1; node < Math.min(children.length, start + maxNodes); node++) {
    const value = texts[node]?.value;
    const [before] = value === undefined ? [] : (/^[^[\]\n]*/.exec(value) ?? []);
    if (value === undefined || before === undefined || before === value) continue;
    return value.startsWith("]]", before.length) ? { node, offset: before.length, length: 2 } : undefined;
  }
  return undefined;
}

function replacementOf(bang: string, target: string, place: Place, context: WikilinkContext): InlineRange["replace"] | undefined {
  const media = bang === "" ? undefined : mediaElement(target, undefined);
  if (media !== undefined)
    return (words) => [{ ...(mediaElement(target, textStart(elementNode("p", {}, words), 300)) ?? media), ...place }];
  const href = hrefTo(target, context);
  if (href !== undefined) return (words) => [{ ...elementNode("a", { href }, withoutLinks(words)), ...place }];
  if (!isClearlyLink(bang, target, "")) return undefined;
  return (words) => {
    context.reportMissing(place, `${bang}[[${target}|${textStart(elementNode("p", {}, words), 300)}]]`);
    return words;
  };
}

// A link cannot contain another one.
function withoutLinks(words: readonly ElementContent[]): ElementContent[] {
  return words.flatMap((node) => {
    if (node.type !== "element") return [node];
    const children = withoutLinks(node.children);
    return node.tagName === "a" ? children : [{ ...node, children }];
  });
}
