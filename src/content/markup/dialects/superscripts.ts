import type { RootContent, Text } from "hast";
import { elementNode, textNode } from "../../html/hast-nodes.ts";
import { replaceMatches } from "./prose.ts";

const superscript = /\^((?:[\p{L}\p{N}+\-−*/().,=]|\\ ){1,30})\^/gu;

/**
 * Converts `x^2^`, `19^th^`, `e^i\ pi^` and `^14^C` (Pandoc, markdown-it, Goldmark). Other carets are text: `a^2 + b^2`, `a^b^c`, `^_^`.
 */
export function convertSuperscripts(node: Text, isAfterElement: boolean): RootContent[] | undefined {
  if (!node.value.includes("^")) return undefined;
  return replaceMatches(node, superscript, ({ 0: { length }, 1: raised = "", index }) => {
    const [before, after] = [node.value.slice(0, index), node.value.slice(index + length)];
    const isRaised = (before === "" ? isAfterElement : isBase(before)) ? isExponent(raised, after) : isMassNumber(before, raised, after);
    return isRaised ? elementNode("sup", {}, [textNode(raised.replaceAll("\\ ", " "))]) : undefined;
  });
}

// Within a word, only a number is clear: powers of powers and operators of programs are written alike.
function isExponent(raised: string, after: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(raised)) return false;
  return !/^[\p{L}\p{N}^]/u.test(after) || (/^[+-]?\d+[+-]?$/.test(raised) && /^\p{L}/u.test(after));
}

// Before the symbol of an element: ^14^C.
function isMassNumber(before: string, raised: string, after: string): boolean {
  return (before === "" || /[\s(["“/,–-]/.test(lastCharacter(before))) && /^\d{1,3}m?\d?$/.test(raised) && /^\p{L}/u.test(after);
}

function isBase(text: string): boolean {
  return /[\p{L}\p{N})\]]/u.test(lastCharacter(text));
}

function lastCharacter(text: string): string {
  return text.slice(/[\uDC00-\uDFFF]$/.test(text.slice(-1)) ? -2 : -1);
}
