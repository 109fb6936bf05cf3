import type { Root } from "hast";
import { markupOf } from "../../model/markup-of.ts";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { parseHtml } from "../html/parse-html.ts";
import { ArticleError } from "../limits/article-error.ts";
import { limitDepth } from "../limits/limit-depth.ts";
import { limits } from "../limits/limits.ts";
import { hideTemplates } from "./code/hidden-templates.ts";
import { keepEmptiedLines } from "./code/keep-html-blocks.ts";
import { copiedCharacters } from "./copied-characters.ts";
import { mayIndentItems, mayNameInlineLanguages } from "./dialects/code-languages.ts";
import { describeRemoved } from "./dialects/describe-removed.ts";
import { type ConvertTree, convertFences, type DialectContext, dialectsOf, rewriteDialects } from "./dialects/dialects.ts";
import { unwrapMdxBlocks } from "./dialects/directives/mdx-blocks.ts";
import { convertEquationReferences } from "./dialects/inline/equation-references.ts";
import { isMyst } from "./dialects/lines/myst-comments.ts";
import { isPythonMarkdown } from "./dialects/python-markdown.ts";
import { fillElements, mayFillElements } from "./expressions/fill-elements.ts";
import { hideFormulas } from "./formulas/hidden-formulas.ts";
import { mayHaveFormulas, showFormulas } from "./formulas/html-formulas.ts";
import { addParagraphs } from "./html-paragraphs.ts";
import { parseMarkdown } from "./markdown.ts";
import { reportMissingPictures } from "./missing-pictures.ts";
import { quoteAttributes } from "./quote-attributes.ts";
import { plainComponents } from "./shortcodes/component-embeds.ts";
import { inlineImports, mayImport, usesImports } from "./shortcodes/markdown-imports.ts";

/**
 * Parses the text of an article as HTML, MDX or Markdown, depending on its file's extension, and on what Markdown imports.
 * @throws ArticleError
 */
export async function parseMarkup(source: string, body: string, context: DialectContext): Promise<Root> {
  const tree = await parseAs(source, body, context);
  limitDepth(tree);
  return tree;
}

async function parseAs(source: string, written: string, context: DialectContext): Promise<Root> {
  const markup = markupOf(source);
  if (markup === "html") {
    const html = parseHtml(written);
    if (/\n[ \t]*\n/.test(written)) addParagraphs(html);
    if (mayHaveFormulas(written)) showFormulas(html);
    return html;
  }
  if (markup === "mdx") return parseMdxArticle(unwrapMdxBlocks(written), context);
  if (context.isPlain) return parseText(written, context);
  const body = quoteAttributes(written);
  if (!mayImport(body)) return parseText(body, context);
  const unwrapped = unwrapMdxBlocks(body);
  if (!usesImports(unwrapped)) return parseText(withoutImports(body), context);
  return (await parseIfMdx(unwrapped, context)) ?? parseText(plainComponents(withoutImports(body)), context);
}

function withoutImports(body: string): string {
  return keepEmptiedLines(body, inlineImports(body));
}

async function parseText(body: string, context: DialectContext): Promise<Root> {
  return parseDialects(body, false, context, async (text, convert) => {
    const tree = await parseProse(text, convert);
    if (context.isPlain === undefined && mayFillElements(text)) fillElements(tree, context.reportAtNode);
    if (context.isPlain === undefined) reportMissingPictures(tree, text, context.reportAtNode);
    return tree;
  });
}

async function parseProse(text: string, convert: ConvertTree): Promise<Root> {
  if (copiedCharacters(text) <= limits.copiedCharacters) return parseMarkdown(text, convert);
  const { parseByRemark } = await import("./markdown-by-remark.ts");
  return parseByRemark(text, convert);
}

async function parseMdxArticle(body: string, context: DialectContext): Promise<Root> {
  const { MdxError } = await import("./mdx.ts");
  try {
    return await parseMdxText(body, context);
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    const { column, line, message } = error;
    const start = { line, column };
    context.reportAtNode({ position: { start, end: start } }, "error", `Cannot read the MDX: ${message}`);
    return { type: "root", children: [{ type: "text", value: body }] };
  }
}

// Docusaurus reads `.md` as MDX. MDX 1 was less strict, so that a text that is not valid MDX is read as Markdown.
async function parseIfMdx(body: string, context: DialectContext): Promise<Root | undefined> {
  const { MdxError } = await import("./mdx.ts");
  const reports: Parameters<ReportAtNode>[] = [];
  try {
    const tree = await parseMdxText(body, { ...context, reportAtNode: (...report) => reports.push(report) });
    for (const report of reports) context.reportAtNode(...report);
    return tree;
  } catch (error) {
    if (error instanceof MdxError || error instanceof ArticleError) return undefined;
    throw error;
  }
}

// The MDX parser has 200 files, and few sites use it.
async function parseMdxText(body: string, context: DialectContext): Promise<Root> {
  const { parseMdx } = await import("./mdx.ts");
  return parseDialects(body, true, context, async (text, convert) => {
    const { firstRemoved, removed, tree } = parseMdx(text, context.language, undefined, context.readText);
    if (removed.size > 0) context.reportAtNode(firstRemoved, "warning", describeRemoved(removed));
    convert(tree);
    return tree;
  });
}

async function parseDialects(
  written: string,
  isMdx: boolean,
  given: DialectContext,
  parse: (text: string, convert: ConvertTree) => Promise<Root>,
): Promise<Root> {
  const templates = isMdx ? hideTemplates(written) : undefined;
  const body = templates?.text ?? written;
  const withFences = { ...given, rawFormats: new Set<string>() };
  const fenced = convertFences(body, isMdx, withFences); // before all others, which do not change code
  const isChanged = fenced !== body;
  const prose = isChanged && !isMdx && given.isPlain === undefined ? quoteAttributes(fenced) : fenced;
  const context = {
    ...withFences,
    isMyst: isChanged ? isMyst(body) : undefined,
    hasInlineLanguages: !isMdx && mayNameInlineLanguages(body),
    isPythonMarkdown: !isMdx && mayIndentItems(body) && isPythonMarkdown(body),
  };
  const formulas = hideFormulas(prose, isMdx, context.isMyst);
  const rewritten = rewriteDialects(formulas?.text ?? prose, isMdx, context);
  const text = templates?.restore(rewritten) ?? rewritten;
  const tree = await parse(text, dialectsOf(text, { ...context, labelsOfFormulas: formulas?.labelsOfMarks }));
  formulas?.show(tree, context.isPlain);
  if (formulas !== undefined && !context.isPlain) convertEquationReferences(tree, formulas.labels);
  return tree;
}
