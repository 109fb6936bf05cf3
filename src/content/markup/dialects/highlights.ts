import type { ElementContent, Parents, Root, RootContent, Text } from "hast";
import { elementNode } from "../../html/hast-nodes.ts";
import { CodeState } from "./prose.ts";

/** Converts `==words==` (Obsidian, Typora, markdown-it) to highlighted text. Comparisons such as `a == b` stay text. */
export function convertHighlights(tree: Root): void {
  convertIn(tree, new CodeState());
}

/** Two equals signs in the text of an element. */
interface Delimiter {
  readonly node: number;
  readonly offset: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

function convertIn(parent: Parents, state: CodeState): void {
  const delimiters: Delimiter[] = [];
  for (const [index, child] of parent.children.entries()) {
    const isCode = state.isCode(child);
    if (child.type === "text" && !isCode && child.value.includes("==")) delimiters.push(...delimitersIn(child, index, parent.children));
    if (child.type === "element" && !isCode) convertIn(child, state);
  }
  const pairs = pairsOf(delimiters);
  if (pairs.length > 0) parent.children = marked(parent.children, pairs) as Parents["children"];
}

// In scripts without spaces between words, marks may be next to letters.
const wordBefore = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_)\]]$/u;
const wordAfter = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_(]/u;

function delimitersIn({ value }: Text, node: number, siblings: readonly RootContent[]): Delimiter[] {
  const found: Delimiter[] = [];
  for (const { 0: run, index } of value.matchAll(/=+/g)) {
    if (run.length !== 2) continue;
    const before = value.slice(Math.max(0, index - 2), index);
    const after = value.slice(index + 2, index + 4);
    const isFirst = before === "" && node === 0;
    const isLast = after === "" && node === siblings.length - 1;
    const opens = !isLast && !/^[\s=<>!]/.test(after) && !wordBefore.test(before) && !/[<>!:+\-*/|&^%~]$/.test(before);
    const closes = !isFirst && !/[\s<>!:]$/.test(before) && !wordAfter.test(after);
    if (opens || closes) found.push({ node, offset: index, opens, closes });
  }
  return found;
}

function pairsOf(delimiters: readonly Delimiter[]): [Delimiter, Delimiter][] {
  const pairs: [Delimiter, Delimiter][] = [];
  let start: Delimiter | undefined;
  for (const delimiter of delimiters) {
    if (start !== undefined && delimiter.closes) {
      pairs.push([start, delimiter]);
      start = undefined;
    } else if (delimiter.opens) start = delimiter;
  }
  return pairs;
}

function marked(children: readonly RootContent[], pairs: readonly [Delimiter, Delimiter][]): RootContent[] {
  const result: RootContent[] = [];
  let from = { node: 0, offset: 0 };
  for (const [start, end] of pairs) {
    result.push(...between(children, from, start));
    const within = between(children, { ...start, offset: start.offset + 2 }, end) as ElementContent[];
    result.push(elementNode("mark", {}, within));
    from = { node: end.node, offset: end.offset + 2 };
  }
  return [...result, ...between(children, from, undefined)];
}

interface Place {
  readonly node: number;
  readonly offset: number;
}

// Copies the nodes between two places in texts, without empty text.
function between(children: readonly RootContent[], from: Place, to: Place | undefined): RootContent[] {
  const found: RootContent[] = [];
  for (let index = from.node; index <= (to?.node ?? children.length - 1); index++) {
    const child = children[index];
    if (child === undefined) continue;
    if (child.type !== "text") found.push(child);
    else {
      const value = child.value.slice(index === from.node ? from.offset : 0, index === to?.node ? to.offset : undefined);
      if (value !== "") found.push({ ...child, value });
    }
  }
  return found;
}
