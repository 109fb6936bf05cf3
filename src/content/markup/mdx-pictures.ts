import type { Image, Paragraph, PhrasingContent } from "mdast";
import { isIconName, isMediaName, isPictureName } from "../plain-html/convert-component.ts";
import type { ComputedData } from "./expressions/resolve-expressions.ts";
import { type HtmlData, type MdxElement, type MdxProperties, pictureFile } from "./mdx-element.ts";
import { literalOf } from "./shortcodes/string-literal.ts";

const addresses = /^(?:href|to|url|link)$/;
const address = /^(?:https?:)?\/\/[^\s/]/;

/** The pictures that the attributes of a component name: `<Card img="a.png">`. */
export interface MdxPictures {
  readonly images: readonly Image[];
  /** The names of their attributes. */
  readonly names: readonly string[];
  /** True if a picture is not one of them: an icon, or one that only a program finds. */
  readonly isLost: boolean;
}

/** Finds the pictures in the attributes of a component that is not a picture itself. */
export function mdxPictures({ attributes }: Pick<MdxElement, "attributes">, properties: MdxProperties): MdxPictures {
  const [files, names]: [Set<string>, string[]] = [new Set(), []];
  let isLost = false;
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute") continue;
    const { name } = attribute;
    const value = properties[name];
    if (typeof value === "string" && isPicture(attribute, value)) {
      files.add(value);
      names.push(name);
    } else isLost ||= typeof value === "string" ? isIconName(name) && pictureFile.test(value) : isUnread(attribute);
  }
  const alt = ["imageAlt", "imgAlt", "alt"].map((name) => properties[name]).find((value) => typeof value === "string");
  return { images: [...files].map((url) => ({ type: "image", url, alt: typeof alt === "string" ? alt : "" })), names, isLost };
}

/** Returns the nodes of pictures before the content of a component. */
export function pictureNodes({ images }: MdxPictures, { children, type }: MdxElement): readonly (PhrasingContent | Paragraph)[] {
  if (type === "mdxJsxFlowElement") return images.map((image) => ({ type: "paragraph", children: [image] }));
  return images.flatMap((image) => (children.length > 0 ? [image, { type: "break" }] : [image]));
}

/** No pictures. */
export const noPictures: MdxPictures = { images: [], names: [], isLost: false };

/** Returns the pictures to show beside the HTML of a component, and whether pictures or words of its attributes are lost. */
export function besideElement(
  data: HtmlData,
  found: MdxPictures,
  properties: MdxProperties,
): { readonly pictures: MdxPictures; readonly isLost: boolean } {
  const html = JSON.stringify(data);
  const isPicture = html.includes('"hName":"img"') || html.includes('"tagName":"img"');
  const images = isPicture ? [] : found.images.filter(({ url }) => !html.includes(JSON.stringify(url)));
  return { pictures: { ...found, images }, isLost: (found.isLost && !isPicture) || hasLostWords(properties, data) };
}

const words = /^(?:desc|description|subtitle|summary|header|heading|question|caption|footer|text|label|content|excerpt)$/;

/** Returns whether words in the attributes of a component are not in its content. */
export function hasLostWords(properties: MdxProperties, content: unknown): boolean {
  const shown = JSON.stringify(content);
  return Object.entries(properties).some(([name, value]) => {
    if (typeof value !== "string" || value.trim() === "") return false;
    const isWords = words.test(name) || (name === "name" && /\s|^\p{Lu}/u.test(value.trim())); // other names are of icons
    return isWords && !shown.includes(JSON.stringify(value).slice(1, -1));
  });
}

/** Returns whether a component is a block because it has a picture above its title and its words. */
export function isTitledPicture(element: MdxElement, properties: MdxProperties): boolean {
  const hasTitle = typeof properties["title"] === "string" && properties["title"].trim() !== "";
  return /^[A-Z]/.test(element.name ?? "") && element.children.length > 0 && hasTitle && mdxPictures(element, properties).images.length > 0;
}

type Attribute = Extract<MdxElement["attributes"][number], { type: "mdxJsxAttribute" }>;

// An expression that is a file, not a text, is a picture under any name.
function isPicture({ data, name, value: written }: Attribute, value: string): boolean {
  if (isIconName(name) || addresses.test(name)) return false;
  if (isPictureName(name) && address.test(value)) return true;
  const { isComputed } = (data ?? {}) as ComputedData;
  const isFile = isComputed || (typeof written === "object" && written !== null && literalOf(written.value) === undefined);
  return pictureFile.test(value) && (isFile || isMediaName(name));
}

function isUnread({ name, value }: Attribute): boolean {
  return typeof value === "object" && value !== null && isPictureName(name) && !/^\s*(?:true|false|null|undefined)\s*$/.test(value.value);
}
