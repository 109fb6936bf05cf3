import type { Element, Root } from "hast";
import { classesOf } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";

const mark = /^\uFDD0?(?::::|#!)([A-Za-z][\w+#.-]{0,30})[ \t]*\n(?=[\s\S]*\S)/;

/** Returns whether a text may have code with such a mark. */
export function mayNameLanguages(text: string): boolean {
  return /^(?: {4}|\t)[ \t]*\uFDD0?(?::::|#!)[A-Za-z][\w+#.-]*[ \t]*$/m.test(text);
}

/** Reads the first line of indented code that names its language, as in Python-Markdown's codehilite: `:::python`, `#!python`. */
export function convertCodeLanguages(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName !== "pre") return undefined;
    const [code] = element.children;
    if (code?.type === "element" && code.tagName === "code" && classesOf(code).length === 0) convert(code);
    return "skip";
  });
}

function convert(code: Element): void {
  const [text] = code.children;
  const [line, language] = text?.type === "text" ? (mark.exec(text.value) ?? []) : [];
  if (text?.type !== "text" || line === undefined || /^:::[ \t]*$/m.test(text.value)) return; // a container
  text.value = text.value.slice(line.length);
  code.properties["className"] = [`language-${language}`];
}
