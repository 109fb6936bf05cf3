import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { parseHtml } from "../html/parse-html.ts";
import { meaningfulTitle } from "../plain-html/embed-title.ts";
import { mediaPlayer } from "../plain-html/media-player.ts";
import { componentEmbed, isEmbedName } from "./shortcodes/component-embeds.ts";
import { expressionFile } from "./shortcodes/expression-file.ts";
import { literalOf, templateOf } from "./shortcodes/string-literal.ts";
import { shortcodeHtml } from "./shortcodes/tags/shortcode-html.ts";

/** An element of JSX. */
export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The attributes of a JSX element whose values need no program, by name. */
export type MdxProperties = Readonly<Record<string, string | boolean>>;

/** The HTML of a JSX element, in the form that remark-rehype reads from a node's data. */
export interface HtmlData {
  readonly hName: string;
  readonly hProperties?: Readonly<Record<string, string | boolean>>;
  readonly hChildren?: readonly unknown[];
  /** The nodes of Markdown that it contains instead of the children of the element. */
  readonly children?: readonly unknown[];
}

const isBoolean = /^(?:checked|controls|hidden|loop|muted|open|playsInline|reversed)$/i;
const pictures = /^(?:(?:Ideal|Themed?|Zoom)?Image|Img|Picture|Figure|Media)$/;
/** The address of a picture file. */
export const pictureFile = /^[^?#]*\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i;
const videos = /^(?:Lite)?(?:YouTube|Vimeo|Tweet|Twitter(?:Tweet)?|Gist|Instagram)(?:Embed|Video)?$/i;

/**
 * Converts a JSX element to HTML: the same element if it is HTML, a picture, or a link to a video. Returns undefined for an unknown
 * component, and for one with content that is not a known embed: it is a frame around its content.
 * @param values the imported files and the exported constants by name
 */
export function mdxElementHtml(element: MdxElement, values: ReadonlyMap<string, string>): HtmlData | undefined {
  const name = element.name ?? "";
  const properties = mdxProperties(element, values);
  if (/^[a-z][a-z0-9-]*$/.test(name)) return { hName: name, hProperties: htmlProperties(properties) };
  if (name === "Badge" && element.type === "mdxJsxTextElement" && !hasContent(element) && typeof properties["text"] === "string")
    return { hName: "span", hProperties: { dataBadge: "" }, hChildren: [textNode(properties["text"])] };
  const src = pictures.test(name) ? pictureOf(properties) : properties["src"];
  if (typeof src === "string" && (pictures.test(name) || (element.children.length === 0 && pictureFile.test(src))))
    return withCaption(element, properties, { hName: "img", hProperties: { ...sizeOf(properties), src, alt: altOf(properties) } });
  const player = typeof src === "string" && element.children.length === 0 ? playerOf(src, properties) : undefined;
  if (player !== undefined) return withCaption(element, properties, player);
  const href = properties["href"] ?? properties["to"];
  if (/^(?:Link|A|(?:Nav|External|Router|Route|Nuxt)Link)$/.test(name) && typeof href === "string")
    return linkTo(href, element, properties);
  if (hasContent(element) && !videos.test(name) && !isEmbedName(name)) return undefined;
  const html = (videos.test(name) ? videoHtml(name, properties) : undefined) ?? componentEmbed(name, properties);
  return html === undefined
    ? undefined
    : { hName: element.type === "mdxJsxFlowElement" ? "p" : "span", hChildren: parseHtml(html).children };
}

function linkTo(href: string, element: MdxElement, { label, text, title }: MdxProperties): HtmlData {
  const words = hasContent(element) ? undefined : [text, label, title].find((value) => typeof value === "string" && value !== "");
  return { hName: "a", hProperties: { href }, ...(typeof words === "string" && { hChildren: [textNode(words)] }) };
}

function hasContent({ children }: MdxElement): boolean {
  const isExpression = ({ type }: (typeof children)[number]) => type === "mdxFlowExpression" || type === "mdxTextExpression"; // not known
  return children.some((child) => !isExpression(child) && (child.type !== "text" || child.value.trim() !== ""));
}

// Docusaurus: <Image img={file} />, <ThemedImage sources={{ light: "a.png", dark: "b.png" }} />.
function pictureOf(properties: MdxProperties): string | boolean | undefined {
  return ["src", "img", "sources", "light", "srcLight"].map((name) => properties[name]).find(Boolean);
}

function altOf({ alt, caption }: MdxProperties): string | boolean {
  return alt ?? caption ?? "";
}

function sizeOf({ height, width }: MdxProperties): MdxProperties {
  const isSize = (value: string | boolean | undefined): value is string => typeof value === "string" && /^\d{1,5}$/.test(value);
  return { ...(isSize(width) && { width }), ...(isSize(height) && { height }) };
}

// A paragraph cannot contain a figure.
function withCaption({ type }: MdxElement, { caption }: MdxProperties, media: HtmlData): HtmlData {
  if (type !== "mdxJsxFlowElement" || typeof caption !== "string" || caption.trim() === "") return media;
  const words = { type: "html-element", data: { hName: "figcaption" }, children: [{ type: "text", value: caption }] };
  return { hName: "figure", children: [{ type: "html-element", data: media, children: [] }, words] };
}

// A component of any name that has the address of a file: <Video src="./tide.mp4" />.
function playerOf(src: string, { height, poster, title, width }: MdxProperties): HtmlData | undefined {
  const given = Object.fromEntries(Object.entries({ width, height, poster }).filter(([, value]) => typeof value === "string"));
  const player = mediaPlayer(src, elementNode("video", given), typeof title === "string" ? meaningfulTitle(title) : undefined);
  return player && { hName: player.tagName, hProperties: player.properties as MdxProperties, hChildren: player.children };
}

// hast has the names of properties in camel case.
function htmlProperties(properties: MdxProperties): MdxProperties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      if (/^(?:data|aria)-/.test(name)) return [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value];
      return [name === "srcset" ? "srcSet" : name, value];
    }),
  );
}

function videoHtml(name: string, properties: MdxProperties): string | undefined {
  const key = name
    .toLowerCase()
    .replace(/^lite|embed$|video$/g, "")
    .replace("twittertweet", "tweet");
  const named = Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  const id = named["id"] ?? named["videoId"] ?? named["videoid"] ?? named["url"] ?? named["tweetId"] ?? "";
  const values = { named: { ...named, id }, positional: key === "gist" ? [id] : [], text: "" };
  return Object.hasOwn(shortcodeHtml, key) ? shortcodeHtml[key]?.(values, { locate: () => undefined }) : undefined;
}

/** Returns the attributes of an element. @param values the imported files and the exported constants by name */
export function mdxProperties({ attributes }: MdxElement, values: ReadonlyMap<string, string>): MdxProperties {
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = attribute.type === "mdxJsxAttribute" ? attributeValue(attribute, values) : undefined;
      return value === undefined ? [] : [[(attribute as MdxJsxAttribute).name, value]];
    }),
  );
}

// sources={{ light: file }}, image={{ src: file, alt: "A" }}
const partOf = { light: /[{,]\s*light:\s*([^,{}]+)/, src: /^\s*\{(?:[^{}]*,)?\s*src:\s*([^,{}]+)/ };

// An attribute without a value is empty (HTML Standard §13.1.2.3), except boolean attributes.
function attributeValue({ name, value }: MdxJsxAttribute, values: ReadonlyMap<string, string>): string | boolean | undefined {
  if (value === null || value === undefined) return isBoolean.test(name) ? true : "";
  if (typeof value === "string") return value;
  if (isBoolean.test(name) && value.value.trim() === "true") return true;
  if (name === "style") return literalOf(value.value) ?? styleIn(value.value, values);
  return fileOrLiteral((name === "sources" ? partOf.light : partOf.src).exec(value.value)?.[1] ?? value.value, values);
}

const declaration =
  /[{,]\s*["']?([A-Za-z-]{1,40})["']?\s*:\s*(?:"([^"\\\n]{0,1000})"|'([^'\\\n]{0,1000})'|`([^`\\\n]{0,1000})`)(?=\s*[,}])/g;

// {textAlign: "right"}: of styles, readers keep the alignment of a cell, and a background or hidden text is a warning.
function styleIn(expression: string, values: ReadonlyMap<string, string>): string | undefined {
  if (
    /[{]/.test(
      expression
        .replace(/\$\{\w{1,40}\}/g, "")
        .trim()
        .slice(1),
    )
  )
    return undefined; // no object of CSS
  const declarations = [...expression.slice(0, 2000).matchAll(declaration)].map(([, name = "", double, single, template = ""]) => {
    const text = template.replace(/\$\{(\w{1,40})\}/g, (found, variable: string) => values.get(variable) ?? found);
    return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${double ?? single ?? text}`;
  });
  return declarations.length === 0 ? undefined : declarations.join("; ");
}

function fileOrLiteral(expression: string, values: ReadonlyMap<string, string>): string | undefined {
  const name = expression.trim().replace(/\.(?:src|default)$/, "");
  return literalOf(expression) ?? expressionFile(expression) ?? values.get(name) ?? templateOf(expression, values);
}
