import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { oneLine } from "../../base/one-line.ts";
import type { Entry } from "../../model/entry.ts";
import { markupOf } from "../../model/markup-of.ts";
import { locateKey } from "../front-matter/locate-key.ts";
import { descendants, findElement } from "../html/find-elements.ts";
import { elementNode } from "../html/hast-nodes.ts";
import { walkElements } from "../html/walk-tree.ts";
import { asMarkdown } from "../markup/shortcodes/tags/figure.ts";
import type { Metadata } from "../metadata/metadata.ts";
import { fileOf } from "./article.ts";
import { parseArticleBody } from "./article-body.ts";
import type { EntryContext } from "./entry-context.ts";

/** Returns the first picture of a content. */
export function firstImageOf(tree: Root): Metadata["image"] {
  let found: Metadata["image"];
  walkElements(tree, ({ tagName, properties: { alt, src } }) => {
    if (tagName !== "img" || typeof src !== "string" || src === "") return undefined;
    found = { url: src, ...(typeof alt === "string" && alt !== "" && { alt }) };
    return "end";
  });
  return found;
}

/** The picture of an entry for its content. */
export interface ShownImage {
  readonly image: NonNullable<Entry["image"]>;
  /** The figure with its caption, which is in the content without the picture. */
  readonly figure: Element | undefined;
  readonly warn: (message: string) => void;
}

/** Puts an entry's picture at the start of its content unless the content has it already: most readers show only the content. */
export function showImage(tree: Root, { figure, image, warn }: ShownImage): void {
  const isShown = tree.children.some((child) => child.type === "element" && hasPicture(child, image.url));
  if (figure !== undefined && isShown) {
    tree.children = tree.children.filter((child) => child !== figure);
    if (!addCaption(tree, image.url, figure)) warn(captionOfShown);
  }
  if (isShown) return;
  const { url, alt, width, height } = image;
  const properties = { src: url, alt: alt ?? "", ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  const picture = elementNode("img", properties);
  if (figure === undefined) tree.children.unshift(elementNode("p", {}, [picture]));
  else figure.children.unshift(picture);
}

const captionOfShown =
  "Cannot show the caption of the picture: the text has the picture among words or other pictures; write the caption below it";

function hasPicture(element: Element, url: string): boolean {
  return findElement(element, ({ properties, tagName }) => tagName === "img" && properties["src"] === url) !== undefined;
}

// Adds a caption to a figure of one picture, below its own caption, or to a picture that is alone in its paragraph. Returns false if there
// is no such place: the caption of several pictures would be that of them all.
function addCaption(tree: Root, url: string, { children }: Element): boolean {
  let isDone = false;
  walkElements(tree, (element) => {
    if (element.tagName !== "figure" && element.tagName !== "p") return undefined;
    if (!hasPicture(element, url)) return undefined;
    isDone = element.tagName === "figure" ? descendants(element, "img").length === 1 : isAlone(element);
    if (!isDone) return undefined;
    const own = findElement(element, ({ tagName }) => tagName === "figcaption");
    if (own === undefined) element.children.push(...children);
    else if (!wordsOf(own).includes(wordsOf({ children }))) own.children.push(elementNode("br", {}), ...children.flatMap(contentOf));
    element.tagName = "figure";
    return "end";
  });
  return isDone;
}

function contentOf(node: ElementContent): ElementContent[] {
  return node.type === "element" ? node.children : [node];
}

function wordsOf(parent: Pick<Element, "children">): string {
  return oneLine(textOf(elementNode("figcaption", {}, parent.children)));
}

function isAlone(paragraph: Element): boolean {
  const pictures = descendants(paragraph, "img");
  return pictures.length === 1 && textOf(paragraph).trim() === "";
}

/** Returns the key of front matter with the caption of an entry's picture. */
export function captionKey({ keys }: Metadata): string {
  return keys["imageCaption"] ?? keys["image"] ?? "image";
}

/** Parses the caption of an entry's picture, which is Markdown, or HTML in an article of HTML. Returns a `<figcaption>`. */
export async function parseCaption(context: EntryContext): Promise<Element | undefined> {
  const { article, body, inputs, language, reportAtKey } = context;
  const { frontMatterSource, metadata, source } = article;
  const caption = metadata.image?.caption;
  if (caption === undefined) return undefined;
  const key = captionKey(metadata);
  const { column, line } = locateKey(fileOf(source), frontMatterSource, key);
  const isHtml = markupOf(source) === "html";
  const text = isHtml ? caption : asMarkdown(caption);
  const { tree } = await parseArticleBody(`caption.${isHtml ? "html" : "md"}`, { text, line }, "", {
    language,
    locate: (name) => inputs.locate(name, source),
    reportAtNode: (_, severity, message) => reportAtKey(key, severity, message),
  });
  placeAt(tree, { line: line - body.line + 1, column });
  return textOf(tree).trim() === "" ? undefined : elementNode("figcaption", {}, wordsIn(tree));
}

// Problems of its links are reported with lines that count from the start of the text.
function placeAt(tree: Root, start: { readonly line: number; readonly column: number }): void {
  walkElements(tree, (element) => {
    element.position = { start, end: start };
    return undefined;
  });
}

// Markdown makes a paragraph of the words.
function wordsIn({ children }: Root): Element["children"] {
  const nodes = children.filter((child) => child.type === "element" || child.type === "text");
  const [only, other] = nodes.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return other === undefined && only?.type === "element" && only.tagName === "p" ? only.children : nodes;
}
