import type { Element, ElementContent, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { elementNode, textNode } from "./hast-nodes.ts";
import { toHtml } from "./html.ts";
import { isWellNested } from "./is-well-nested.ts";
import { parseHtml } from "./parse-html.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";
import { walkElements } from "./walk-tree.ts";

const allowed = new Set(sanitizeSchema.tagNames);
const removedSilently = new Set([
  "html",
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
function adapt(tree: Root, onRemoved: OnRemoved): void {
  walkElements(tree, (element) => {
    const substitute = substituteFor(element);
    if (substitute !== undefined) return { instead: substitute };
    if (!allowed.has(element.tagName) && !removedSilently.has(element.tagName)) onRemoved(element);
    return undefined;
  });
}

function substituteFor(element: Element): ElementContent[] | undefined {
  const { properties, tagName } = element;
  if (tagName === "input" && properties["type"] === "checkbox") return [textNode(properties["checked"] ? "☑" : "☐")];
  if (tagName === "section" && properties["dataFootnotes"] !== undefined) {
    const notes = element.children.filter((child) => child.type !== "element" || child.tagName !== "h2");
    return [elementNode("hr", {}), ...notes];
  }
  return undefined;
}

// Repairs the sanitized tree: pictures without a source, code without classes, media that need a link next to them.
function settle(tree: Root): void {
  let linked: Set<unknown> | undefined;
  walkElements(tree, (element) => {
    if (element.tagName === "code" && String(element.properties["className"]) === "") delete element.properties["className"];
    if (element.tagName === "img" && element.properties["src"] === undefined) {
      const alt = String(element.properties["alt"] ?? "");
      return { instead: alt === "" ? [] : [textNode(alt)] };
    }
    if (element.tagName === "img") element.properties["alt"] ??= "";
    if (element.tagName === "audio" || element.tagName === "video") {
      // The validator forbids `controls`, and without them some readers cannot play the file.
      const url = mediaUrl(element);
      linked ??= linksOf(tree);
      if (url === undefined || linked.has(url)) return "skip";
      linked.add(url);
      return { instead: [element, textNode(" "), elementNode("a", { href: url }, [textNode(fileName(url))])] };
    }
    return undefined;
  });
}

function linksOf(tree: Root): Set<unknown> {
  const links = new Set<unknown>();
  walkElements(tree, ({ tagName, properties }) => {
    if (tagName === "a") links.add(properties["href"]);
    return undefined;
  });
  return links;
}

function mediaUrl(media: Element): string | undefined {
  const sources = [media, ...media.children.filter((child): child is Element => child.type === "element" && child.tagName === "source")];
  return sources.map(({ properties }) => properties["src"]).find((src) => typeof src === "string");
}

function fileName(url: string): string {
  const name = url.replace(/[?#].*/s, "").replace(/^.*\//s, "");
  try {
    return decodeURIComponent(name) || url;
  } catch {
    return name;
  }
}
