import type { RootContent, Text } from "hast";
import { elementNode, textNode } from "../../html/hast-nodes.ts";
import { replaceMatches } from "./prose.ts";

const superscript = /\^([\p{L}\p{N}+\-−*/().,=]{1,30})\^/gu;

/** Converts `x^2^` and `19^th^` (Pandoc, markdown-it, Goldmark). Other carets are text: `a^2 + b^2`, `a^b^c`, `^_^`. */
export function convertSuperscripts(node: Text, isAfterElement: boolean): RootContent[] | undefined {
  if (!node.value.includes("^")) return undefined;
  return replaceMatches(node, superscript, ({ 0: { length }, 1: raised = "", index }) => {
    const [before, after] = [node.value.slice(0, index), node.value.slice(index + length)];
    if (!/[\p{L}\p{N}]/u.test(raised) || !(before === "" ? isAfterElement : isBase(before))) return undefined;
    // Within a word, only a number is clear: powers of powers and operators of programs are written alike.
    if (/^[\p{L}\p{N}^]/u.test(after) && !(/^[+-]?\d+[+-]?$/.test(raised) && /^\p{L}/u.test(after))) return undefined;
    return elementNode("sup", {}, [textNode(raised)]);
  });
}

function isBase(text: string): boolean {
  return /[\p{L}\p{N})\]]/u.test(lastCharacter(text));
}

function lastCharacter(text: string): string {
  return text.slice(/[\uDC00-\uDFFF]$/.test(text.slice(-1)) ? -2 : -1);
}
