import type { Root } from "hast";
import { parseHtml } from "./html.ts";
import { parseMarkdown } from "./markdown.ts";
import { MdxError, parseMdx } from "./mdx.ts";
import { tellLeftOut } from "./plain-body.ts";
import type { ReportIn } from "./reports.ts";

/** Parses the text of an article as what its file's ending says: HTML, MDX or Markdown. */
export function parseMarkup(source: string, body: string, reportIn: ReportIn): Root {
  if (/\.html?$/.test(source)) return parseHtml(body);
  return source.endsWith(".mdx") ? parseProgram(body, reportIn) : parseMarkdown(body);
}

function parseProgram(body: string, reportIn: ReportIn): Root {
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
