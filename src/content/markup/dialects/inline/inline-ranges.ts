import type { ElementContent, Parents, Root, RootContent, Text } from "hast";
import { partOfText } from "./part-of-text.ts";
import { CodeState, isVerbatim } from "./prose.ts";

/** The children of an element, with the texts among them that are outside of code, at the same indices. */
export interface Inline {
  readonly children: readonly RootContent[];
  readonly texts: readonly (Text | undefined)[];
}

/** Signs in a text of {@link Inline} that begin or end a range. */
export interface Delimiter {
  /** The index of the text. */
  readonly node: number;
  readonly offset: number;
  readonly length: number;
}

/** Content between two delimiters, and the nodes that replace it with them. */
export interface InlineRange {
  readonly start: Delimiter;
  readonly end: Delimiter;
  readonly replace: (content: ElementContent[]) => RootContent[];
}

/** Replaces ranges of inline content in each element of a tree. Unlike text, they may contain other elements: `==a *b*==`. */
export function replaceRanges(tree: Root, rangesIn: (inline: Inline) => readonly InlineRange[]): void {
  replaceIn(tree, rangesIn, new CodeState());
}

function replaceIn(parent: Parents, rangesIn: (inline: Inline) => readonly InlineRange[], state: CodeState): void {
  const texts = parent.children.map((child) => {
    const isCode = state.isCode(child);
    if (child.type === "element" && !isVerbatim(child)) replaceIn(child, rangesIn, state);
    return child.type === "text" && !isCode ? child : undefined;
  });
  if (!texts.some((text) => text !== undefined)) return;
  const { children } = parent;
  const ranges = rangesIn({ children, texts });
  if (ranges.length > 0) parent.children = replaced(children, ranges) as Parents["children"];
}

function replaced(children: readonly RootContent[], ranges: readonly InlineRange[]): RootContent[] {
  const result: RootContent[] = [];
  let from = { node: 0, offset: 0 };
  for (const { end, replace, start } of ranges) {
    result.push(...contentBetween(children, from, start), ...replace(contentBetween(children, afterOf(start), end) as ElementContent[]));
    from = afterOf(end);
  }
  return [...result, ...contentBetween(children, from, undefined)];
}

function afterOf({ length, node, offset }: Delimiter): Place {
  return { node, offset: offset + length };
}

interface Place {
  readonly node: number;
  readonly offset: number;
}

// Copies the nodes between two places in texts, without empty text.
function contentBetween(children: readonly RootContent[], from: Place, to: Place | undefined): RootContent[] {
  const found: RootContent[] = [];
  for (let index = from.node; index <= (to?.node ?? children.length - 1); index++) {
    const child = children[index];
    if (child === undefined) continue;
    if (child.type !== "text") found.push(child);
    else {
      const part = partOfText(child, index === from.node ? from.offset : 0, index === to?.node ? to.offset : undefined);
      if (part.value !== "") found.push(part);
    }
  }
  return found;
}
