import { includesAny } from "../../../../base/includes-any.ts";
import type { ReportAtNode } from "../../../../model/report-at-node.ts";
import { type MarkdownLine, mapProse, markdownLines } from "./markdown-lines.ts";
import { removePrivateNotes } from "./private-notes.ts";

const headingId = /^([ \t]*#{1,6}[ \t].*?)\{\/\*[ \t]*(#[^{}*\s]{1,200})[ \t]*\*\/\}[ \t]*$/;

// Within a line: MDX, but not the empty body of a function; Nunjucks.
const inline = /(?<![)>=\w]|[)>=] )\{\/\*([^*{}\n]{0,500})\*\/\}|\{#[ \t]([^{}#\n]{0,500})[ \t]#\}/g;

// A comment of HTML would begin a block of HTML, in which no Markdown is parsed (CommonMark §4.6, kind 2).
const marker = "(?:[-*+:]|\\d{1,9}[.)]|\\[\\^[^\\]\\s]{1,200}\\]:)[ \\t]{1,9}";
const comment = "(?:\\{/\\*[^*{}\\n]{0,500}\\*/\\}|\\{#[ \\t][^{}#\\n]{0,500}[ \\t]#\\})[ \\t]{0,9}";
const beforeText = new RegExp(`^([ \\t>]{0,50}(?:${marker}){0,5}(?:\\[[ xX]\\] )?)(?:${comment}){1,9}(?=\\S)`);

/**
 * Writes the comments of other systems, which readers must not see, as comments of HTML. The number of lines stays the same.
 * @param reportAtNode reports comments that may be text
 */
export function convertComments(text: string, reportAtNode: ReportAtNode): string {
  const rest = removePrivateNotes(convertJsxComments(hideLogseqProperties(text)), reportAtNode);
  if (!rest.includes("{") || !/\{\/\*|\{#[ \t]/.test(rest)) return rest;
  const lines = markdownLines(rest, false).map(({ isVerbatim, text: line }) =>
    isVerbatim ? line : line.replace(beforeText, withoutComments),
  );
  return mapProse(lines.join("\n"), (prose) =>
    prose.replace(inline, (_, mdx: string | undefined, nunjucks = "") => commentOf(mdx ?? nunjucks)),
  );
}

// A mark that ends the excerpt is needed.
function withoutComments(found: string, start: string): string {
  return /more|truncate|excerpt/i.test(found) ? found : start;
}

function commentOf(note: string): string {
  return `<!--${note.replaceAll("--", "- -").replaceAll(">", "&gt;")}-->`;
}

// The id of a block, its state in the editor, and a drawer of its clock.
const property = /^([ \t]*)(?:id:: [\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|collapsed:: (?:true|false))[ \t]*$/i;
const drawerStart = /^([ \t]*):LOGBOOK:[ \t]*$/;
const drawerLine = /^[ \t]*(?:CLOCK:.*|\* State .*)?$/;

/** Writes the lines that Logseq adds to its blocks and does not show as comments of HTML. The number of lines stays the same. */
function hideLogseqProperties(text: string): string {
  if (!includesAny(text, "id:: ", "collapsed:: ", ":LOGBOOK:")) return text;
  const lines = markdownLines(text, false);
  const written = lines.map(({ text: line }) => line);
  for (const [index, { isVerbatim, text: line }] of lines.entries()) {
    const [, drawer] = isVerbatim ? [] : (drawerStart.exec(line) ?? []);
    const [, start = drawer] = isVerbatim ? [] : (property.exec(line) ?? []);
    const end = drawer === undefined ? index : endOfDrawer(written, index);
    if (start !== undefined && end !== undefined) for (let each = index; each <= end; each++) written[each] = `${start}<!-- -->`;
  }
  return written.join("\n");
}

function endOfDrawer(lines: readonly string[], start: number): number | undefined {
  let end = start + 1;
  while (end < lines.length && drawerLine.test(lines[end] as string)) end++;
  return /^[ \t]*:END:[ \t]*$/.test(lines[end] ?? "") ? end : undefined;
}

/**
 * Writes comments of MDX on their own lines, as in `{/* truncate *\/}`, as comments of HTML, and the ids of headings as `{#id}`: Docusaurus
 * reads `.md` as MDX. The number of lines stays the same.
 */
function convertJsxComments(text: string): string {
  if (!text.includes("{/*")) return text;
  const lines = markdownLines(text, false);
  const written: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { isVerbatim, text: line } = lines[index] as MarkdownLine;
    const comment = isVerbatim ? undefined : commentAt(lines, index);
    written.push(comment ?? (isVerbatim ? line : line.replace(headingId, "$1{$2}")));
    if (comment !== undefined) index += comment.split("\n").length - 1;
  }
  return written.join("\n");
}

// A comment without an end, or with another start in it, is text.
function commentAt(lines: readonly MarkdownLine[], start: number): string | undefined {
  const [opening] = /^[ \t]*\{\/\*/.exec(lines[start]?.text ?? "") ?? [];
  if (opening === undefined) return undefined;
  let comment = "";
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]?.text ?? "";
    if (line.includes("{/*", index === start ? opening.length : 0)) return undefined;
    comment += index === start ? line.slice(opening.length) : `\n${line}`;
    if (line.includes("*/}")) break;
  }
  const end = comment.indexOf("*/}");
  if (end < 0 || comment.slice(end + 3).trim() !== "") return undefined;
  return opening.slice(0, -3) + commentOf(comment.slice(0, end));
}
