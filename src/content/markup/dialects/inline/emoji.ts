import type { Root, RootContent, Text } from "hast";
import { lazy } from "../../../../base/lazy.ts";
import { loadPackage } from "../../../../files/load-package.ts";
import { textNode } from "../../../html/hast-nodes.ts";
import { writtenHeading } from "../../../html/prefix-anchors.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkElements } from "../../../html/walk-tree.ts";
import { replaceMatches } from "./prose.ts";

const code = /:([a-z0-9_+-]{1,50}):/g;

/** Returns whether a text may contain the code of an emoji. */
export function mayHaveEmoji(text: string): boolean {
  return /:[a-z0-9_+-]{1,50}:/.test(text);
}

/** Loads the emoji of GitHub by their names. */
export const loadEmoji = lazy((): ReadonlyMap<string, string> => new Map(Object.entries(loadPackage("gemoji").nameToEmoji)));

/** Returns the emoji with a name of GitHub or MkDocs. */
export function emojiNamed(name: string, emoji: ReadonlyMap<string, string>): string | undefined {
  return emoji.get(name) ?? emoji.get(name.replace(/^(man|woman)_(.+)$/, "$2_$1")); // MkDocs: :man_raising_hand:
}

/** Shows the emoji of a title, whose codes Markdown would convert. */
export function showEmoji(title: string): string {
  if (!mayHaveEmoji(title)) return title;
  const nodes = convertEmoji(textNode(title), loadEmoji()) ?? [textNode(title)];
  return nodes.map((node) => (node.type === "text" ? node.value : "")).join("");
}

/**
 * Keeps the text of headings with codes as it is written, in place: GitHub's anchor of `## :rocket: Start` is `rocket-start`. See
 * {@link prefixAnchors}.
 */
export function keepWrittenHeadings(tree: Root): void {
  walkElements(tree, (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    const text = textStart(element, maxHeading);
    if (mayHaveEmoji(text)) element.properties[writtenHeading] = text;
    return "skip";
  });
}

const maxHeading = 1000; // UTF-16 units that its anchor uses

/** Converts `:tada:` (GitHub, Hugo, Jekyll, MkDocs, VitePress). Times such as `10:30:00`, `std::tada::x` and unknown names are text. */
export function convertEmoji(node: Text, emoji: ReadonlyMap<string, string>): RootContent[] | undefined {
  if (!node.value.includes(":")) return undefined;
  let end = -1; // of the emoji before
  return replaceMatches(node, code, ({ 0: { length }, 1: name = "", index }) => {
    const value = emojiNamed(name, emoji);
    const isApart = index === end || !/[\w:/]/.test(node.value.charAt(index - 1));
    if (value === undefined || !isApart || /[A-Za-z0-9_/]/.test(node.value.charAt(index + length))) return undefined;
    if (node.value.charAt(index + length) === ":" && node.value.charAt(index + length + 1) === ":") return undefined;
    end = index + length;
    return textNode(value);
  });
}
