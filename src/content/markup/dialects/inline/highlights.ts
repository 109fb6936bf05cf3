import type { Root, RootContent, Text } from "hast";
import { elementNode } from "../../../html/hast-nodes.ts";
import { type Delimiter, type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";

/** Converts `==words==` (Obsidian, Typora, markdown-it) to highlighted text. Comparisons such as `a == b` stay text. */
export function convertHighlights(tree: Root): void {
  replaceRanges(tree, highlightsIn);
}

/** Two equals signs in the text of an element. */
interface EqualsSigns extends Delimiter {
  readonly opens: boolean;
  readonly closes: boolean;
}

function highlightsIn({ children, texts }: Inline): InlineRange[] {
  const signs = texts.flatMap((text, node) => (text?.value.includes("==") ? signsIn(text, node, children) : []));
  const ranges: InlineRange[] = [];
  let start: Delimiter | undefined;
  for (const sign of signs) {
    if (start !== undefined && sign.closes) {
      ranges.push({ start, end: sign, replace: (content) => [elementNode("mark", {}, content)] });
      start = undefined;
    } else if (sign.opens) start = sign;
  }
  return ranges;
}

// In scripts without spaces between words, marks may be next to letters.
const wordBefore = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_)\]]$/u;
const wordAfter = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_(]/u;

function signsIn({ value }: Text, node: number, siblings: readonly RootContent[]): EqualsSigns[] {
  const found: EqualsSigns[] = [];
  for (const { 0: run, index } of value.matchAll(/=+/g)) {
    if (run.length !== 2) continue;
    const before = value.slice(Math.max(0, index - 2), index);
    const after = value.slice(index + 2, index + 4);
    const isFirst = before === "" && node === 0;
    const isLast = after === "" && node === siblings.length - 1;
    if (isNamed(before.slice(-1), after.slice(0, 1))) continue;
    const opens = !isLast && !/^[\s=<>!,;)\]}»”]/.test(after) && !wordBefore.test(before) && !/[<>!:+\-*/|&^%~]$/.test(before);
    const closes = !isFirst && !/[\s<>]$|(?:^|[\s<>=])[!:]$/.test(before) && !wordAfter.test(after);
    if (opens || closes) found.push({ node, offset: index, length: 2, opens, closes });
  }
  return found;
}

const pairs = new Set([
  "()",
  "[]",
  "{}",
  "<>",
  "«»",
  "»«",
  "‹›",
  "›‹",
  "“”",
  "„“",
  "„”",
  "”“",
  "””",
  "‘’",
  "‚‘",
  "‚’",
  "’’",
  "「」",
  "『』",
  "（）",
]);

// Between quotes or brackets, the operator itself is meant: `the operators "==" and "!="`.
function isNamed(before: string, after: string): boolean {
  return pairs.has(before + after) || (before === after && /[\p{P}\p{S}]/u.test(before));
}
