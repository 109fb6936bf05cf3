import { countOf } from "../../../base/count-of.ts";
import { escapeMarkup } from "../../../base/escape.ts";
import { ArticleError } from "../../limits/article-error.ts";
import { limits } from "../../limits/limits.ts";
import { codeEnd, codeStart } from "../code/find-code.ts";
import { keepHtmlBlocks } from "../code/keep-html-blocks.ts";
import { KnownLines } from "../code/known-lines.ts";
import { mayHide } from "../formulas/formula-mark.ts";
import { FormulaPlaces } from "../formulas/formula-places.ts";
import { type ConditionalText, conditionalText } from "./conditional-text.ts";
import { emptiedLines, type ReplacedPlace } from "./emptied-lines.ts";
import { unescapeTags, withoutRawTags } from "./escaped-tags.ts";
import { isInTitle, mayBeInTitle } from "./in-title.ts";
import { isElement, isInsideMarkup } from "./inside-markup.ts";
import { contentsIn, isOfContents, withoutAttributeList } from "./kramdown-lists.ts";
import { outputOf } from "./output-tags.ts";
import { withPageValues } from "./page-values.ts";
import { blockOf, codeOf, isBlockTag, type OpenBlocks } from "./tags/block-tags.ts";
import { enclosedTag } from "./tags/enclosed-tags.ts";
import { losesArguments } from "./tags/lost-arguments.ts";
import { isPictureTag, pictureTag } from "./tags/picture-tags.ts";
import { addressTags, placeAddress } from "./tags/place-address.ts";
import { placeHtml, placeOfTag } from "./tags/place-html.ts";
import { isQuotationTag, isWholeQuotation, quotationEnd } from "./tags/quotation-tags.ts";
import { parseShortcodeArguments, type ShortcodeArguments, type ShortcodeContext } from "./tags/shortcode-arguments.ts";
import { shortcodeHtml } from "./tags/shortcode-html.ts";
import { isTabSetTag, wordsOfTabSet } from "./tags/tab-tags.ts";
import { codeHtml, diagramNames, formulaNames, formulaOfCall, readVerbatim, textNames, verbatimNames } from "./verbatim-tags.ts";
import type { LineChange } from "./written-line.ts";
import { callStart, wholeOutput } from "./zola-calls.ts";

/** A text after its shortcodes (Hugo, Zola, Hexo) and tags (Jekyll) are replaced. */
export interface ReplacedShortcodes {
  readonly text: string;
  /** The unknown tags that were removed, as they are written (`{% chart %}`), with their counts, without those of `conditional`. */
  readonly removed: ReadonlyMap<string, number>;
  /** The offset of the first removed tag. */
  readonly firstRemoved: number;
  readonly changes: readonly LineChange[];
  /** The first texts that the system published only under a condition. */
  readonly conditional: readonly ConditionalText[];
}

const maxConditional = 10; // of an article

/** The options of replacing shortcodes. */
export interface ShortcodeOptions extends ShortcodeContext {
  /** The values of `{{ site.url }}` and similar variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** The address of the site, which its tags show in words; in links, they start at the root. */
  readonly siteUrl?: string;
  /** The values of `page.cover` and similar variables in the arguments of tags. */
  readonly pageValues?: ReadonlyMap<string, string>;
  /** True if the system runs Liquid or Nunjucks in code as well, so that `{% raw %}` in code is not shown. */
  readonly isLiquid?: boolean;
}

// The lengths are bounded: otherwise a text with many start marks would take quadratic time. TeX has {{<}} and {% without an end.
const shortcode = "\\{\\{[<%](?!\\})(?:[^>%]|[>%](?!\\}\\})){0,2000}[>%]\\}\\}";
const tag = "\\{%(?:[^%{]|%(?!\\})|\\{(?!%)){0,2000}%\\}";
const attributes = "\\{::options[ \\t](?:[^\\n/]|/(?!\\})){0,500}/\\}|\\{:[^{}\\n]{0,200}\\}";
const output = "\\{\\{(?![<%{])[^{}\\n]{0,500}\\}\\}";
const toc = "\\{(?=[^{}\\n]{0,200}[ \\t:]toc[ \\t}]):[^{}\\n]{0,200}\\}[ \\t]*";
const item = "[ \\t]*(?:[-*+]|\\d+[.)])[ \\t].*"; // one line: ^ matches after U+2028, too, and [^\n]* would take quadratic time
const contentsList = `^(?:${item}\\n {0,3}${toc}$|${toc}\\n${item}$)`; // the list that kramdown replaces with a table of contents
const pieces = new RegExp(`${contentsList}|${codeStart}|${shortcode}|${tag}|${output}|${callStart}|${attributes}`, "gm");

/**
 * Replaces the tags that only another generator can run: known tags become HTML, unknown ones are removed. Code is copied unchanged,
 * without looking for tags in it.
 */
export function replaceShortcodes(body: string, options: ShortcodeOptions): ReplacedShortcodes {
  if (!/\{[{%:]/.test(body)) return { text: body, removed: new Map(), firstRemoved: 0, changes: [], conditional: [] };
  const removed = new Map<string, number>();
  const markup = options.isMarkdown === false ? "html" : "markdown";
  const state: State = {
    open: [],
    blocks: { open: [], tabSets: [], closed: new Map() },
    credits: [],
    unclosed: new Set(),
    lines: new KnownLines(body, markup),
    formulas: new FormulaPlaces(body, markup),
    hidesTex: options.isMarkdown === true && mayHide(body),
  };
  const changes: LineChange[] = [];
  const conditional: ConditionalText[] = [];
  const places: ReplacedPlace[] = [];
  let [text, done, firstRemoved, line, written] = ["", 0, -1, 1, 1];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const step = stepAt(body, match.index, match[0], options, state);
    const replacement = step.text ?? "";
    text += body.slice(done, match.index);
    const piece = body.slice(match.index, step.end);
    if (piece !== replacement)
      places.push({ start: text.length, end: text.length + replacement.length, isWritten: piece.includes(replacement) });
    text += replacement;
    if (text.length > limits.content) throw tooLong(body, match.index);
    const before = countOf("\n", body.slice(done, match.index));
    const [lines, linesOfTag] = [countOf("\n", replacement), countOf("\n", piece)];
    [line, written] = [line + before + lines, written + before + linesOfTag];
    if (lines !== linesOfTag) changes.push({ line, written });
    done = step.end;
    pieces.lastIndex = done;
    if ((step.text !== undefined && !step.isPartial) || step.name === undefined) continue;
    const hidden = conditional.length < maxConditional ? conditionalText(body, match.index, match[0]) : undefined;
    if (hidden !== undefined)
      conditional.push(hidden); // its own warning names it
    else {
      if (firstRemoved < 0) firstRemoved = match.index;
      removed.set(step.name, (removed.get(step.name) ?? 0) + 1);
    }
  }
  text += body.slice(done);
  if (markup === "markdown") text = keepHtmlBlocks(text, emptiedLines(text, places));
  return { text, removed, firstRemoved: Math.max(0, firstRemoved), changes, conditional };
}

function stepAt(body: string, offset: number, piece: string, options: ShortcodeOptions, state: State): Step {
  const contents = contentsIn(piece);
  if (contents !== undefined) return { text: contents.isContents ? "\n" : piece, end: offset + piece.length };
  if (!piece.startsWith("{")) return copyCode(body, offset, piece, options, state.lines);
  const whole = wholeOutput(body, offset, piece);
  return whole === undefined ? { text: "{", end: offset + 1 } : convert(body, offset, whole, options, state);
}

// A text may insert a title of a megabyte a thousand times.
function tooLong(body: string, offset: number): ArticleError {
  const line = body.slice(0, offset).split("\n").length;
  const message = `Cannot compile the article: with its tags expanded, it has more than ${limits.content} characters; leave some of the tags out`;
  return new ArticleError(message, { line });
}

interface Step {
  /** The replacement; undefined without one. */
  readonly text?: string | undefined;
  /** The name of a removed tag to report; undefined if its removal loses nothing. */
  readonly name?: string;
  /** True if the replacement shows only a part of the tag. */
  readonly isPartial?: boolean;
  readonly end: number;
}

function copyCode(body: string, offset: number, start: string, { isLiquid }: ShortcodeOptions, lines: KnownLines): Step {
  const end = codeEnd(body, offset, start, lines);
  const code = body.slice(offset, end);
  const shown = unescapeTags(isLiquid ? withoutRawTags(code) : code);
  return { text: shown !== code && isInTitle(body, offset) ? code : shown, end };
}

interface State {
  /** Open tags of Zola, which `{% end %}` closes. */
  readonly open: string[];
  readonly blocks: OpenBlocks;
  /** The credits of open quotations. */
  readonly credits: string[];
  /** Tags that have no end tag in the rest of the text. */
  readonly unclosed: Set<string>;
  readonly lines: KnownLines;
  readonly formulas: FormulaPlaces;
  /** True if the formulas of tags within a line can be hidden from Markdown. */
  readonly hidesTex: boolean;
}

function convert(body: string, offset: number, piece: string, options: ShortcodeOptions, state: State): Step {
  const { credits, formulas, unclosed, open } = state;
  const end = offset + piece.length;
  if (piece.startsWith("{:") && options.isMarkdown && !isOfContents(piece)) return { text: piece, end };
  if (piece.startsWith("{:")) {
    const { isMarkdown } = options;
    return withoutAttributeList(body, end, piece, unclosed, { isMarkdown, isHidden: isMarkdown && !mayBeInTitle(body, offset) });
  }
  if (/^\{\{[<%]\/\*/.test(piece)) return { text: escapeMarkup(piece.replace("/*", "").replace("*/", "")), end }; // Hugo's escape
  if (/^\{[{%]\/\*/.test(piece) && unescapeTags(piece) !== piece) return { text: escapeMarkup(unescapeTags(piece)), end }; // Zola's
  const [, kind = "", inner = ""] = /^\{(\{[<%]|%)-?([\s\S]*?)-?[>%]\}\}?$/.exec(piece) ?? [];
  if (kind === "") return convertOutput(body, offset, piece, options, state);
  const [, closing = "", name = "", args = ""] = /^\s*(\/?)\s*([\w./-]*)([\s\S]*?)\/?\s*$/.exec(inner) ?? [];
  const { isComplete, text: rest } = kind === "%" ? withPageValues(args, options.pageValues) : { isComplete: true, text: args };
  if (formulas.hasTag(offset, piece, name) && !isKnownTag(name, rest)) return { text: `{${kind}`, end: offset + kind.length + 1 };
  const isHidden = state.hidesTex && (formulaNames.has(name) || name === "rawhtml" || name === "highlight") && !mayBeInTitle(body, offset);
  const written = { offset, end, kind, name, rest };
  const verbatim = closing === "" ? readVerbatim(body, written, unclosed, options.isMarkdown, isHidden) : undefined;
  const isMisplaced = (text = "") => isElement(text) && isInsideMarkup(body, offset);
  if (verbatim !== undefined && (textNames.has(name) || !isMisplaced(verbatim.text))) {
    const isWhole = !(diagramNames.has(name) || formulaNames.has(name)) || !isPart(name, parseShortcodeArguments(rest), verbatim.text);
    return isWhole ? verbatim : { ...verbatim, name: nameOf(kind, name), isPartial: true };
  }
  if (rest.startsWith("(")) open.push(name);
  const key = `${closing === "" ? "" : "end"}${name.replace(/\.html$/, "")}${name === "end" ? (open.pop() ?? "") : ""}`;
  const known = Object.hasOwn(shortcodeHtml, key) ? shortcodeHtml[key] : undefined;
  const given = rest.replace(/^\((.*)\)$/s, "$1");
  if (isQuotationTag(key) && !isWholeQuotation(parseShortcodeArguments(given))) credits.push(given);
  const enclosed = closing === "" ? enclosedTag(body, end, { given, kind, name }, options) : undefined;
  if (enclosed !== undefined && !isMisplaced(enclosed.text)) return enclosed;
  const values = key.startsWith("end") && isQuotationTag(key.slice(3)) ? (credits.pop() ?? "") : given;
  const isEnd = closing !== "" || /^(?:end.*|else|elsif|when)$/.test(name);
  const parsed = parseShortcodeArguments(values);
  const block = { key, kind, name, offset, end, given };
  const depth = state.blocks.open.length;
  const own = known?.(parsed, options) ?? blockOf(block, body, options, state.blocks);
  const shown = own ?? (isEnd || known !== undefined ? undefined : pictureTag(name, parsed, options.isMarkdown));
  const html = isMisplaced(shown) ? undefined : shown;
  const later = isTabSetTag(key) ? (state.blocks.tabSets.at(-1)?.titles ?? []) : state.blocks.open.slice(depth).map((opened) => opened.end);
  const isWhole = isComplete && !(own === undefined && !isPictureTag(name)) && (isEnd || !isPart(key, parsed, [html, ...later].join(" ")));
  const place = placeOfTag(body, offset, end);
  const code = html === undefined || isEnd ? undefined : codeOf(block, body, state.blocks);
  const placed =
    html && placeHtml(addressTags.has(key) ? placeAddress(html, body, offset, end) : html, code ? { ...place, next: "none" } : place);
  return {
    text: code ? `${placed}${codeHtml(code, html ?? "", place)}` : placed,
    end: code?.end ?? end,
    ...(html !== undefined && !isWhole && { isPartial: true }),
    ...(!isEnd && { name: nameOf(kind, name) }),
  };
}

function nameOf(kind: string, name: string): string {
  return kind === "%" ? `{% ${name} %}` : kind === "{%" ? `{{% ${name} %}}` : `{{< ${name} >}}`;
}

function convertOutput(body: string, offset: number, piece: string, options: ShortcodeOptions, { formulas, hidesTex }: State): Step {
  const end = offset + piece.length;
  const isInFormula = formulas.hasOutput(offset, piece);
  const isHidden = hidesTex && !mayBeInTitle(body, offset);
  const formula = isInFormula || isInsideMarkup(body, offset) ? undefined : formulaOfCall(piece, placeOfTag(body, offset, end), isHidden);
  if (formula !== undefined) return { text: formula, end };
  const output = outputOf(body, offset, piece, options);
  return output.text === undefined && isInFormula ? { text: piece, end } : { ...output, end };
}

// The credit of a quotation is at its end.
function isPart(key: string, values: ShortcodeArguments, html = ""): boolean {
  if (addressTags.has(key)) return false;
  return losesArguments(isTabSetTag(key) ? wordsOfTabSet(values) : values, isQuotationTag(key) ? html + quotationEnd(key, values) : html);
}

/**
 * Returns whether the compiler replaces a tag such as `{% post_url 2024-01-02-moon %}`.
 * @param rest the text after the name
 * @param isInside returns whether the tag is in an attribute or in the destination of a link, where only texts and addresses can replace it
 */
export function isKnownTag(name: string, rest: string, isInside = () => false): boolean {
  if (textNames.has(name)) return true;
  if (verbatimNames.has(name) || isBlockTag(name)) return !isInside();
  const known = Object.hasOwn(shortcodeHtml, name) ? shortcodeHtml[name] : undefined;
  const values = parseShortcodeArguments(rest.trim());
  const shown = known === undefined ? pictureTag(name, values) : known(values, { locate: () => "/" });
  return shown !== undefined && !(isElement(shown) && isInside());
}
