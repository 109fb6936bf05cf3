import { calloutContainer, calloutStart, closedTags, isCalloutTag, wholeCallout } from "./callout-tags.ts";
import { card } from "./card-tags.ts";
import { type CodeInBlock, codeInBlock } from "./code-tags.ts";
import { detailsStart, foldedStart } from "./folded-tags.ts";
import { placeOfTag } from "./place-html.ts";
import { parseShortcodeArguments, type ShortcodeContext } from "./shortcode-arguments.ts";
import { isTabSetTag, isTabTag, type TabSet, tabSet, tabSetHtml, tabStart } from "./tab-tags.ts";

const cards = /^card(?:-code)?$/;

// Hextra, PaperMod, Relearn, Book, Blowfish, Docsy (Hugo), Fluid (Hexo). Few names: the ends of each are searched once.
const folds = /^(?:fold|collapse|collapsible|expand|accordion(?:Item|-?item)?)$/;

/** A tag around other text. */
export interface BlockTag {
  /** With `end` before the name of an end tag. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  /** Its arguments. */
  readonly given: string;
}

/** The blocks that are open at a place of a text. */
export interface OpenBlocks {
  /** The callouts, tabs and parts that open, with what ends them. */
  readonly open: { readonly name: string; readonly end: string }[];
  readonly tabSets: TabSet[];
  /** The offsets of the tags that have an end, with those of the ends, by the kind and name of the tag. */
  readonly closed: Map<string, ReadonlyMap<number, number>>;
}

/** Returns whether a tag with this name shows a callout, a tab, a card or a part that opens, in a theme. */
export function isBlockTag(name: string): boolean {
  return isCalloutTag(name) || isTabTag(name) || isTabSetTag(name) || folds.test(name) || cards.test(name);
}

/** Converts the start or the end of a callout, a tab, a set of tabs, a card or a part that opens. Returns undefined for another tag. */
export function blockOf(tag: BlockTag, body: string, context: ShortcodeContext, blocks: OpenBlocks): string | undefined {
  const { end, given, key, name, offset } = tag;
  const last = blocks.open.at(-1);
  if (last !== undefined && key === `end${last.name}`) {
    blocks.open.pop();
    if (cards.test(last.name)) return endOfCard(last.end, body, offset, end);
    return last.end.startsWith(":") ? onOwnLine(last.end, body, offset, end) : last.end;
  }
  if (blocks.tabSets.length > 0 && key === `end${blocks.tabSets.at(-1)?.name}`) {
    blocks.tabSets.pop();
    return "";
  }
  if (!isBlockTag(key)) return undefined;
  const values = parseShortcodeArguments(given);
  const { language = "en" } = context;
  const isMarkdown = context.isMarkdown && !isInIndentedHtml(body, offset, end);
  if (cards.test(key)) return startOfCard(tag, body, context, blocks);
  if (!isClosed(tag, body, blocks)) return isCalloutTag(key) ? wholeCallout(key, values, language) : undefined;
  if (isTabSetTag(key)) {
    blocks.tabSets.push(tabSet(name, values));
    return tabSetHtml(values);
  }
  if (folds.test(key)) return foldStart(tag, context, blocks);
  blocks.open.push({ name: key, end: isMarkdown ? ":::" : "</blockquote>" });
  if (isTabTag(key)) {
    const { container, html } = tabStart(values, blocks.tabSets.at(-1));
    return isMarkdown ? onOwnLine(container, body, offset, end) : html;
  }
  return isMarkdown ? onOwnLine(calloutContainer(key, values), body, offset, end) : calloutStart(key, values, language);
}

function isClosed(tag: BlockTag, body: string, blocks: OpenBlocks): boolean {
  return endOf(tag, body, blocks) !== undefined;
}

function endOf({ kind, name, offset }: BlockTag, body: string, { closed }: OpenBlocks): number | undefined {
  const id = kind + name;
  const found = closed.get(id) ?? closedTags(body, kind, name);
  closed.set(id, found);
  return found.get(offset);
}

/** Returns the code between the tags of a block. Undefined if it has other content, or no end. */
export function codeOf(tag: BlockTag, body: string, blocks: OpenBlocks): CodeInBlock | undefined {
  if (tag.kind === "%" || !(isTabTag(tag.key) || cards.test(tag.key))) return undefined;
  const end = endOf(tag, body, blocks);
  const values = parseShortcodeArguments(tag.given);
  return end === undefined ? undefined : codeInBlock(body, { name: tag.name, values, start: tag.end, end }, blocks.tabSets.at(-1));
}

// A card whose only words are between its tags is removed, unless they are code.
function startOfCard(tag: BlockTag, body: string, context: ShortcodeContext, blocks: OpenBlocks): string | undefined {
  const { footer, head } = card(parseShortcodeArguments(tag.given), context);
  if (!isClosed(tag, body, blocks)) return `${head ?? ""}${footer}` || undefined;
  blocks.open.push({ name: tag.key, end: footer });
  return head ?? (footer !== "" || codeOf(tag, body, blocks) !== undefined ? "" : undefined);
}

function endOfCard(footer: string, body: string, offset: number, end: number): string {
  return footer !== "" && placeOfTag(body, offset, end).markers === undefined ? `<br>${footer.replace(/^<p[^>]*>|<\/p>$/g, "")}` : footer;
}

// Without a title, only the arrangement would be lost.
function foldStart({ given, key, kind }: BlockTag, context: ShortcodeContext, { open }: OpenBlocks): string | undefined {
  const { named, positional, text } = parseShortcodeArguments(given);
  const title = named["summary"] ?? named["title"] ?? named["header"] ?? named["label"] ?? named["text"];
  if (title === undefined && positional.length === 0) return undefined;
  open.push({ name: key, end: "\n\n</details>\n" });
  const values = { named: title === undefined ? {} : { summary: title }, positional, text };
  return kind === "%" ? foldedStart({ ...values, text: text.replace(/^[a-z]{1,20}[ \t]*@/, "") }, context) : detailsStart(values, context);
}

// A container there would be text, or code after a blank line.
function isInIndentedHtml(body: string, offset: number, end: number): boolean {
  const { isBelowHtml = false, markers = "" } = placeOfTag(body, offset, end);
  return isBelowHtml && /^(?: {4}|\t)/.test(markers);
}

function onOwnLine(line: string, body: string, offset: number, end: number): string {
  const { isBelowHtml, markers, next } = placeOfTag(body, offset, end);
  const lineEnd = markers === undefined ? `\n${indentationAt(body, offset)}` : "\n"; // which gets the markers with the others
  const isAfterMarker = markers === undefined || /[^\s>]/.test(markers); // a container does not begin on the line of an item's marker
  const isInHtml = isBelowHtml && markers !== undefined; // a blank line ends the block of HTML, in which a container would be text
  return `${isInHtml || isAfterMarker ? lineEnd : ""}${line}${next === "same line" ? lineEnd : ""}`;
}

// The indentation of further lines of a footnote, an item or a quotation.
function indentationAt(body: string, offset: number): string {
  const before = body.slice(Math.max(0, offset - 200), offset);
  const start = before.lastIndexOf("\n") + 1;
  if (start === 0 && offset > 200) return "";
  const markers = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/.exec(before.slice(start))?.[0] ?? "";
  return markers.replace(/[^ \t>]/g, " ");
}
