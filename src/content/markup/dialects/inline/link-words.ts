import { slug } from "github-slugger";
import type { Element, ElementContent, Root, Text } from "hast";
import { decodeUri } from "../../../../base/decode-uri.ts";
import { includesAny } from "../../../../base/includes-any.ts";
import { findElement } from "../../../html/find-elements.ts";
import { classesOf, elementNode, firstProperty, textNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkElements, walkTree } from "../../../html/walk-tree.ts";
import { isFormulaMark, numbersOfMarks } from "../../formulas/formula-mark.ts";
import { guard } from "../lines/guard.ts";
import { partOfText } from "./part-of-text.ts";
import { replaceMatches, replaceProse } from "./prose.ts";

const maxLength = 300; // UTF-16 units
// Quarto: figures, tables, sections, listings and formulas; theorems and the like; callouts.
// A capital letter is for the start of a sentence.
const names = "fig tbl sec lst eq thm lem cor prp cnj def exm exr sol rem alg nte tip wrn imp cau".split(" ");
const kinds = `(?:${names.map((name) => `[${name.charAt(0)}${name.charAt(0).toUpperCase()}]${name.slice(1)}`).join("|")})`;
const reference = new RegExp(`(?<![\\w@.])-?@(${kinds}-(?:\\w|-(?=\\w)){1,80})`, "g");
const group = /\[(?!\^)([^[\]]{1,500})\]/g; // [@fig-a; @tbl-a], [see @fig-a for more]

/** Returns whether a text may have links without text, Quarto's references, or MyST's roles for them. */
export function mayLackWords(text: string): boolean {
  return (
    text.includes("[](") ||
    mayHavePlaceholders(text) ||
    text.search(reference) >= 0 ||
    /\{(?:ref|numref|eq|(?:prf|proof):ref)\}`/.test(text)
  );
}

// mystmd: `[Figure %s](#fig-moon)`.
function mayHavePlaceholders(text: string): boolean {
  return includesAny(text, "%s", "{number}", "{name}") && text.includes("](");
}

/** A part of an article to which links may lead. */
interface Target {
  /** The text of its heading or caption, or the number of a formula. */
  readonly words: string;
  /** Its number among the figures, tables, formulas or listings of the article. */
  readonly number?: number;
}

/**
 * Gives links without text the text of the heading or the caption to which they lead, as MyST does: `[](#setup)`, `[](fig-moon)`,
 * `` {ref}`setup` ``. Quarto's `@fig-moon` becomes such a link. A link to anything else shows its address, and a role its words. In the words
 * of a link to a figure, table or formula, `%s` and `{number}` are its number, and `{name}` is its caption.
 * @param reportUnknown gets the labels of roles without a target, and the first of these roles
 * @param isMyst returns whether the article has directives or roles of MyST
 * @param labelsOfFormulas the labels after formulas, by the numbers of their marks
 */
export function convertLinkWords(
  tree: Root,
  reportUnknown: (labels: readonly string[], first: Element) => void,
  isMyst: () => boolean,
  labelsOfFormulas: ReadonlyMap<number, string> = new Map(),
): void {
  const links: Element[] = [];
  const filled: Element[] = [];
  const targets = new Map<string, Target>();
  const counts = { figure: 0, table: 0, formula: 0, listing: 0 };
  walkTree(tree, (node) => {
    const marks = node.type === "text" ? numbersOfMarks(node.value) : [];
    for (const id of marks.flatMap((mark) => labelsOfFormulas.get(mark) ?? [])) if (!targets.has(id)) targets.set(id, nextFormula(counts));
    if (node.type !== "element") return undefined;
    const target = targetOf(node, counts);
    const isHeading = /^h[1-6]$/.test(node.tagName);
    for (const id of [idIn(node), isHeading ? slug(target.words) : undefined]) if (id && !targets.has(id)) targets.set(id, target);
    if (isHeading) return "skip"; // a link in a heading leads to itself
    if (node.tagName === "a" && (node.children.length === 0 || node.data?.role !== undefined)) links.push(node);
    else if (node.tagName === "a") filled.push(node);
    return undefined;
  });
  for (const link of filled) fillPlaceholders(link, targets, isMyst);
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
  const linkOf = ([, label = ""]: RegExpExecArray) => {
    const words = targets.get(idOf(label))?.words;
    return words ? elementNode("a", { href: `#${idOf(label)}` }, [textNode(words)]) : undefined;
  };
  replaceProse(tree, (node, _index, parent) => {
    const isInLink = parent.type === "element" && parent.tagName === "a";
    if (isInLink || !node.value.includes("@")) return undefined;
    const parts = withoutBrackets(node, targets).flatMap((part) => replaceMatches(part, reference, linkOf) ?? [part]);
    return parts[0] === node ? undefined : parts;
  });
}

// Returns the parts of a text before, in and after groups of references.
function withoutBrackets(node: Text, targets: ReadonlyMap<string, Target>): Text[] {
  const parts: Text[] = [];
  let done = 0;
  for (const { 0: found, 1: words = "", index } of node.value.matchAll(group)) {
    if (!isGroup(words, targets)) continue;
    parts.push(partOfText(node, done, index), partOfText(node, index + 1, index + found.length - 1));
    done = index + found.length;
  }
  return done === 0 ? [node] : [...parts, partOfText(node, done)].filter(({ value }) => value !== "");
}

function idOf(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

// Each part has a reference that becomes a link, and no citation such as @knuth1984. After an escaped bracket, there is a guard.
function isGroup(words: string, targets: ReadonlyMap<string, Target>): boolean {
  if (words.startsWith(guard)) return false;
  return words.split(";").every((part) => {
    const rest = part.replace(reference, (found, label: string) => (targets.get(idOf(label))?.words ? "" : found));
    return rest !== part && !/(?<!\w)@\w/.test(rest);
  });
}

function idIn(element: Element): string | undefined {
  return firstProperty(element, "id") ?? (element.tagName === "p" ? firstProperty(pictureIn(element) ?? element, "id") : undefined);
}

function nextFormula(counts: { formula: number }): Target {
  return { words: `(${++counts.formula})`, number: counts.formula };
}

function targetOf(element: Element, counts: Record<"figure" | "table" | "formula" | "listing", number>): Target {
  const { tagName } = element;
  if (/^h[1-6]$/.test(tagName)) return { words: textStart(element, maxLength).trim() };
  if (tagName === "p") {
    const picture = idIn(element) === undefined ? undefined : pictureIn(element);
    if (picture !== undefined) return { words: firstProperty(picture, "alt") ?? "", number: ++counts.figure };
    if (firstProperty(element, "id") === undefined) return { words: "" };
    if (!isFormulaMark(textStart(element, maxLength))) return { words: titleIn(element) };
    return nextFormula(counts);
  }
  if ((tagName === "pre" || tagName === "blockquote") && idIn(element) !== undefined) return directiveOf(element, counts);
  if (tagName !== "figure" && tagName !== "table") return { words: "" };
  const isCaption = (child: ElementContent) => child.type === "element" && /^(?:fig)?caption$/.test(child.tagName);
  const own = element.children.find((child): child is Element => isCaption(child)); // a group contains figures
  const caption = own ?? findElement(element, isCaption);
  if (caption === undefined) return { words: "" };
  const [line = caption] = caption.children.filter((child) => child.type === "element" && child.tagName === "p"); // before a legend
  return { words: textStart(line as Element, maxLength).trim(), number: ++counts[kindOf(element)] };
}

function kindOf({ children, tagName }: Element): "figure" | "table" | "listing" {
  const isListing = children.some((child) => child.type === "element" && child.tagName === "pre");
  return tagName === "table" ? tagName : isListing ? "listing" : "figure";
}

// A formula between fences has a number, and a callout the words of its title.
function directiveOf({ children, tagName }: Element, counts: { formula: number }): Target {
  const first = children.find((child) => child.type === "element");
  if (first === undefined) return { words: "" };
  if (tagName === "pre" && classesOf(first).includes("language-math")) return { words: `(${++counts.formula})`, number: counts.formula };
  return { words: titleIn(first) };
}

function titleIn({ children: [title] }: Element): string {
  if (title?.type !== "element" || title.tagName !== "strong") return "";
  return textStart(title, maxLength)
    .trim()
    .replace(/ \(\)$/, ""); // the link of a solution has no words yet
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
  const text = link.data?.role === "numref" || number !== undefined ? withNumber(given, number ?? name, name) : given;
  link.children = [textNode(text)];
  return targets.has(label) ? undefined : label;
}

function withNumber(text: string, number: number | string, name: string): string {
  return text.replace(/%s|\{number\}/g, () => String(number)).replaceAll("{name}", () => name);
}

// In an article without MyST, a link to a heading may be about a format of printf or a template of an address.
function fillPlaceholders(link: Element, targets: ReadonlyMap<string, Target>, isMyst: () => boolean): void {
  const href = decodeUri(firstProperty(link, "href") ?? "");
  const { number, words } = targets.get(href.replace(/^#/, "")) ?? { words: "" };
  if (number === undefined && words === "") return;
  let isFilled = false;
  replaceProse({ type: "root", children: link.children }, (node) => {
    const text = withNumber(node.value, number ?? words, words || href.replace(/^#/, ""));
    if (text === node.value || (number === undefined && !isMyst())) return undefined;
    isFilled = true;
    node.value = text;
    return undefined;
  });
  if (isFilled && !href.startsWith("#")) link.properties["href"] = `#${href}`;
}
