import { includesAny } from "../../../base/includes-any.ts";
import { admonitionAt } from "./lines/admonitions.ts";
import { markdownLines } from "./lines/markdown-lines.ts";

const language = /^[ \t]{4,60}:::[A-Za-z][\w+#.-]{0,30}(?:[ \t]+hl_lines=.{1,200})?$/; // of CodeHilite
const attributes = /^[ \t]*\{: ?[#.\w][^{}\n]{0,200}\}[ \t]*$/;

/** Returns whether a text has marks that only Python-Markdown (MkDocs, Pelican) reads: admonitions, tabs, and code with `:::python`. */
export function isPythonMarkdown(text: string): boolean {
  if (!includesAny(text, "!!!", "???", "===", ":::")) return false;
  const lines = markdownLines(text, false);
  return lines.some(({ isIndentedCode, isVerbatim, text: line }, index) =>
    isVerbatim ? isIndentedCode && language.test(line) : admonitionAt(lines, index) !== undefined,
  );
}

/** Returns whether a text has lists of attributes, which kramdown and Python-Markdown read: `{: .class }`. */
export function hasAttributeLists(text: string): boolean {
  if (!text.includes("{:")) return false;
  return markdownLines(text, false).some(({ isVerbatim, text: line }) => !isVerbatim && attributes.test(line));
}
