import type { Image, Paragraph, PhrasingContent } from "mdast";
import { type MdxElement, type MdxProperties, pictureFile } from "./mdx-element.ts";
import { literalOf } from "./shortcodes/string-literal.ts";

const kinds = "image|img|picture|photo|cover|poster|thumb(?:nail)?|banner|screenshot|illustration";
const pictureNames = new RegExp(`^(?:[a-z]{0,20}[-_]?)?(?:${kinds})[-_]?(?:src|url|path|file|light)?$`, "i");
const mediaNames = /^(?:src|source|media|pic|hero|preview|before|after|light|front|back|background|bg)$/;
const icons = /^(?:icon|logo|avatar|favicon)|dark/i; // beside the words, or of another color scheme
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
    } else isLost ||= typeof value === "string" ? icons.test(name) && pictureFile.test(value) : isUnread(attribute);
  }
  const alt = ["imageAlt", "imgAlt", "alt"].map((name) => properties[name]).find((value) => typeof value === "string");
  return { images: [...files].map((url) => ({ type: "image", url, alt: typeof alt === "string" ? alt : "" })), names, isLost };
}

/** Returns the nodes of pictures before the content of a component. */
export function pictureNodes({ images }: MdxPictures, { children, type }: MdxElement): readonly (PhrasingContent | Paragraph)[] {
  if (type === "mdxJsxFlowElement") return images.map((image) => ({ type: "paragraph", children: [image] }));
  return images.flatMap((image) => (children.length > 0 ? [image, { type: "break" }] : [image]));
}

/** Returns whether a component is a block because it has a picture above its title and its words. */
export function isTitledPicture(element: MdxElement, properties: MdxProperties): boolean {
  const hasTitle = typeof properties["title"] === "string" && properties["title"].trim() !== "";
  return /^[A-Z]/.test(element.name ?? "") && element.children.length > 0 && hasTitle && mdxPictures(element, properties).images.length > 0;
}

type Attribute = Extract<MdxElement["attributes"][number], { type: "mdxJsxAttribute" }>;

// An expression that is a file, not a text, is a picture under any name.
function isPicture({ name, value: written }: Attribute, value: string): boolean {
  if (icons.test(name) || addresses.test(name)) return false;
  if (pictureNames.test(name) && address.test(value)) return true;
  const isFile = typeof written === "object" && written !== null && literalOf(written.value) === undefined;
  return pictureFile.test(value) && (isFile || pictureNames.test(name) || mediaNames.test(name));
}

function isUnread({ name, value }: Attribute): boolean {
  return (
    typeof value === "object" && value !== null && pictureNames.test(name) && !/^\s*(?:true|false|null|undefined)\s*$/.test(value.value)
  );
}
