import { isCalloutKind } from "./callout-kinds.ts";
import { markdownLines } from "./markdown-lines.ts";

const opener = /^(\/{3,})[ \t]*([a-z][\w-]{0,40})(?:[ \t]*\|([^\n]*))?$/;
const closer = /^(\/{3,})[ \t]*$/;
const option = /^ {4}[a-z][\w-]*:(?: .*)?$/;

/** Writes PyMdown's blocks, `/// note | Title` until `///`, as containers. The number of lines stays the same. */
export function convertSlashBlocks(text: string): string {
  if (!/^\/{3,}[ \t]*[a-z]/m.test(text) || !/^\/{3,}[ \t]*$/m.test(text)) return text;
  const known = markdownLines(text, false);
  const lines = known.map((line) => line.text);
  const open: { readonly start: number; readonly length: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (known[index]?.isVerbatim && !option.test(line)) continue;
    const length = closer.exec(line)?.[1]?.length;
    const started = opener.exec(line);
    if (started !== null) open.push({ start: index, length: started[1]?.length ?? 3 });
    if (length === undefined) continue;
    const from = open.findLastIndex((one) => one.length === length);
    const [block] = from < 0 ? [] : open.splice(from);
    if (block !== undefined) write(lines, block.start, index);
  }
  return lines.join("\n");
}

function write(lines: string[], start: number, end: number): void {
  const [, slashes = "///", name = "", written = ""] = opener.exec(lines[start] ?? "") ?? [];
  const title = written.trim();
  const colons = ":".repeat(slashes.length);
  const isShown = isCalloutKind(name) || (title !== "" && name !== "html");
  const kind = isCalloutKind(name) ? name : "note";
  lines[start] = isShown ? `${colons}${kind}${title === "" ? "" : `[${title}]`}` : "";
  lines[end] = isShown ? colons : "";
  for (let index = start + 1; index < end && option.test(lines[index] ?? ""); index++) lines[index] = "";
}
