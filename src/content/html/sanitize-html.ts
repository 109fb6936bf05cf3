import type { Element, ElementContent, Parents, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { fileNameOf } from "../../base/file-name-of.ts";
import { alignCells } from "./align-cells.ts";
import { elementNode, textNode } from "./hast-nodes.ts";
import { toHtml } from "./html.ts";
import { isWellNested } from "./is-well-nested.ts";
import { parseHtml } from "./parse-html.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";
import { walkElements } from "./walk-tree.ts";

const allowed = new Set(sanitizeSchema.tagNames);
const stripped = new Set(sanitizeSchema.strip);
const removedSilently = new Set([
  "html",
  "main",
  "head",
  "body",
  "title",
  "meta",
  "link",
  "base",
  "input",
  "picture",
  "font",
  "form",
  "label",
  "noscript",
]);

/** Reports an element that feed readers do not keep. */
export type OnRemoved = (element: Element) => void;

/** Returns whether an element is removed together with its content. */
export function isStripped({ tagName }: Element): boolean {
  return stripped.has(tagName);
}

/**
 * Reduces a tree to the safe elements and attributes that feed readers keep. References must be absolute already. The result is
 * stable: serializing and parsing it gives the same tree.
 */
export function sanitizeHtml(tree: Root, onRemoved: OnRemoved): Root {
  adapt(tree, onRemoved);
  const clean = sanitize(tree, sanitizeSchema) as Root;
  settle(clean);
  return isWellNested(clean) ? clean : reparse(clean);
}

// More rounds than any known input needs: a parser separates nested links one level per round.
const maxRounds = 8;

// Unwrapping an element can leave a tree that no parser would build, such as a paragraph in a paragraph. Parsing its HTML may give
// another such tree, hence the rounds.
function reparse(tree: Root): Root {
  let [parsed, html] = [tree, toHtml(tree)];
  for (let round = 0; round < maxRounds; round++) {
    parsed = sanitize(parseHtml(html), sanitizeSchema) as Root;
    const again = toHtml(parsed);
    if (again === html) break;
    html = again;
  }
  return parsed;
}

// Replaces elements that readers drop with plain ones that keep their meaning.
function adapt(tree: Parents, onRemoved: OnRemoved): void {
  walkElements(tree, (element) => {
    alignCells(element);
    // The heading of the notes is removed, and the labels are English.
    if (isFootnoteLink(element)) for (const name of ["ariaDescribedBy", "ariaLabel"]) delete element.properties[name];
    const substitute = substituteFor(element, onRemoved);
    if (substitute !== undefined) return { instead: substitute };
    if (allowed.has(element.tagName) || removedSilently.has(element.tagName)) return undefined;
    onRemoved(element);
    return isStripped(element) ? "skip" : undefined;
  });
}

// Obsolete forms of <pre>, in which tags are text (HTML Standard §16.2).
const preformatted = new Set(["listing", "plaintext", "xmp"]);

function substituteFor(element: Element, onRemoved: OnRemoved): ElementContent[] | undefined {
  const { properties, tagName } = element;
  if (tagName === "input" && properties["type"] === "checkbox") return [textNode(properties["checked"] ? "☑" : "☐")];
  if (preformatted.has(tagName)) {
    adapt(element, onRemoved); // a replacement is not walked
    return [{ ...element, tagName: "pre" }];
  }
  if (tagName !== "section" || properties["dataFootnotes"] === undefined) return undefined;
  adapt(element, onRemoved);
  return notesOf(element);
}

// The footnotes after a line, without their English heading.
function notesOf({ children }: Element): ElementContent[] {
  const notes = children.filter((child) => child.type !== "element" || child.tagName !== "h2");
  return [elementNode("hr", {}), ...notes];
}

function isFootnoteLink({ properties }: Element): boolean {
  return properties["dataFootnoteRef"] !== undefined || properties["dataFootnoteBackref"] !== undefined;
}

// Repairs the sanitized tree: pictures without a source, code without classes, media that need controls and a link.
function settle(tree: Root): void {
  let links: Links | undefined;
  walkElements(tree, (element) => {
    if (element.tagName === "code" && String(element.properties["className"]) === "") delete element.properties["className"];
    if (element.tagName === "img" && element.properties["src"] === undefined) {
      const alt = String(element.properties["alt"] ?? "");
      return { instead: alt === "" ? [] : [textNode(alt)] };
    }
    if (element.tagName === "img") element.properties["alt"] ??= "";
    if (element.tagName === "audio" || element.tagName === "video") {
      element.properties["controls"] = true; // without them, browsers show nothing of a recording
      const url = mediaUrl(element);
      links ??= linksOf(tree);
      if (url === undefined || links.addresses.has(url)) return "skip";
      links.addresses.add(url);
      const link = elementNode("a", { href: url }, [textNode(fileName(url))]);
      if (links.within.has(element)) return { instead: [element, textNode(" "), link] };
      element.children.push(link); // shown by readers that remove the player
      return "skip";
    }
    return undefined;
  });
}

interface Links {
  readonly addresses: Set<unknown>;
  /** The elements within links, which cannot contain another link: the parser puts it after them. */
  readonly within: ReadonlySet<Element>;
}

function linksOf(tree: Root): Links {
  const addresses = new Set<unknown>();
  const within = new Set<Element>();
  walkElements(tree, (link) => {
    if (link.tagName !== "a") return undefined;
    addresses.add(link.properties["href"]);
    walkElements(link, (element) => void within.add(element));
    return undefined;
  });
  return { addresses, within };
}

function mediaUrl(media: Element): string | undefined {
  const sources = [media, ...media.children.filter((child): child is Element => child.type === "element" && child.tagName === "source")];
  return sources.map(({ properties }) => properties["src"]).find((src) => typeof src === "string");
}

function fileName(url: string): string {
  const name = fileNameOf(url);
  try {
    return decodeURIComponent(name) || url;
  } catch {
    return name;
  }
}
