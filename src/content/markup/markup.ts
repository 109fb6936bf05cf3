import type { Root } from "hast";
import { markupOf } from "../../model/markup-of.ts";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { parseHtml } from "../html/parse-html.ts";
import { limitDepth } from "../limits/limit-depth.ts";
import { limits } from "../limits/limits.ts";
import { copiedCharacters } from "./copied-characters.ts";
import { describeRemoved } from "./expand-shortcodes.ts";
import { hideFormulas } from "./hidden-formulas.ts";
import { parseMarkdown } from "./markdown.ts";

/**
 * Parses the text of an article as HTML, MDX or Markdown, depending on its file's extension.
 * @throws ArticleError
 */
export async function parseMarkup(source: string, body: string, reportAtNode: ReportAtNode): Promise<Root> {
  const tree = await parseAs(source, body, reportAtNode);
  limitDepth(tree);
  return tree;
}

async function parseAs(source: string, body: string, reportAtNode: ReportAtNode): Promise<Root> {
  const markup = markupOf(source);
  if (markup === "html") return parseHtml(body);
  const formulas = hideFormulas(body);
  const text = formulas?.text ?? body;
  const tree = markup === "mdx" ? await parseProgram(text, reportAtNode) : await parseText(text);
  formulas?.show(tree);
  return tree;
}

async function parseText(body: string): Promise<Root> {
  if (copiedCharacters(body) <= limits.copiedCharacters) return parseMarkdown(body);
  const { parseByRemark } = await import("./markdown-by-remark.ts");
  return parseByRemark(body);
}

// The MDX parser has 200 files, and few sites use it.
async function parseProgram(body: string, reportAtNode: ReportAtNode): Promise<Root> {
  const { MdxError, parseMdx } = await import("./mdx.ts");
  try {
    const { removed, tree } = parseMdx(body);
    if (removed.size > 0) reportAtNode({}, "warning", describeRemoved(removed));
    return tree;
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    const { column, line, message } = error;
    const start = { line, column };
    reportAtNode({ position: { start, end: start } }, "error", `Cannot read the MDX: ${message}`);
    return { type: "root", children: [{ type: "text", value: body }] };
  }
}
