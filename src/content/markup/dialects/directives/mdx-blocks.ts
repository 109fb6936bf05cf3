import { KnownLines } from "../../code/known-lines.ts";
import { markdownLines } from "../lines/markdown-lines.ts";
import { closingFence } from "./closing-fence.ts";

const opener = /^([ \t>]*)(?:`{3,}|~{3,})[ \t]*mdx-code-block[ \t]*$/;

/** Removes the fences of Docusaurus's `mdx-code-block`, whose text is MDX and no code. The number of lines stays the same. */
export function unwrapMdxBlocks(text: string): string {
  if (!text.includes("mdx-code-block")) return text;
  const lines = markdownLines(text, true);
  const fences = { lines, code: new KnownLines(text, "mdx") };
  const written = lines.map((line) => line.text);
  for (let index = 0; index < lines.length; index++) {
    const end = closingFence(fences, index);
    const prefix = end === undefined ? undefined : opener.exec(written[index] as string)?.[1];
    if (end !== undefined && prefix !== undefined) written[index] = written[end] = prefix.trimEnd();
    index = end ?? index;
  }
  return written.join("\n");
}
