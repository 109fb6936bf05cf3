import { textOf } from "../../../content/front-matter/front-matter-value.ts";
import { codeEnd, codeStart } from "../../../content/markup/code/find-code.ts";
import { KnownLines } from "../../../content/markup/code/known-lines.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { baseName, folderOf, withoutExtension } from "../../site-rules/site-path.ts";

/** Returns the title that a note without one has in Obsidian: the name of its file, or of the folder whose index it is. */
export function titleOfNote({ body, frontMatter, path }: SiteFile): { readonly title?: string } {
  if (textOf(frontMatter["title"]) !== undefined || hasTitleHeading(body)) return {};
  const name = withoutExtension(baseName(path));
  const title = name === "index" ? baseName(folderOf(path)) : name;
  return title === "" ? {} : { title };
}

const pieces = new RegExp(`${codeStart}|^ {0,3}#[ \\t]{1,9}\\S|(?<=\\S[ \\t]{0,9}\\n {0,3})={1,200}[ \\t]{0,9}$|<h1\\b`, "gim");

// A heading of level 1, which the compiler reads as the title.
function hasTitleHeading(body: string): boolean {
  const lines = new KnownLines(body);
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const { 0: piece, index } = match;
    if (/^(?: {0,3}#[ \t]|=|<h1)/i.test(piece)) return true;
    pieces.lastIndex = Math.max(codeEnd(body, index, piece, lines), index + 1);
  }
  return false;
}
