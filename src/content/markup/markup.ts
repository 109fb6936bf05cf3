import type { Root } from "hast";
import { markupOf } from "../../model/markup-of.ts";
import { parseHtml } from "../html/parse-html.ts";
import { limitDepth } from "../limits/limit-depth.ts";
import { limits } from "../limits/limits.ts";
import { copiedCharacters } from "./copied-characters.ts";
import { type ConvertTree, type DialectContext, dialectsOf, rewriteDialects } from "./dialects/dialects.ts";
import { hideFormulas } from "./formulas/hidden-formulas.ts";
import { mayHaveFormulas, showFormulas } from "./formulas/html-formulas.ts";
import { parseMarkdown } from "./markdown.ts";
import { quoteAttributes } from "./quote-attributes.ts";
import { describeRemoved } from "./shortcodes/expand-shortcodes.ts";

/**
 * Parses the text of an article as HTML, MDX or Markdown, depending on its file's extension.
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
    if (mayHaveFormulas(written)) showFormulas(html);
    return html;
  }
  const body = markup === "mdx" || context.isPlain ? written : quoteAttributes(written);
  const formulas = hideFormulas(body);
  const text = rewriteDialects(formulas?.text ?? body, markup === "mdx", context);
  const convert = await dialectsOf(text, context);
  const tree = markup === "mdx" ? await parseProgram(text, body, context, convert) : await parseText(text, convert);
  formulas?.show(tree);
  return tree;
}

async function parseText(text: string, convert: ConvertTree): Promise<Root> {
  if (copiedCharacters(text) <= limits.copiedCharacters) return parseMarkdown(text, convert);
  const { parseByRemark } = await import("./markdown-by-remark.ts");
  return parseByRemark(text, convert);
}

// The MDX parser has 200 files, and few sites use it.
async function parseProgram(
  text: string,
  written: string,
  { language, reportAtNode }: DialectContext,
  convert: ConvertTree,
): Promise<Root> {
  const { MdxError, parseMdx } = await import("./mdx.ts");
  try {
    const { removed, tree } = parseMdx(text, language);
    if (removed.size > 0) reportAtNode({}, "warning", describeRemoved(removed));
    convert(tree);
    return tree;
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    const { column, line, message } = error;
    const start = { line, column };
    reportAtNode({ position: { start, end: start } }, "error", `Cannot read the MDX: ${message}`);
    return { type: "root", children: [{ type: "text", value: written }] };
  }
}
