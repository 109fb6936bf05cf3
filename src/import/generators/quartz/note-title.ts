import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import { codeEnd, codeStart } from "../../../content/markup/code/find-code.ts";
import { KnownLines } from "../../../content/markup/code/known-lines.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";

/** Returns the title that a note of a vault without a title and a heading has: its name. */
export function titleOfNote({ body, frontMatter, path }: SiteFile): { readonly title?: string } {
  if (textIn(frontMatter["title"]) !== undefined || hasTitleHeading(body)) return {};
  const title = nameOfNote(path);
  return title === "" ? {} : { title };
}

/** Returns the name of a note's file, or of the folder whose index it is. */
export function nameOfNote(path: string): string {
  const name = withoutExtension(baseName(path));
  return name === "index" ? baseName(folderOf(path)) : name;
}

const pieces = new RegExp(`${codeStart}|^ {0,3}#[ \\t]|^=|<h1\\b`, "gim");

// A heading of level 1, which the compiler reads as the title.
function hasTitleHeading(body: string): boolean {
  const lines = new KnownLines(body);
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const { 0: piece, index } = match;
    if (isHeading(body, piece, index)) return true;
    pieces.lastIndex = Math.max(codeEnd(body, index, piece, lines), index + 1);
  }
  return false;
}

function isHeading(body: string, piece: string, index: number): boolean {
  if (/^<h1/i.test(piece)) return true;
  const line = body.slice(index, endOfLine(body, index)).trim();
  if (/^ {0,3}#[ \t]/.test(piece)) return line !== "#";
  return piece === "=" && /^=+$/.test(line) && /\S/.test(body[index - 2] ?? ""); // the underline of the line before
}

function endOfLine(body: string, index: number): number {
  const end = body.indexOf("\n", index);
  return end < 0 ? body.length : end;
}
