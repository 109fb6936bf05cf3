import { textIn } from "../../../base/table-values.ts";
import { markupOf } from "../../../model/markup-of.ts";
import type { ReportAtNode } from "../../../model/report-at-node.ts";
import type { Site } from "../../../settings/site-settings.ts";
import type { FrontMatter } from "../../front-matter/front-matter.ts";
import { keepBlankLines, keepEmptiedLines, mayBreakHtml } from "../code/keep-html-blocks.ts";
import { markInlineHtml, mayHaveInlineHtml } from "../code/mark-inline-html.ts";
import { escapeBarsInCode } from "../dialects/bars-in-code.ts";
import { applyBlockHtmlOption } from "../dialects/block-html-option.ts";
import { describeRemoved } from "../dialects/describe-removed.ts";
import { convertComponentFences } from "../dialects/directives/component-fences.ts";
import { mapProse } from "../dialects/lines/markdown-lines.ts";
import { convertBracketEmbeds, convertDirectiveEmbeds } from "./bracket-embeds.ts";
import { convertComponents } from "./component-embeds.ts";
import { describeConditional } from "./conditional-text.ts";
import { isLiquid } from "./escaped-tags.ts";
import { isOfJekyll, keepsBlankLines } from "./keeps-blank-lines.ts";
import { convertKramdownBreaks } from "./kramdown-breaks.ts";
import { pageValues } from "./page-values.ts";
import { removeDirectives } from "./remove-directives.ts";
import { replaceShortcodes } from "./shortcodes.ts";
import { convertTabComments } from "./tab-comments.ts";
import { convertWordPressTags, removePluginTags } from "./wordpress-tags.ts";
import type { LineChange } from "./written-line.ts";

/** An article's text without tags. */
export interface ExpandedText {
  readonly text: string;
  /** The places after which lines have other numbers than in the article. */
  readonly changes?: readonly LineChange[];
}

/** Converts an article's text to plain Markdown or HTML: replaces the tags of other generators, and reports those that it removes. */
export function expandShortcodes(
  frontMatter: FrontMatter,
  source: string,
  { site, language }: { readonly site: Site; readonly language: string },
  locate: (name: string, source: string) => string | undefined,
  reportAtNode: ReportAtNode,
): ExpandedText {
  const { body, data } = frontMatter;
  const marked = withMark(body, data["excerpt_separator"]);
  const markup = markupOf(source);
  if (markup === "text") return { text: marked };
  const copied = markup === "mdx" ? undefined : convertWordPressTags(marked, markup === "markdown");
  const embedded = markup === "mdx" ? convertDirectiveEmbeds(marked) : convertBracketEmbeds(copied?.text ?? marked);
  const enclosing = markup === "mdx" ? undefined : removePluginTags(embedded);
  const own = enclosing?.text ?? embedded;
  const inserted = markup === "html" ? undefined : removeDirectives(own, markup === "mdx");
  for (const part of [copied, enclosing, inserted])
    if (part !== undefined && part.removed.size > 0)
      reportAtNode(nodeAt(part.text, part.firstRemoved), "warning", describeRemoved(part.removed));
  const rest = inserted?.text ?? own;
  if (markup === "mdx") return { text: fillFrontMatter(rest, data) };
  const isMarkdown = markup === "markdown";
  const converted = isMarkdown ? keepEmptiedLines(marked, convertTags(rest)) : rest;
  const escaped = isMarkdown ? escapeBarsInCode(converted) : converted;
  const given = escaped !== converted && isLiquid(source, frontMatter) ? escaped : converted;
  const { changes, conditional, firstRemoved, removed, text } = replaceShortcodes(given, {
    locate: (name) => locate(name, source),
    language,
    isLiquid: marked.includes("{%") && /end(?:raw|verbatim)\b/.test(marked) && isLiquid(source, frontMatter),
    isMarkdown,
    siteUrl: site.url,
    data,
    pageValues: pageValues(data),
    variables: variablesOf(site.title, textIn(data["title"])),
  });
  if (removed.size > 0) reportAtNode(nodeAt(given, firstRemoved), "warning", describeRemoved(removed));
  for (const hidden of conditional) reportAtNode(nodeAt(given, hidden.offset), "warning", describeConditional(hidden));
  if (!isMarkdown) return { text, changes };
  const shown = applyBlockHtmlOption(isOfJekyll(source, frontMatter) ? convertKramdownBreaks(text) : text);
  const mayDiffer = (mayBreakHtml(shown) || mayHaveInlineHtml(shown)) && keepsBlankLines(source, frontMatter);
  return { text: mayDiffer ? markInlineHtml(keepBlankLines(shown)) : shown, changes };
}

// Tags that are lines, comments or components.
function convertTags(text: string): string {
  return convertComponents(convertTabComments(withoutSeparators(convertComponentFences(text))));
}

const separator = /^([ \t>]{0,20})<--->[ \t]*$/gm;

// Hugo Book: <---> between the parts of {{< columns >}}, whose tags are removed.
function withoutSeparators(text: string): string {
  if (!text.includes("<--->") || !/^[ \t>]{0,20}\{\{[<%]\s{0,9}columns\b/m.test(text)) return text;
  return mapProse(text, (prose) => prose.replace(separator, (_, prefix: string) => prefix.trimEnd()));
}

const ofFrontMatter = /\{[ \t]{0,9}(?:props\.)?front[mM]atter\.([A-Za-z_]\w{0,50})[ \t]{0,9}\}/g;

// Astro: {frontmatter.title}. A text in braces is a literal, without any markup.
function fillFrontMatter(text: string, data: FrontMatter["data"]): string {
  if (!/front[mM]atter\./.test(text) || textIn(data["title"]) === undefined) return text; // a heading may be the title, from which ids are made
  const fill = (prose: string) =>
    prose.replace(ofFrontMatter, (found, name: string) => {
      const value = Object.hasOwn(data, name) ? textIn(data[name]) : undefined;
      return value === undefined ? found : `{${JSON.stringify(value)}}`;
    });
  return mapProse(text, fill, undefined, true);
}

// Of Jekyll and Eleventy, and of VitePress and VuePress.
function variablesOf(site: string, title: string | undefined): Readonly<Record<string, string>> {
  const ofVue = title === undefined ? {} : { "$page.title": title, "$frontmatter.title": title, "$page.frontmatter.title": title };
  return { "site.baseurl": "", "site.title": site, "page.title": title ?? "", "$site.title": site, ...ofVue };
}

function nodeAt(text: string, offset: number): Parameters<ReportAtNode>[0] {
  const before = text.slice(0, offset).split("\n");
  const start = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  return { position: { start, end: start } };
}

// Jekyll's custom mark for the end of the excerpt becomes the usual one.
function withMark(body: string, separator: FrontMatter["data"][string] | undefined): string {
  return typeof separator === "string" && separator.trim() !== "" ? body.replace(separator, () => "<!--more-->") : body;
}
