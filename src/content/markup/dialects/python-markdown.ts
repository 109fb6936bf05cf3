import { includesAny } from "../../../base/includes-any.ts";
import { admonitionAt } from "./lines/admonitions.ts";
import { markdownLines } from "./lines/markdown-lines.ts";

const language = /^[ \t]{4,60}:::[A-Za-z][\w+#.-]{0,30}(?:[ \t]+hl_lines=.{1,200})?$/; // of CodeHilite
const attributes = /^[ \t]*\{: ?[#.\w][^{}\n]{0,200}\}[ \t]*$/;

/** Returns whether a text has marks of Python-Markdown (MkDocs, Pelican): admonitions, tabs, code with `:::python`, lists of attributes. */
export function isPythonMarkdown(text: string): boolean {
  if (!includesAny(text, "!!!", "???", "===", ":::", "{:")) return false;
  const lines = markdownLines(text, false);
  return lines.some(({ isIndentedCode, isVerbatim, text: line }, index) =>
    isVerbatim ? isIndentedCode && language.test(line) : attributes.test(line) || admonitionAt(lines, index) !== undefined,
  );
}
