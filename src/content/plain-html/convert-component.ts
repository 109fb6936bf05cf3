import type { Element, ElementContent } from "hast";
import { shortAddress } from "../../base/short-address.ts";
import { blockElements } from "../html/block-elements.ts";
import { elementNode, firstProperty, textNode } from "../html/hast-nodes.ts";
import { type ConversionContext, type Convert, mayContainBlocks } from "./convert.ts";
import { embedPage } from "./embed-services.ts";
import { isPictureFile } from "./lazy-attributes.ts";
import { mediaPlayer } from "./media-player.ts";

const kinds = "image|img|picture|photo|cover|poster|thumb(?:nail)?|banner|screenshot|illustration";
const pictureNames = new RegExp(`^(?:[a-z]{0,20}[-_]?)?(?:${kinds})[-_]?(?:src|url|path|file|light)?$`, "i");
const mediaNames = /^(?:src|source|media|pic|hero|preview|before|after|light|front|back|background|bg)$/;
const icons = /^(?:icon|logo|avatar|favicon)|dark/i; // beside the words, or of another color scheme
const titles = ["title", "header", "heading", "label", "name", "text"];
const descriptions = ["subtitle", "desc", "description", "summary", "caption", "content"];
const addresses = ["href", "to", "url", "link", "dataComponentAddress", "src"];
const lists = /^(?:images|pictures|photos|slides|items|cards)$/; // only a program finds them
const ofAddress = /^(?:src|link|address|user(?:name)?|[a-z]{0,20}-?(?:id|url|hash))$/i;
const absolute = /^(?:https?:)?\/\/[^\s/]/;
const decoration =
  /^(?:icon|class|className|style|id|key|variant|color|size|target|rel|open|align|type|theme|width|height|dataComponent|dataWritten|(?:image|img)?-?alt)$/i;

/** Returns whether an attribute has the name of one that names a picture: `image`, `coverImg`. */
export function isPictureName(name: string): boolean {
  return pictureNames.test(name);
}

/** Returns whether an attribute may name a picture if its value is a file: `preview`, `src`. */
export function isMediaName(name: string): boolean {
  return pictureNames.test(name) || mediaNames.test(name);
}

/** Returns whether the picture of an attribute is beside the words, or of another color scheme: `logo`, `imgDark`. */
export function isIconName(name: string): boolean {
  return icons.test(name);
}

/** Returns whether an attribute of a component has words, a picture or an address that a page shows. */
export function isShownName(name: string): boolean {
  return isMediaName(name) || isIconName(name) || lists.test(name) || [...titles, ...descriptions, ...addresses].includes(name);
}

const linkNames = /^(?:router-?link|route-?link|nuxt-?link|g-link|nav-?link)$/;

/** Replaces the link of a router, such as `<RouterLink to="/a">`, with a link of HTML. */
export const convertRouterLink: Convert = (element) => {
  const href = firstProperty(element, "to", "href");
  return href === undefined || !linkNames.test(element.tagName)
    ? undefined
    : [{ ...element, tagName: "a", properties: { href, id: element.properties["id"] } }];
};

/**
 * Shows what the attributes of a component in Markdown contain before its content: its pictures or its player, its title with its link, and
 * its description. The element itself stays, so that a warning names it, if it has more.
 */
export const convertComponent: Convert = (element, context) => {
  const { parent } = context;
  const name = firstProperty(element, "dataComponent");
  if (name === undefined || (parent.type === "element" && /^h[1-6]$/.test(parent.tagName))) return undefined; // its words would be in an anchor
  if (isAmongWords(element, context)) return linkAround(element);
  const content = isSameLink(element) ? [] : element.children;
  const { hasAll, nodes } = shownNodes({ ...element, children: content }, hasBlocks(element, context));
  reportIcons(element, name, context);
  if (nodes.length === 0) return undefined;
  const children = [...nodes, ...content];
  if (hasAll) return children;
  return [{ ...element, properties: { dataWritten: name }, children }];
};

// `<YouTube src="https://www.youtube.com/embed/x">https://youtu.be/x</YouTube>`: the content is a substitute for the player.
function isSameLink({ children, properties }: Element): boolean {
  const [only, ...others] = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const address = properties["dataComponentAddress"];
  if (only === undefined || others.length > 0 || typeof address !== "string") return false;
  const linked = only.type === "element" && only.tagName === "a" ? String(only.properties["href"]) : only.type === "text" ? only.value : "";
  return embedPage(linked.trim())?.url === (embedPage(address)?.url ?? address);
}

// Its other attributes are tooltips: <Term title="Long">short</Term>.
function isAmongWords({ children }: Element, { parent }: ConversionContext): boolean {
  if (children.length === 0 || mayContainBlocks(parent)) return false;
  return parent.children.some((sibling) => sibling.type === "text" && sibling.value.trim() !== "");
}

function linkAround(element: Element): Element[] | undefined {
  const href = firstProperty(element, "href", "to");
  return href === undefined || !isLink(href) ? undefined : [{ ...element, tagName: "a", properties: { href } }];
}

interface Shown {
  readonly nodes: readonly ElementContent[];
  /** True if nothing else is in the attributes. */
  readonly hasAll: boolean;
}

function hasBlocks({ children }: Element, { parent }: ConversionContext): boolean {
  if (children.some((child) => child.type === "element" && blockElements.has(child.tagName))) return true;
  return mayContainBlocks(parent) && !(parent.type === "element" && /^(?:dd|li|td|th)$/.test(parent.tagName));
}

function shownNodes(element: Element, isBlock: boolean): Shown {
  const { properties } = element;
  const nameIn = (names: readonly string[]) => names.find((name) => firstProperty(element, name) !== undefined);
  const textAt = (name: string | undefined) => (name === undefined ? undefined : firstProperty(element, name));
  const pictures = Object.keys(properties).filter((name) => isPictureAttribute(name, properties[name]));
  const given = nameIn(titles);
  const description = nameIn(descriptions) ?? nameIn(given === "text" ? [] : ["text"]);
  const media = mediaPlayer(firstProperty(element, "src", "url") ?? "", element, textAt(given));
  const isFree = (name: string) => !pictures.includes(name) && isLink(textAt(name) ?? "");
  const address = media === undefined ? addresses.find(isFree) : undefined;
  const isAlone = address === undefined && description === undefined && pictures.length === 0 && media === undefined;
  const title = given === "name" && isAlone ? undefined : given; // the name of an icon
  const stills = pictures.filter((name) => media?.tagName !== "video" || name !== "poster");
  const alt = firstProperty(element, "imagealt", "image-alt", "imgalt", "img-alt", "alt") ?? "";
  const head = given === "text" && isAlone ? textOf(textAt(title)) : headOf(textAt(title), textAt(address));
  const words = [media === undefined ? head : undefined, textOf(textAt(description))];
  const parts = [...stills.map((picture) => elementNode("img", { src: String(properties[picture]), alt })), media, ...words];
  const known = [...pictures, title, description, address, media && (firstProperty(element, "src") ? "src" : "url"), media && "poster"];
  const isEmbed = address === "dataComponentAddress"; // which the attributes of the service made
  const hasAll = Object.keys(properties).every(
    (attribute) =>
      known.includes(attribute) || (isEmbed && ofAddress.test(attribute)) || decoration.test(attribute) || isIconName(attribute),
  );
  const shown = parts.filter((part) => part !== undefined);
  return { nodes: placed(shown, isBlock, element.children.length > 0), hasAll };
}

function placed(parts: readonly ElementContent[], isBlock: boolean, isFollowed: boolean): ElementContent[] {
  if (isBlock) return parts.map((part) => (part.type === "element" && part.tagName === "video" ? part : elementNode("p", {}, [part])));
  return parts.flatMap((part, index) => (index < parts.length - 1 || isFollowed ? [part, elementNode("br", {})] : [part]));
}

function headOf(title: string | undefined, address: string | undefined): Element | undefined {
  const strong = title === undefined ? undefined : elementNode("strong", {}, [textNode(title)]);
  if (address === undefined) return strong;
  const page = embedPage(address) ?? { url: address, label: shortAddress(address) };
  return elementNode("a", { href: page.url, ...(strong === undefined && { dataEmbed: "" }) }, [strong ?? textNode(page.label)]);
}

function isLink(value: string): boolean {
  return /^(?:(?:https?:\/\/|mailto:|\.{1,2}\/|#)[^\s]|\/)/.test(value) || /^[\w-]+(?:\/[\w.-]*)*\.(?:md|html?|pdf)$/.test(value);
}

function textOf(value: string | undefined): ElementContent | undefined {
  return value === undefined ? undefined : textNode(value);
}

function isPictureAttribute(name: string, value: unknown): boolean {
  if (typeof value !== "string" || isIconName(name)) return false;
  return isMediaName(name) && (isPictureFile(value) || (isPictureName(name) && absolute.test(value)));
}

function reportIcons(element: Element, name: string, { reportAtNode }: ConversionContext): void {
  for (const [attribute, value] of Object.entries(element.properties)) {
    if (typeof value !== "string" || !isIconName(attribute) || /dark/i.test(attribute) || !isPictureFile(value)) continue;
    const message = `Cannot show the picture ${JSON.stringify(value)} of <${name} ${attribute}>: write it as a picture in the text`;
    reportAtNode(element, "warning", message);
  }
}
