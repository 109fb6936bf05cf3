import type { BlockContent, Blockquote, Link, Paragraph, PhrasingContent, Strong, Text } from "mdast";
import { embedPage } from "../plain-html/embed-services.ts";
import { calloutTitle, isCalloutKind } from "./dialects/lines/callout-kinds.ts";
import { parseCaption } from "./mdx-caption.ts";
import type { MdxElement, MdxProperties } from "./mdx-element.ts";
import { isTab, isTabSet } from "./mdx-tabs.ts";

// Docusaurus, Nextra, Starlight, Mintlify, Fumadocs.
const callouts = /^(?:Callout|Admonition|Aside|Alert|Notice|Note|Tip|Hint|Info|Important|Warn|Warning|Caution|Danger|Success)$/;

const titles = ["title", "label", "summary", "header", "heading", "question"];
const addresses = ["href", "to", "url", "link"];
const subtitles = ["subtitle", "description", "desc"];
const footers = ["caption", "footer"];
const credits = ["author", "source", "cite"];

// A tab without a label shows its value.
function titlesOf({ name }: Pick<MdxElement, "name">): readonly string[] {
  return isTab({ name }) ? [...titles, "value"] : titles;
}

// A title of another component with a text may be a tooltip.
const parts = /^(?:(?:Link)?Card|CardLink|Tile|Details|Steps?|Expandable|Collapsible|Accordion(?:Item)?)$/;

function isPart({ name }: Pick<MdxElement, "name">): boolean {
  return parts.test(name ?? "") || isTab({ name });
}

/**
 * Returns whether a component is a block even on the line of a paragraph: a callout, a part with a title, a tab, or a group of blocks, such
 * as a set of tabs.
 */
export function isMdxBlock(element: MdxElement): boolean {
  const { attributes, children, name } = element;
  if (isMdxGroup(element)) return true;
  if (name === null || !/^[A-Z]/.test(name)) return false;
  if (isTabSet({ name })) return false;
  const names = attributes.map((attribute) => (attribute.type === "mdxJsxAttribute" ? attribute.name : ""));
  if (callouts.test(name) || isQuotation(name) || isTab({ name })) return true;
  if (isPart({ name }) && children.length > 0 && names.some((one) => titles.includes(one))) return true;
  return names.some((one) => titles.includes(one)) && !names.some((one) => /^(?:href|to|src|id|url)$/.test(one));
}

/** Returns whether a component or a fragment contains only other blocks: `<CardGroup><Card title="A">a</Card></CardGroup>`. */
export function isMdxGroup({ children, name }: MdxElement): boolean {
  const inner = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const isBlock = (child: (typeof inner)[number]) => child.type === "mdxJsxTextElement" && isMdxBlock(child);
  return (name === null || /^[A-Z]/.test(name)) && inner.length > 0 && inner.every(isBlock);
}

// Only their arrangement is lost.
const arrangements =
  /^(?:Tabs?|Tabs\.(?:Tab|Item|Panel)|Tab(?:Item|Panel|List|Group)s?|Code(?:Group|Tabs|Block)|Steps?|Cards?|Card(?:Group|Grid)|Columns?|Accordion(?:s|Group|Item)?)$/;

// They show only their children and the words in their attributes.
const cards = /^(?:(?:Link)?(?:Card|Button)|(?:Card|Button)Link|Details|Quote|Blockquote)$/;
const decoration = /^(?:icon|class|className|style|id|key|variant|color|size|target|rel|open|align)$/;

/** Returns whether {@link mdxContent} has all words that a component shows. @param pictures the attributes whose pictures are shown */
export function isShown(element: MdxElement, properties: MdxProperties, pictures: readonly string[] = []): boolean {
  const { attributes, children, name } = element;
  const shown = [...shownAttributes(element, properties), ...pictures];
  if (children.length > 0 && arrangements.test(name ?? ""))
    return Object.entries(properties).every(([key, value]) => shown.includes(key) || !words.test(key) || value === "");
  if (!cards.test(name ?? "")) return false;
  const isKnown = (attribute: string) => shown.includes(attribute) || decoration.test(attribute) || properties[attribute] === "";
  const isEmpty = children.length === 0 && !titles.some((title) => shown.includes(title));
  return !isEmpty && attributes.every((attribute) => attribute.type === "mdxJsxAttribute" && isKnown(attribute.name));
}

const words =
  /^(?:title|label|summary|header|heading|question|subtitle|desc|description|caption|footer|cta|text|content|excerpt|hint|tip)$/;

// The attributes whose values are in the content. Of several titles or addresses, only one is.
function shownAttributes({ children, name, type }: MdxElement, properties: MdxProperties): (string | undefined)[] {
  const nameIn = (names: readonly string[]) => names.find((one) => textIn(properties, one) !== undefined);
  const [title, address] = [nameIn(titles), nameIn(addresses)];
  const isEmpty = children.length === 0;
  const more = title === undefined ? [] : [...subtitles, ...footers, "cta"];
  if (type === "mdxJsxTextElement" && !isEmpty && title !== undefined && isPart({ name })) return [title, address, ...more];
  if (type === "mdxJsxTextElement") return isEmpty ? [title, address] : [address];
  if (isQuotation(name)) return isEmpty ? [] : [nameIn(credits)];
  return title === undefined ? ["caption"] : [title, address, ...more];
}

/**
 * Converts a component that shows a callout to a quotation that begins with its title: `title`, or the word for its kind. A callout that
 * names neither has no title. Returns undefined for any other component.
 */
export function mdxCallout({ children, name }: MdxElement, properties: MdxProperties, language: string): Blockquote | undefined {
  if (name === null || !callouts.test(name)) return undefined;
  const kinds = [textIn(properties, "type", "kind", "variant", "severity", "intent", "status"), name.replace(/^Warn$/, "Warning")];
  const kind = kinds.find((word) => word !== undefined && isCalloutKind(word));
  const title =
    textIn(properties, "title", "label", "heading", "header") ?? (kind === undefined ? undefined : calloutTitle(kind, language));
  const content = asBlocks(children);
  return { type: "blockquote", children: title === undefined ? content : [paragraph([strong(title)]), ...content] };
}

/**
 * Returns the content of an unknown component with the words and the address that its attributes contain: the label of a tab, the title
 * and the link of a card, the link of a button, the caption of a frame, the author of a quotation.
 */
export function mdxContent({ children, name, type }: MdxElement, properties: MdxProperties): readonly unknown[] {
  const title = textIn(properties, ...titlesOf({ name }));
  const href = textIn(properties, ...addresses) ?? ["src", "id"].map((key) => properties[key]).find(isAddress);
  const [before, after] = wordsBeside(properties, href);
  const head = title && (href === undefined ? strong(title) : link(href, [strong(title)]));
  if (type === "mdxJsxTextElement" && head && children.length > 0 && isPart({ name }))
    return [head, ...before, children, ...after].flatMap((part, index) => (index === 0 ? [part] : [textOf(" "), part].flat()));
  if (type === "mdxJsxTextElement") {
    const words = children.length > 0 ? children : (textIn(properties, ...titles, "text", "content") ?? children);
    if (typeof words === "string") return href === undefined ? [textOf(words)] : [link(href, [textOf(words)])];
    if (href === undefined) return words;
    return words.length === 0 ? [] : [link(href, words)];
  }
  if (isQuotation(name) && children.length > 0) return [quotation(children, textIn(properties, ...credits))];
  const caption = textIn(properties, "caption");
  if (!head && isTab({ name })) return asBlocks(children);
  if (!head) {
    const content =
      caption === undefined || children.length === 0
        ? children
        : [figure(children, name === "Frame" ? parseCaption(caption) : [textOf(caption)])];
    return [...(href === undefined ? [] : linkToEmbed(href)), ...content];
  }
  const paragraphs = (parts: readonly PhrasingContent[]) => parts.map((part) => paragraph([part]));
  return [...paragraphs([head, ...before]), ...asBlocks(children), ...paragraphs(after)];
}

// The words of attributes before the content of a card or another part, and after it.
function wordsBeside(properties: MdxProperties, href: string | undefined): [before: PhrasingContent[], after: PhrasingContent[]] {
  const textsOf = (names: readonly string[]) => names.flatMap((name) => textIn(properties, name) ?? []).map(textOf);
  const cta = textIn(properties, "cta"); // Mintlify: the words of a second link
  const action = cta === undefined ? [] : [href === undefined ? textOf(cta) : link(href, [textOf(cta)])];
  return [textsOf(subtitles), [...textsOf(footers), ...action]];
}

function isAddress(value: string | boolean | undefined): value is string {
  return typeof value === "string" && /^https?:\/\/[^\s/]/.test(value);
}

// A frame around words and a video at a known service.
function linkToEmbed(address: string): Paragraph[] {
  const page = embedPage(address);
  if (page === undefined) return [];
  return [paragraph([{ ...link(page.url, [textOf(page.label)]), data: { hProperties: { dataEmbed: "" } } }])];
}

function isQuotation(name: string | null): boolean {
  return name === "Quote" || name === "Blockquote";
}

function figure(children: MdxElement["children"], caption: readonly PhrasingContent[]): unknown {
  const words = { type: "html-element", data: { hName: "figcaption" }, children: caption };
  return { type: "html-element", data: { hName: "figure" }, children: [...asBlocks(children), words] };
}

function quotation(children: MdxElement["children"], author: string | undefined): Blockquote {
  const credit = author === undefined ? [] : [paragraph([textOf(`— ${author}`)])];
  return { type: "blockquote", children: [...asBlocks(children), ...credit] };
}

function textIn(properties: MdxProperties, ...names: readonly string[]): string | undefined {
  return names.map((name) => properties[name]).find((value): value is string => typeof value === "string" && value.trim() !== "");
}

const inline =
  /^(?:text|strong|emphasis|delete|link|image|inlineCode|break|footnoteReference|mdxJsxTextElement|mdxTextExpression|expressionText)$/;

// Words on the line of their tag have no paragraph.
function asBlocks(children: MdxElement["children"]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let words: MdxElement["children"][number][] = [];
  const addWords = () => {
    const isBlank = words.every((node) => node.type === "text" && node.value.trim() === "");
    blocks.push(...(isBlank ? (words as BlockContent[]) : [paragraph(words as PhrasingContent[])]));
    words = [];
  };
  for (const child of children) {
    if (inline.test(child.type)) words.push(child);
    else {
      addWords();
      blocks.push(child as BlockContent);
    }
  }
  addWords();
  return blocks;
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

function textOf(value: string): Text {
  return { type: "text", value };
}

function strong(value: string): Strong {
  return { type: "strong", children: [{ type: "text", value }] };
}

function link(url: string, children: readonly unknown[]): Link {
  return { type: "link", url, children: children as Link["children"] };
}
