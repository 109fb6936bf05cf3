import type { Root } from "hast";
import type { ReportAtNode } from "../../../model/report-at-node.ts";
import { keepEmptiedLines } from "../code/keep-html-blocks.ts";
import { convertAttributeLines, mayHaveAttributes } from "./attribute-lines.ts";
import { convertBlockIds, mayHaveBlockIds } from "./block-ids.ts";
import { convertCallouts } from "./callouts.ts";
import { type CodeOptions, convertCodeLanguages, convertInlineLanguages, mayNameLanguages } from "./code-languages.ts";
import { contentsMark, removeContentsMarks } from "./contents-marks.ts";
import { moveDefinitionsBelowNotes } from "./definitions-below-notes.ts";
import { describeRemoved } from "./describe-removed.ts";
import {
  hiddenCells,
  hiddenDirective,
  lostOutput,
  unknownArticle,
  unknownDirective,
  unknownLabels,
  unknownRole,
} from "./dialect-messages.ts";
import { convertDirectiveFences } from "./directives/directive-fences.ts";
import { inlineCellLine } from "./directives/executed-cells.ts";
import { convertFencedQuotes } from "./fenced-quotes.ts";
import { convertFigureGroups, mayGroupFigures } from "./figure-groups.ts";
import { convertHeadingAttributes, mayHaveHeadingAttributes } from "./heading-attributes.ts";
import { convertAbbreviations, mayAbbreviate, takeAbbreviations } from "./inline/abbreviations.ts";
import { hasHiddenValues, hideValues, showValues } from "./inline/attribute-values.ts";
import { guardCjkEmphasis } from "./inline/cjk-emphasis.ts";
import { convertEmoji, keepWrittenHeadings, loadEmoji, mayHaveEmoji } from "./inline/emoji.ts";
import { guardEscapes, hasGuards, removeGuards } from "./inline/escapes.ts";
import { convertHighlights } from "./inline/highlights.ts";
import { mayHaveIcons, removeIcons } from "./inline/icons.ts";
import { convertKeys } from "./inline/keys.ts";
import { convertLinkWords, mayLackWords } from "./inline/link-words.ts";
import { convertProgressBars } from "./inline/progress-bars.ts";
import { replaceProse } from "./inline/prose.ts";
import { convertRawSpans, mayHaveRawSpans } from "./inline/raw-spans.ts";
import { convertRoles } from "./inline/roles.ts";
import { convertRuby, mayHaveRuby } from "./inline/ruby.ts";
import { convertSpans, maySpan } from "./inline/spans.ts";
import { convertSuperscripts } from "./inline/superscripts.ts";
import { convertTildes, hasTildes, hideTildes } from "./inline/tildes.ts";
import { convertWikilinks } from "./inline/wikilinks.ts";
import { markAttributeLines, withoutAttributes } from "./lines/attribute-marks.ts";
import { convertComments } from "./lines/comments.ts";
import { convertCriticMarkup } from "./lines/critic-markup.ts";
import { convertTildeDefinitions, escapeColons } from "./lines/definition-lists.ts";
import { keepDrawnTables } from "./lines/drawn-tables.ts";
import { describeHidden } from "./lines/hidden-content.ts";
import { convertInlineFootnotes } from "./lines/inline-footnotes.ts";
import { repairMdx } from "./lines/mdx-syntax.ts";
import { isMyst, removeMystComments } from "./lines/myst-comments.ts";
import { moveNotesFromLabels } from "./lines/notes-in-labels.ts";
import { convertPandocLines } from "./lines/pandoc-lines.ts";
import { writeSizes } from "./lines/picture-sizes.ts";
import { rewriteBlocks } from "./lines/rewrite-blocks.ts";
import { convertSlashBlocks } from "./lines/slash-blocks.ts";
import { encodeSpaces } from "./lines/spaced-addresses.ts";
import { convertListings, mayHaveListings } from "./listings.ts";
import { mayHaveTables, reportLostCells } from "./lost-cells.ts";
import { mayHaveNotes, reportLostNotes } from "./lost-notes.ts";
import { convertMarkdownInHtml, type ParseFragment } from "./markdown-in-html.ts";
import { convertNumberedFigures, mayNumberFigures } from "./numbered-figures.ts";
import { repeatCaptions } from "./repeat-captions.ts";
import { convertTableMarks, mayHaveTableMarks } from "./tables.ts";
import { convertTablesWithoutHead, mayLackHeads } from "./tables-without-head.ts";
import { convertTaskStates, mayHaveTaskStates } from "./task-states.ts";

/** The context of an article's Markdown. */
export interface DialectContext extends CodeOptions {
  /** The language of the article, for titles of callouts. */
  readonly language: string;
  /** Finds an article by its name, and returns its link from the articles folder. */
  readonly locate: (name: string) => string | undefined;
  readonly reportAtNode: ReportAtNode;
  /** Returns the text of a file that MDX imports to show it as code. */
  readonly readText?: (reference: string) => string | undefined;
  /** The ids of blocks in the text to which articles link, as Obsidian writes them: they are no words. */
  readonly linkedBlocks?: readonly string[] | undefined;
  /** True if no code of the article is executed, so that no output is lost. */
  readonly isStatic?: boolean | undefined;
  /** The formats of raw text that are reported already: each is reported once. */
  readonly rawFormats?: Set<string>;
  /** Whether the text had directives or roles of MyST before its fences were converted; undefined to search for them. */
  readonly isMyst?: boolean | undefined;
  /** The labels after formulas, by the numbers of their marks. */
  readonly labelsOfFormulas?: ReadonlyMap<number, string> | undefined;
  /** True to keep the marks of dialects in the tree. */
  readonly isPlain?: true;
}

/** Converts the constructs of dialects in a tree of Markdown, in place, before its raw HTML is parsed. */
export type ConvertTree = (tree: Root, parse?: ParseFragment) => void;

/** A construct of a dialect. */
interface Dialect {
  /** A quick check: an article without the construct must cost nothing. */
  readonly isIn: (text: string) => boolean;
  readonly convert: (tree: Root, context: DialectContext & TreeContext) => void;
}

interface TreeContext {
  /** The text of the tree. */
  readonly text: string;
  readonly emoji: ReadonlyMap<string, string>;
  readonly parse: ParseFragment | undefined;
}

// In this order: ids of headings before callouts, whose titles are headings, blocks before the text in them, tildes before texts that
// may contain one, marks of contents before wikilinks, and definitions before what they define.
const dialects: readonly Dialect[] = [
  { isIn: mayHaveNotes, convert: (tree, { reportAtNode, text }) => reportLostNotes(tree, text, reportAtNode) },
  { isIn: mayHaveTables, convert: (tree, { reportAtNode, text }) => reportLostCells(tree, text, reportAtNode) },
  {
    isIn: (text) => text.includes("<") && /\smarkdown(?:=|\s|>)/i.test(text),
    convert: (tree, { parse }) => parse && convertMarkdownInHtml(tree, parse),
  },
  {
    isIn: mayHaveIcons,
    convert: (tree, { reportAtNode }) => removeIcons(tree, (removed, first) => reportAtNode(first, "warning", describeRemoved(removed))),
  },
  { isIn: mayHaveHeadingAttributes, convert: convertHeadingAttributes },
  { isIn: (text) => text.includes("[!"), convert: (tree, { language }) => convertCallouts(tree, language) },
  { isIn: mayHaveRawSpans, convert: (tree, context) => convertRawSpans(tree, (format, node) => reportRaw(format, node, context)) },
  { isIn: mayHaveAttributes, convert: convertAttributeLines },
  {
    isIn: maySpan,
    convert: (tree, { reportAtNode }) =>
      convertSpans(tree, ({ attributes, node, words }) => reportAtNode(node, "warning", describeHidden(words, attributes))),
  },
  { isIn: mayLackHeads, convert: (tree, { text }) => convertTablesWithoutHead(tree, text) },
  { isIn: mayHaveTableMarks, convert: convertTableMarks },
  { isIn: mayNumberFigures, convert: convertNumberedFigures },
  { isIn: mayGroupFigures, convert: convertFigureGroups },
  { isIn: mayHaveListings, convert: (tree, { parse }) => convertListings(tree, parse) },
  { isIn: mayNameLanguages, convert: convertCodeLanguages },
  { isIn: (text) => text.includes("`"), convert: (tree, { hasInlineLanguages }) => hasInlineLanguages && convertInlineLanguages(tree) },
  { isIn: hasTildes, convert: convertTildes },
  { isIn: mayHaveTaskStates, convert: convertTaskStates },
  { isIn: (text) => contentsMark.test(text), convert: removeContentsMarks },
  { isIn: mayAbbreviate, convert: (tree) => abbreviate(tree) },
  {
    isIn: (text) => text.includes("[["),
    convert: (tree, { locate, reportAtNode }) =>
      convertWikilinks(tree, { locate, reportMissing: (at, written) => reportAtNode(at, "warning", unknownArticle(written)) }),
  },
  { isIn: mayHaveBlockIds, convert: (tree, { linkedBlocks = [], reportAtNode }) => convertBlockIds(tree, linkedBlocks, reportAtNode) },
  {
    isIn: (text) => text.includes("}`"),
    convert: (tree, { locate, reportAtNode }) =>
      convertRoles(tree, locate, (name, code) => reportAtNode(code, "warning", unknownRole(name))),
  },
  { isIn: mayHaveRuby, convert: convertRuby },
  { isIn: (text) => text.includes("++") || text.includes("^^"), convert: convertKeys },
  { isIn: (text) => text.includes("=="), convert: convertHighlights },
  { isIn: (text) => text.includes("^"), convert: convertSuperscripts },
  {
    isIn: mayLackWords,
    convert: (tree, { isMyst: isKnown, labelsOfFormulas, reportAtNode, text }) =>
      convertLinkWords(
        tree,
        (labels, first) => reportAtNode(first, "warning", unknownLabels(labels)),
        () => isKnown ?? isMyst(text),
        labelsOfFormulas,
      ),
  },
  {
    isIn: mayHaveEmoji,
    convert: (tree, { emoji }) => {
      keepWrittenHeadings(tree);
      replaceProse(tree, (node) => convertEmoji(node, emoji));
    },
  },
];

/**
 * Converts fences whose language is in braces. In later conversions, all other fences are code. The number of lines stays the same.
 */
export function convertFences(text: string, isMdx: boolean, context: DialectContext): string {
  const { isPlain, isStatic, language, reportAtNode } = context;
  if (isPlain) return convertDirectiveFences(text, { isMdx, language });
  const report = reporterOfFences(reportAtNode);
  const converted = convertDirectiveFences(text, {
    hasLabels: !isMdx,
    isMdx,
    language,
    reportRaw: (format, line) => reportRaw(format, atLine(line), context),
    reportUnknown: (name, line) => report(unknownDirective(name), line),
    reportHidden: (line, directive) => report(directive === undefined ? hiddenCells : hiddenDirective(directive), line),
    ...(!isStatic && { reportOutput: (line: number) => report(lostOutput, line) }),
  });
  const line = isStatic ? undefined : inlineCellLine(text, isMdx);
  if (line !== undefined) report(lostOutput, line);
  return converted;
}

/** Rewrites the constructs that only the text shows, such as containers. The number of lines stays the same. */
export function rewriteDialects(written: string, isMdx: boolean, { isMyst: isKnown, isPlain, reportAtNode }: DialectContext): string {
  const text = isPlain
    ? isMdx
      ? written
      : withoutAttributes(written)
    : hideTildes(moveNotesFromLabels(isMdx ? encodeSpaces(written, isMdx) : convertOfMarkdown(written, reportAtNode), isMdx), isMdx);
  const guarded = guardEscapes(isPlain ? text : guardCjkEmphasis(isMdx ? text : removeMystComments(text, isKnown), isMdx), isMdx);
  const blocks = rewriteBlocks(isMdx ? repairMdx(guarded) : isPlain ? guarded : markAttributeLines(guarded), isMdx, reportAtNode);
  return escapeColons(isMdx ? blocks : keepEmptiedLines(written, blocks), isMdx);
}

function convertOfMarkdown(written: string, reportAtNode: ReportAtNode): string {
  const values = hideValues(moveDefinitionsBelowNotes(written));
  const drawn = convertTildeDefinitions(convertPandocLines(keepDrawnTables(convertFencedQuotes(values))));
  const uncommented = convertCriticMarkup(convertComments(convertInlineFootnotes(drawn), reportAtNode), reportAtNode);
  return writeSizes(encodeSpaces(repeatCaptions(convertSlashBlocks(convertProgressBars(uncommented)))));
}

/** Returns the conversion of an article's tree. @param text what {@link rewriteDialects} returned */
export function dialectsOf(text: string, context: DialectContext): ConvertTree {
  const used = context.isPlain ? [] : dialects.filter(({ isIn }) => isIn(text));
  const emoji = used.length > 0 && mayHaveEmoji(text) ? loadEmoji() : new Map<string, string>();
  return (tree, parse) => {
    for (const { convert } of used) convert(tree, { ...context, emoji, parse, text });
    if (hasGuards(text)) removeGuards(tree);
    if (hasHiddenValues(text)) showValues(tree);
  };
}

function abbreviate(tree: Root): void {
  const abbreviations = takeAbbreviations(tree);
  if (abbreviations.size > 0) replaceProse(tree, (node) => convertAbbreviations(node, abbreviations));
}

function reportRaw(format: string, place: Place, { rawFormats, reportAtNode }: DialectContext): void {
  if (!rawFormats?.has(format)) reportAtNode(place, "warning", `Removed text in the format {=${format}}: readers only show HTML`);
  rawFormats?.add(format);
}

type Place = Parameters<ReportAtNode>[0];

function atLine(line: number): Place {
  return { position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}

// Reports each message once.
function reporterOfFences(reportAtNode: ReportAtNode): (message: string, line: number) => void {
  const reported = new Set<string>();
  return (message, line) => {
    if (!reported.has(message)) reportAtNode(atLine(line), "warning", message);
    reported.add(message);
  };
}
