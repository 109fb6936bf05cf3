import { slug } from "github-slugger";
import type { Element, ElementContent, Root } from "hast";
import { decodeUri } from "../../../../base/decode-uri.ts";
import { findElement } from "../../../html/find-elements.ts";
import { classesOf, elementNode, firstProperty, textNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkElements, walkTree } from "../../../html/walk-tree.ts";
import { isFormulaMark } from "../../formulas/formula-mark.ts";
import { replaceMatches, replaceProse } from "./prose.ts";

const maxLength = 300; // UTF-16 units
// Quarto: figures, tables, sections, listings and formulas; theorems and the like; callouts.
const kinds = "(?:fig|tbl|sec|lst|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)";
const reference = new RegExp(`\\[-?@(${kinds}-\\w[\\w-]{0,80})\\]|(?<![\\w@.])-?@(${kinds}-(?:\\w|-(?=\\w)){1,80})`, "g");

/** Returns whether a text may have links without text, Quarto's references, or MyST's roles for them. */
export function mayLackWords(text: string): boolean {
  return text.includes("[](") || text.search(reference) >= 0 || /\{(?:ref|numref|eq|(?:prf|proof):ref)\}`/.test(text);
}

/** A part of an article to which links may lead. */
interface Target {
  /** The text of its heading or caption, or the number of a formula. */
  readonly words: string;
  /** Its number among the figures, tables or formulas of the article. */
  readonly number?: number;
}

/**
 * Gives links without text the text of the heading or the caption to which they lead, as MyST does: `[](#setup)`, `[](fig-moon)`,
 * `` {ref}`setup` ``. Quarto's `@fig-moon` becomes such a link. A link to anything else shows its address, and a role its words.
 * @param reportUnknown gets the labels of roles without a target, and the first of these roles
 */
export function convertLinkWords(tree: Root, reportUnknown: (labels: readonly string[], first: Element) => void): void {
  const links: Element[] = [];
  const targets = new Map<string, Target>();
  const counts = { figure: 0, table: 0, formula: 0 };
  walkTree(tree, (node) => {
    if (node.type !== "element") return undefined;
    const target = targetOf(node, counts);
    const isHeading = /^h[1-6]$/.test(node.tagName);
    for (const id of [idIn(node), isHeading ? slug(target.words) : undefined]) if (id && !targets.has(id)) targets.set(id, target);
    if (isHeading) return "skip"; // a link in a heading leads to itself
    if (node.tagName === "a" && (node.children.length === 0 || node.data?.role !== undefined)) links.push(node);
    return undefined;
  });
  const unknown = new Map<Element, string>();
  for (const link of links) {
    const label = link.data?.role !== undefined ? completeRole(link, targets) : giveWords(link, targets);
    if (label !== undefined) unknown.set(link, label);
  }
  const [first] = unknown.keys();
  if (first !== undefined) {
    reportUnknown([...new Set(unknown.values())], first);
    walkElements(tree, (element) => (unknown.has(element) ? { instead: element.children } : undefined));
  }
  replaceProse(tree, (node) =>
    replaceMatches(node, reference, ([, inBrackets, bare = ""]) => {
      const id = inBrackets ?? bare;
      const words = targets.get(id)?.words;
      return words ? elementNode("a", { href: `#${id}` }, [textNode(words)]) : undefined;
    }),
  );
}

function idIn(element: Element): string | undefined {
  return firstProperty(element, "id") ?? (element.tagName === "p" ? firstProperty(pictureIn(element) ?? element, "id") : undefined);
}

function targetOf(element: Element, counts: Record<"figure" | "table" | "formula", number>): Target {
  const { tagName } = element;
  if (/^h[1-6]$/.test(tagName)) return { words: textStart(element, maxLength).trim() };
  if (tagName === "p") {
    const picture = idIn(element) === undefined ? undefined : pictureIn(element);
    if (picture !== undefined) return { words: firstProperty(picture, "alt") ?? "", number: ++counts.figure };
    if (firstProperty(element, "id") === undefined) return { words: "" };
    if (!isFormulaMark(textStart(element, maxLength))) return { words: titleIn(element) };
    return { words: `(${++counts.formula})`, number: counts.formula };
  }
  if ((tagName === "pre" || tagName === "blockquote") && idIn(element) !== undefined) return directiveOf(element, counts);
  if (tagName !== "figure" && tagName !== "table") return { words: "" };
  const isCaption = (child: ElementContent) => child.type === "element" && /^(?:fig)?caption$/.test(child.tagName);
  const own = element.children.find((child): child is Element => isCaption(child)); // a group contains figures
  const caption = own ?? findElement(element, isCaption);
  return caption === undefined ? { words: "" } : { words: textStart(caption, maxLength).trim(), number: ++counts[tagName] };
}

// A formula between fences has a number, and a callout the words of its title.
function directiveOf({ children, tagName }: Element, counts: { formula: number }): Target {
  const first = children.find((child) => child.type === "element");
  if (first === undefined) return { words: "" };
  if (tagName === "pre" && classesOf(first).includes("language-math")) return { words: `(${++counts.formula})`, number: counts.formula };
  return { words: titleIn(first) };
}

function titleIn({ children: [title] }: Element): string {
  return title?.type === "element" && title.tagName === "strong" ? textStart(title, maxLength).trim() : "";
}

function pictureIn({ children }: Element): Element | undefined {
  const [only, ...others] = children.filter((child) => child.type !== "text" || child.value !== "");
  return others.length === 0 && only?.type === "element" && only.tagName === "img" ? only : undefined;
}

function giveWords(link: Element, targets: ReadonlyMap<string, Target>): undefined {
  const href = firstProperty(link, "href");
  if (href === undefined) return;
  if (targets.has(href)) link.properties["href"] = `#${href}`; // MyST: a label instead of an address
  const text = targets.get(decodeUri(href.replace(/^#/, "")))?.words || decodeUri(href).replace(/^#/, "");
  if (text !== "") link.children = [textNode(text)];
}

// Returns an unknown label. Sphinx: in the words of {numref}, %s and {number} are the number, and {name} is the caption.
function completeRole(link: Element, targets: ReadonlyMap<string, Target>): string | undefined {
  const label = String(link.properties["href"]).slice(1);
  const { number, words } = targets.get(label) ?? { words: "" };
  const name = words || label;
  const given = link.children.length === 0 ? name : textStart(link, maxLength);
  const text =
    link.data?.role === "numref" ? given.replace(/%s|\{number\}/g, () => String(number ?? name)).replaceAll("{name}", () => name) : given;
  link.children = [textNode(text)];
  return targets.has(label) ? undefined : label;
}
