import { calloutContainer, calloutStart, closedTags, isCalloutTag, wholeCallout } from "./callout-tags.ts";
import { detailsStart, foldedStart } from "./folded-tags.ts";
import { placeOfTag } from "./place-html.ts";
import { parseShortcodeArguments, type ShortcodeContext } from "./shortcode-arguments.ts";
import { isTabSetTag, isTabTag, type TabSet, tabSet, tabStart } from "./tab-tags.ts";

// Hextra, PaperMod, Relearn, Book, Blowfish, Docsy (Hugo), Fluid (Hexo). Few names: the ends of each are searched once.
const folds = /^(?:fold|collapse|collapsible|expand|accordion(?:Item|-?item)?)$/;

/** A tag around other text. */
interface BlockTag {
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
  /** The offsets of the tags that have an end, by the kind and name of the tag. */
  readonly closed: Map<string, ReadonlySet<number>>;
}

/** Returns whether a tag with this name shows a callout, a tab or a part that opens, in a theme. */
export function isBlockTag(name: string): boolean {
  return isCalloutTag(name) || isTabTag(name) || isTabSetTag(name) || folds.test(name);
}

/** Converts the start or the end of a callout, a tab, a set of tabs or a part that opens. Returns undefined for another tag. */
export function blockOf(tag: BlockTag, body: string, context: ShortcodeContext, blocks: OpenBlocks): string | undefined {
  const { end, given, key, name, offset } = tag;
  const last = blocks.open.at(-1);
  if (last !== undefined && key === `end${last.name}`) {
    blocks.open.pop();
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
  if (!isClosed(tag, body, blocks)) return isCalloutTag(key) ? wholeCallout(key, values, language) : undefined;
  if (isTabSetTag(key)) {
    blocks.tabSets.push(tabSet(name, values));
    return "";
  }
  if (folds.test(key)) return foldStart(tag, context, blocks);
  blocks.open.push({ name: key, end: isMarkdown ? ":::" : "</blockquote>" });
  if (isTabTag(key)) {
    const { container, html } = tabStart(values, blocks.tabSets.at(-1));
    return isMarkdown ? onOwnLine(container, body, offset, end) : html;
  }
  return isMarkdown ? onOwnLine(calloutContainer(key, values), body, offset, end) : calloutStart(key, values, language);
}

function isClosed({ kind, name, offset }: BlockTag, body: string, { closed }: OpenBlocks): boolean {
  const id = kind + name;
  const found = closed.get(id) ?? closedTags(body, kind, name);
  closed.set(id, found);
  return found.has(offset);
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
