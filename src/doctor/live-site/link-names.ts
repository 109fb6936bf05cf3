import type { DefaultTreeAdapterMap } from "parse5";
import { oneLine } from "../../base/one-line.ts";
import { attributeOf } from "./advertised-feeds.ts";

type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["childNode"];

const maxName = 40; // UTF-16 units: a longer text is a sentence or a headline
const maxNodes = 100; // within a link

/** Returns whether a link to click is called RSS, Atom or feed: in its text, or in that of its icon. */
export function isCalledFeed(link: Element): boolean {
  const nodes = nodesIn(link);
  const labels = [link, ...nodes.filter(isElement)].flatMap((element) =>
    ["title", "aria-label", "alt"].map((name) => attributeOf(element, name) ?? ""),
  );
  return [textOf(nodes), ...labels].map(oneLine).some((name) => name.length <= maxName && feedWord.test(name));
}

/** Returns whether a link to click may lead to a feed by its address, or by the name of its icon: a file, a class or a symbol. */
export function resemblesFeed(link: Element): boolean {
  const nodes = nodesIn(link);
  if (oneLine(textOf(nodes)).length > maxName) return false;
  const { pathname = "", protocol = "", search = "" } = URL.parse(attributeOf(link, "href") ?? "", "http://a.invalid") ?? {};
  if (protocol === "feed:") return true;
  return [lastSegment(pathname), search].some((part) => feedWord.test(part)) || [link, ...nodes.filter(isElement)].some(isFeedIcon);
}

const feedWord = /(?<![a-z])(?:news|web|xml)?(?:rss|atom|feed)(?:feed)?s?(?![a-z])/i;
const feedFile = /(?<![a-z])(?:rss|feed|xml)s?(?:icon|button|logo)?(?![a-z])/i; // xml.gif was the first icon of feeds
const feedClass = /(?<![a-z])(?:rss|(?:fa|icon)-?feed|feed-?icon)(?![a-z])/i; // "feed" alone is a list of posts

function isFeedIcon(element: Element): boolean {
  const files = ["src", "data-src", "srcset", "data"].map((name) => lastSegment(attributeOf(element, name) ?? ""));
  return (
    files.some((file) => feedFile.test(file)) || feedClass.test(attributeOf(element, element.tagName === "use" ? "href" : "class") ?? "")
  );
}

/** Returns the name of the file or folder to which a path leads; nothing for a file within the page. */
function lastSegment(path: string): string {
  const [names = ""] = path.startsWith("data:") ? [] : path.split(/[?#]/, 1);
  return names.split("/").findLast((name) => name !== "") ?? "";
}

/** Returns the text, also that of the title of an SVG, but no style or script. */
function textOf(nodes: readonly Node[]): string {
  return nodes
    .flatMap((node) => ("value" in node && !/^(?:style|script|desc)$/.test(nameOf(node.parentNode)) ? [node.value] : []))
    .join("");
}

function nameOf(parent: DefaultTreeAdapterMap["parentNode"] | null): string {
  return parent !== null && "tagName" in parent ? parent.tagName : "";
}

// Iterative and limited, since links in SVG can be nested.
function nodesIn(link: Element): Node[] {
  const found: Node[] = [];
  const open = link.childNodes.toReversed();
  for (let node = open.pop(); node !== undefined && found.length < maxNodes; node = open.pop()) {
    found.push(node);
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return found;
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
