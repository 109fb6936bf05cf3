import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { parseHtml } from "../html/parse-html.ts";
import { embedPage } from "../plain-html/embed-services.ts";
import { embedHtml, shortcodeHtml } from "./shortcode-html.ts";

/** An element of JSX. */
export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The HTML of a JSX element, in the form that remark-rehype reads from a node's data. */
export interface HtmlData {
  readonly hName: string;
  readonly hProperties?: Readonly<Record<string, string | boolean>>;
  readonly hChildren?: readonly unknown[];
}

const isBoolean = /^(?:checked|hidden|open|reversed)$/;
const pictures = /^(?:Image|Img|Picture|Figure|ZoomImage|Media)$/;
const videos = /^(?:Lite)?(?:YouTube|Vimeo|Tweet|Twitter|Gist|Instagram)(?:Embed|Video)?$/i;

/**
 * Converts a JSX element to HTML: the same element if it is HTML, a picture, or a link to a video. Returns undefined for an unknown
 * component.
 * @param imports the imported files by name
 */
export function mdxElementHtml(element: MdxElement, imports: ReadonlyMap<string, string>): HtmlData | undefined {
  const name = element.name ?? "";
  const properties = propertiesOf(element, imports);
  if (/^[a-z][a-z0-9-]*$/.test(name)) return { hName: name, hProperties: htmlProperties(properties) };
  if (pictures.test(name) && typeof properties["src"] === "string")
    return { hName: "img", hProperties: { src: properties["src"], alt: properties["alt"] ?? properties["caption"] ?? "" } };
  const href = properties["href"] ?? properties["to"];
  if (/^(?:Link|A|NavLink|ExternalLink)$/.test(name) && typeof href === "string") return { hName: "a", hProperties: { href } };
  const html = (videos.test(name) ? videoHtml(name, properties) : undefined) ?? serviceHtml(name, properties);
  return html === undefined
    ? undefined
    : { hName: element.type === "mdxJsxFlowElement" ? "p" : "span", hChildren: parseHtml(html).children };
}

// hast has the names of properties in camel case.
function htmlProperties(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      if (/^(?:data|aria)-/.test(name)) return [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value];
      return [name === "srcset" ? "srcSet" : name, value];
    }),
  );
}

// A component of any name that has the address of a known service, and those that have its ids.
function serviceHtml(name: string, properties: Properties): string | undefined {
  const texts = (...names: readonly string[]) =>
    names.map((key) => properties[key]).find((value) => typeof value === "string" && value !== "");
  const address = Object.values(properties).find((value): value is string => typeof value === "string" && embedPage(value) !== undefined);
  const known = address ?? ofService(name.toLowerCase(), (...names) => texts(...names) as string | undefined);
  return known === undefined ? undefined : embedHtml(known, texts("title") as string | undefined);
}

function ofService(name: string, property: (...names: readonly string[]) => string | undefined): string | undefined {
  const id = property("id", "hash", "slugHash", "slug", "uri", "spotifyId");
  if (id === undefined) return undefined;
  if (/^spotify/.test(name))
    return `https://open.spotify.com/${id
      .replace(/^spotify:/, "")
      .replaceAll(":", "/")
      .replace(/^(?!\w+\/)/, `${property("type") ?? "track"}/`)}`;
  const user = property("user", "username", "author");
  return /^codepen/.test(name) && user !== undefined
    ? `https://codepen.io/${encodeURIComponent(user)}/pen/${encodeURIComponent(id)}`
    : undefined;
}

type Properties = Readonly<Record<string, string | boolean>>;

function videoHtml(name: string, properties: Properties): string | undefined {
  const key = name.toLowerCase().replace(/^lite|embed$|video$/g, "");
  const named = Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  const id = named["id"] ?? named["videoId"] ?? named["videoid"] ?? named["url"] ?? named["tweetId"] ?? "";
  const values = { named: { ...named, id }, positional: key === "gist" ? [id] : [], text: "" };
  return Object.hasOwn(shortcodeHtml, key) ? shortcodeHtml[key]?.(values, { locate: () => undefined }) : undefined;
}

function propertiesOf({ attributes }: MdxElement, imports: ReadonlyMap<string, string>): Record<string, string | boolean> {
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = attribute.type === "mdxJsxAttribute" ? attributeValue(attribute, imports) : undefined;
      return value === undefined ? [] : [[(attribute as MdxJsxAttribute).name, value]];
    }),
  );
}

// An attribute without a value is empty (HTML Standard §13.1.2.3), except boolean attributes.
function attributeValue({ name, value }: MdxJsxAttribute, imports: ReadonlyMap<string, string>): string | boolean | undefined {
  if (value === null || value === undefined) return isBoolean.test(name) ? true : "";
  if (typeof value === "string") return value;
  return literalOf(value.value) ?? fileIn(value.value) ?? imports.get(value.value.trim().replace(/\.(?:src|default)$/, ""));
}

// `require("./a.png").default` and Docusaurus's `useBaseUrl("/a.png")`: the file that they name.
function fileIn(expression: string): string | undefined {
  return /^\s*(?:require|useBaseUrl|withBase)\(\s*(["'`])([^"'`$\n]+)\1\s*\)(?:\.(?:default|src)){0,2}\s*$/.exec(expression)?.[2];
}

/** Returns the text of an expression that is a literal: `"a"`, `'a'`, `` `a` ``, `12`. */
export function literalOf(expression: string): string | undefined {
  const [, double, single, raw, number] =
    /^\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`|(-?\d+(?:\.\d+)?))\s*$/.exec(expression) ?? [];
  return (double ?? single ?? raw)?.replace(/\\(.)/g, "$1") ?? number;
}
