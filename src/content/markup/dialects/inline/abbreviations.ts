import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkElements } from "../../../html/walk-tree.ts";
import { partOfText } from "./part-of-text.ts";
import { replaceProse } from "./prose.ts";

/** The titles of abbreviations by the first word in each: `W3C spec` is at `W3C`. */
export type Abbreviations = ReadonlyMap<string, ReadonlyMap<string, string>>;

const definition = /^\*\[([^\]\n]{1,100})\]:(.*)$/;
const words = /[\p{L}\p{N}]+/gu;
const maxCount = 500;

/** Returns whether a text may define an abbreviation: `*[CSS]: Cascading Style Sheets` (kramdown, PHP Markdown Extra, MkDocs). */
export function mayAbbreviate(text: string): boolean {
  return text.includes("*[") && text.includes("]:");
}

/** Removes the definitions of abbreviations from a tree, and returns them. */
export function takeAbbreviations(tree: Root): Abbreviations {
  const found = new Map<string, Map<string, string>>();
  const changed = new Set<RootContent>();
  let count = 0;
  const take = (line: string) => {
    const [, name = "", title = ""] = definition.exec(line) ?? [];
    const [first] = name.match(words) ?? [];
    if (name === "" || ++count > maxCount) return name !== "";
    if (first !== undefined && name.startsWith(first)) found.set(first, (found.get(first) ?? new Map()).set(name, title.trim()));
    return true;
  };
  walkElements(tree, (element) => {
    if (isOfDefinitions(element)) joinLines(element);
    return undefined;
  });
  replaceProse(tree, (text, index, parent) => {
    if (parent.type !== "element" || !isOfDefinitions(parent) || !text.value.includes("*[")) return undefined;
    text.value = withoutLines(text.value, index === 0, index === parent.children.length - 1, take);
    changed.add(parent);
    return undefined;
  });
  if (changed.size > 0) walkElements(tree, (element) => (changed.has(element) && isEmpty(element) ? { instead: [] } : undefined));
  return found;
}

function isOfDefinitions({ tagName }: Element): boolean {
  return /^(?:p|li|dd)$/.test(tagName);
}

const start = /^\*\[[^\]\n]{1,100}\]:/;
const inlineElements = new Set(["a", "code", "del", "em", "strong"]);

// A title has no elements: of emphasis, a link or code in it, the text remains, and so do tags of HTML: *[p]: the <p> element.
function joinLines(element: Element): void {
  const joined: ElementContent[] = [];
  let parts: string[] | undefined; // the texts that end with an open definition
  const finish = () => {
    if (parts !== undefined) joined.push(textNode(parts.join("")));
    parts = undefined;
  };
  for (const child of element.children) {
    const isText = child.type === "text";
    const isInTitle = parts !== undefined && (child.type === "raw" || (child.type === "element" && inlineElements.has(child.tagName)));
    const words = isText || child.type === "raw" ? child.value : isInTitle && child.type === "element" ? textStart(child, 1000) : "\n";
    if (isInTitle && !words.includes("\n")) parts?.push(words);
    else if (isText && parts !== undefined && !words.includes("\n")) parts.push(words);
    else if (isText) {
      const isOpen = start.test(words.slice(words.lastIndexOf("\n") + 1)) && (words.includes("\n") || joined.length === 0);
      if (parts === undefined && !isOpen) joined.push(child);
      else parts = [...(parts ?? []), words];
      if (!isOpen) finish();
    } else {
      finish();
      joined.push(child);
    }
  }
  finish();
  element.children = joined;
}

function isEmpty({ children, tagName }: Element): boolean {
  return tagName === "p" && children.every((child) => child.type === "text" && child.value.trim() === "");
}

// A text next to another element has only a part of its first or last line.
function withoutLines(text: string, isFirst: boolean, isLast: boolean, isRemoved: (line: string) => boolean): string {
  const lines = text.split("\n");
  const kept = lines.filter((line, index) => !((index > 0 || isFirst) && (index < lines.length - 1 || isLast) && isRemoved(line)));
  return kept.length === lines.length ? text : kept.join("\n");
}

/** Marks the abbreviations in a text with their titles. */
export function convertAbbreviations(node: Text, abbreviations: Abbreviations): RootContent[] | undefined {
  const nodes: RootContent[] = [];
  let done = 0;
  for (const { 0: word, index } of node.value.matchAll(words)) {
    const [name, title] = index < done ? [] : (longestAt(node.value, index, abbreviations.get(word)) ?? []);
    if (name === undefined || title === undefined) continue;
    if (index > done) nodes.push(partOfText(node, done, index));
    nodes.push(elementNode("abbr", { title }, [textNode(name)]));
    done = index + name.length;
  }
  if (nodes.length === 0) return undefined;
  if (done < node.value.length) nodes.push(partOfText(node, done));
  return nodes;
}

function longestAt(text: string, index: number, names: ReadonlyMap<string, string> = new Map()): [string, string] | undefined {
  let longest: [string, string] | undefined;
  for (const [name, title] of names) {
    const isWhole = text.startsWith(name, index) && !/^[\p{L}\p{N}]/u.test(text.slice(index + name.length, index + name.length + 2));
    if (isWhole && name.length > (longest?.[0].length ?? 0)) longest = [name, title];
  }
  return longest;
}
