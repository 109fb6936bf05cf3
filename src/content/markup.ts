import type { Root } from "hast";
import { parseHtml } from "./html.ts";
import { parseMarkdown } from "./markdown.ts";
import { tellLeftOut } from "./plain-body.ts";
import type { ReportIn } from "./reports.ts";

/** Parses the text of an article as what its file's ending says: HTML, MDX or Markdown. */
export async function parseMarkup(source: string, body: string, reportIn: ReportIn): Promise<Root> {
  if (/\.html?$/.test(source)) return parseHtml(body);
  return source.endsWith(".mdx") ? parseProgram(body, reportIn) : parseMarkdown(body);
}

// Its parser is 200 files, and few sites have MDX.
async function parseProgram(body: string, reportIn: ReportIn): Promise<Root> {
  const { MdxError, parseMdx } = await import("./mdx.ts");
  try {
    const { leftOut, tree } = parseMdx(body);
    if (leftOut.size > 0) reportIn({}, "warning", tellLeftOut(leftOut));
    return tree;
  } catch (error) {
    if (!(error instanceof MdxError)) throw error;
    const { column, line, message } = error;
    const start = { line, column };
    reportIn({ position: { start, end: start } }, "error", `Cannot read the MDX: ${message}`);
    return { type: "root", children: [{ type: "text", value: body }] };
  }
}
