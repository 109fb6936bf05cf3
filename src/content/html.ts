import type { Root } from "hast";
import { raw } from "hast-util-raw";
import { toHtml as stringify } from "hast-util-to-html";
import { VFile } from "vfile";
import { writeHtml } from "./write-html.ts";

/** Parses HTML as a browser would, mending what is broken. Of a whole page the head's elements stand before the rest. */
export function parseHtml(text: string): Root {
  const end = { line: text.split("\n").length, column: 1, offset: text.length };
  const position = { start: { line: 1, column: 1, offset: 0 }, end };
  return raw({ type: "root", children: [{ type: "raw", value: text, position }] }, { file: new VFile(text) }) as Root;
}

/** Writes a tree as HTML: every element closed, every attribute quoted, numeric references only. */
export function toHtml(tree: Root): string {
  return (writeHtml(tree) ?? stringify(tree, { characterReferences: { useNamedReferences: false } })).trim();
}
