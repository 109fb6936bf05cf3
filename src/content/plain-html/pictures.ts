import type { Element } from "hast";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { descendants } from "../html/find-elements.ts";
import { classesOf, elementNode, firstProperty } from "../html/hast-nodes.ts";
import type { Convert } from "./convert.ts";
import { isPictureFile, lazyAddress } from "./lazy-attributes.ts";
import { pictureAddress } from "./picture-address.ts";
import { repositoryPicture } from "./repository-picture.ts";

/** Gives a picture the address that a script would load, or the best of its `srcset`. */
export const convertImage: Convert = (image, { reportAtNode }) => {
  const address = pictureAddress(image);
  if (address !== undefined) image.properties["src"] = repositoryPicture(address);
  else if (!isTracker(image)) {
    reportAtNode(image, "warning", describeLost(image));
    delete image.properties["src"];
  }
  return undefined;
};

/** Replaces `<picture>` with its `<img>`, or with one for its sources. */
export const convertPicture: Convert = (picture, context) => {
  const [image = elementNode("img", {})] = descendants(picture, "img");
  const address = pictureAddress(image, descendants(picture, "source").toReversed()); // the last one is for every browser
  if (address !== undefined) image.properties["src"] = address;
  image.position ??= picture.position as Element["position"];
  convertImage(image, context);
  const others = picture.children.filter((child) => child.type === "element" && !/^(?:img|source|noscript)$/.test(child.tagName));
  return [image, ...(others.some((child) => descendants(child, "img").includes(image)) ? [] : others)];
};

/** Converts a component or a button that shows a picture, such as `<amp-img>`, to `<img>`. */
export const convertPictureElement: Convert = (element, context) => {
  if (element.tagName === "input" && firstProperty(element, "type")?.toLowerCase() !== "image") return undefined;
  const { type: _, ...properties } = element.properties;
  const image = { ...elementNode("img", properties), position: element.position } as Element;
  convertImage(image, context);
  return [image];
};

/** Replaces an empty element into which a script puts a picture, such as `<span class="progressive" data-src="a.png">`, with `<img>`. */
export const convertPictureBox: Convert = (box, context) => {
  const src = box.children.some((child) => child.type !== "text" || child.value.trim() !== "") ? undefined : lazyAddress(box);
  const isInSet = context.parent.type === "element" && "dataPicture" in context.parent.properties; // Picturefill 1
  if (src === undefined || isInSet || !isPictureFile(src)) return undefined;
  const { height, width } = box.properties;
  const alt = firstProperty(box, "dataAlt", "ariaLabel", "title") ?? "";
  const image = elementNode("img", { src, alt, ...(width !== undefined && { width }), ...(height !== undefined && { height }) });
  return [{ ...image, ...(box.position !== undefined && { position: box.position }) }];
};

/** Shows the picture of an empty link whose style has it, such as that of a preview of Medium. */
export const convertPictureLink: Convert = (link) => {
  if (link.children.length > 0 || firstProperty(link, "href") === undefined) return undefined;
  const image = elementNode("img", { alt: "", style: link.properties["style"] });
  if (!showBackground(image, "src")) return undefined;
  link.children.push(image);
  delete link.properties["style"];
  return undefined;
};

/** Gives an attribute the address of the picture that the style of an element has, instead of the style. Returns whether it has one. */
export function showBackground({ properties, tagName }: Element, attribute: "poster" | "src"): boolean {
  const [address] = backgroundsOf({ type: "element", tagName, properties: { style: properties["style"] }, children: [] }).filter(
    isPictureFile,
  );
  if (address === undefined) return false;
  properties[attribute] = address;
  delete properties["style"];
  return true;
}

/** Reports a picture that is the background of an element and no picture in it, since readers drop styles. */
export function reportBackground(element: Element, reportAtNode: ReportAtNode): void {
  const address = backgroundsOf(element).find((found) => /[./]/.test(found) && !/^data:/i.test(found));
  if (address === undefined || isShownIn(element, address)) return;
  const message = `Cannot show the background picture ${JSON.stringify(address.slice(0, 100))}: readers show no backgrounds; write it as <img>`;
  reportAtNode(element, "warning", message);
}

// WordPress: a picture that fills its half of a block of media and text is its background as well, perhaps in another size.
function isShownIn(element: Element, address: string): boolean {
  return descendants(element, "img", maxPictures).some((image) => withoutSize(pictureAddress(image) ?? "") === withoutSize(address));
}

const maxPictures = 20;

function withoutSize(address: string): string {
  return address.replace(/[?#].*$/s, "").replace(/-(?:\d{1,5}x\d{1,5}|scaled)(?=\.\w{1,5}$)/, "");
}

// Scripts copy these to a style; parallax.js and jarallax have the last ones.
const ofScript = /^data(?:Lazy)?(?:Bg|Background)(?:Image|Img)?(?:Url|Src|[Ss]et)?$|^data(?:Image|Img|Parallax(?:Image|Img)?)Src$/;

function backgroundsOf({ properties, tagName }: Element): string[] {
  if (!Object.keys(properties).some((name) => name === "style" || name === "background" || name.startsWith("data"))) return []; // most elements
  const styles = String(properties["style"] ?? "").slice(0, 2000);
  const styled = styles.split(";").filter((style) => /^\s*background/i.test(style) && style.includes("url("));
  const names = tagName === "img" ? [] : Object.keys(properties).filter((name) => name === "background" || ofScript.test(name));
  return [...names.map((name) => String(properties[name])), ...styled].map(
    (value) => /[^\s"']+/.exec(value.slice(value.indexOf("url(") < 0 ? 0 : value.indexOf("url(") + 4))?.[0].replace(/[),]{1,3}$/, "") ?? "",
  );
}

/** Returns whether a picture only counts visitors. */
export function isTracker({ properties: { height, width } }: Element): boolean {
  return [width, height].every((size) => size !== undefined && Number(size) <= 1);
}

function describeLost(image: Element): string {
  const name = firstProperty(image, "alt", "title", "src", "srcSet") ?? classesOf(image)[0] ?? "";
  const given = name === "" ? "" : ` ${JSON.stringify(name.slice(0, 100))}`;
  return `Cannot show the picture${given}: it has no address that a reader can load; give it as src`;
}
