import type { Element, Parents, Root, RootContent, Text } from "hast";
import { walkTree } from "../../../html/walk-tree.ts";
import { partOfText, placeInText } from "./part-of-text.ts";

const verbatim = new Set(["code", "pre", "kbd", "samp", "tt", "var", "script", "style", "textarea", "math", "svg"]);
const tag = /<(\/?)(?:code|pre|kbd|samp|tt|var|script|style|textarea|math|svg)(?=[\s/>])/gi;

/** Returns whether an element contains code, in which no Markdown is converted. An address that is its own link counts as well. */
export function isVerbatim(element: Element): boolean {
  return verbatim.has(element.tagName) || isAddress(element);
}

function isAddress({ children: [only, ...others], tagName }: Element): boolean {
  return tagName === "a" && others.length === 0 && only?.type === "text" && /^(?:[a-z]{2,10}:\/\/|www\.)\S+$/i.test(only.value);
}

/** Called for text outside of code; returns its replacement, or undefined to keep it. */
export type ProseVisitor = (node: Text, index: number, parent: Parents) => readonly RootContent[] | undefined;

/** Finds out which nodes are in code. In raw HTML, start and end tags are nodes of their own. */
export class CodeState {
  #open = 0;

  /** Reads the next node in document order. Returns true for elements of code, and for anything between raw tags of code. */
  isCode(node: RootContent): boolean {
    if (node.type === "raw") for (const [, end] of node.value.matchAll(tag)) this.#open = Math.max(0, this.#open + (end === "" ? 1 : -1));
    return this.#open > 0 || (node.type === "element" && isVerbatim(node));
  }
}

/** Replaces text of a tree of Markdown outside of code, whether it is an element or raw HTML. */
export function replaceProse(tree: Root, visitor: ProseVisitor): void {
  const state = new CodeState();
  walkTree(tree, (node, index, parent) => {
    const isCode = state.isCode(node);
    if (node.type === "text") {
      const instead = isCode ? undefined : visitor(node, index, parent);
      return instead === undefined ? undefined : { instead };
    }
    return isCode && node.type === "element" && isVerbatim(node) ? "skip" : undefined;
  });
}

/**
 * Replaces parts of a text. Returns undefined if nothing changes.
 * @param pattern a global pattern
 * @param replace returns the node for a match, or undefined to keep it
 */
export function replaceMatches(
  node: Text,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => RootContent | undefined,
): RootContent[] | undefined {
  const nodes: RootContent[] = [];
  let done = 0;
  for (const match of node.value.matchAll(pattern)) {
    const found = replace(match as RegExpExecArray);
    if (found === undefined) continue;
    if (match.index > done) nodes.push(partOfText(node, done, match.index));
    nodes.push({ ...placeInText(node, match.index), ...found });
    done = match.index + match[0].length;
  }
  if (nodes.length === 0) return undefined;
  if (done < node.value.length) nodes.push(partOfText(node, done));
  return nodes;
}
