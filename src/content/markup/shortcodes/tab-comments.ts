import { markdownLines } from "../dialects/lines/markdown-lines.ts";

const start = /^([ \t>]{0,40})<!--[ \t]{0,9}tab(?:[ \t]([^<>\n]{0,300}))?-->[ \t]{0,9}$/;
const end = /^([ \t>]{0,40})<!--[ \t]{0,9}endtab[ \t]{0,9}-->[ \t]{0,9}$/;

/**
 * Converts tabs in comments to containers: `<!-- tab Title@icon -->` until `<!-- endtab -->` in `{% tabs %}`, of Hexo's themes (NexT,
 * Butterfly, Volantis). A tab without a title or an end stays as it is. The number of lines stays the same.
 */
export function convertTabComments(text: string): string {
  if (!/\{%-?[ \t]{0,9}tabs\b/.test(text) || !text.includes("endtab")) return text;
  const lines = text.split("\n");
  const withoutMarks = lines.map((line) => (start.test(line) || end.test(line) ? line.replace(/<!--.*/, "x") : line));
  let open: { readonly line: number; readonly first: string } | undefined;
  for (const [index, { isVerbatim }] of markdownLines(withoutMarks.join("\n"), false).entries()) {
    const line = lines[index] ?? "";
    if (isVerbatim || line === withoutMarks[index]) continue;
    const [isStart, prefix = "", words = ""] = start.exec(line) ?? [];
    if (isStart === undefined && open !== undefined) {
      lines[open.line] = open.first;
      lines[index] = `${end.exec(line)?.[1] ?? ""}:::`;
    }
    const title = words.replace(/@[^@]*$/, "").trim();
    open = title === "" ? undefined : { line: index, first: `${prefix}:::tab[${title.replace(/[[\]{}]/g, "\\$&")}]` };
  }
  return lines.join("\n");
}
