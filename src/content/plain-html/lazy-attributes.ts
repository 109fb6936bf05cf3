import type { Element } from "hast";
import { bestOfSrcset } from "./srcset.ts";

// Scripts copy these to `src` when the picture comes into view. Cloudflare writes `data-cfsrc`, Zhihu `data-actualsrc`, Echo.js `data-echo`.
const lazyName =
  /^(?:\w{0,40}lazy\w{0,40}src|(?:data)?(?:ll|b|defer|load|real|cf|actual|original)?src|data(?:original|echo|lazy|lazyload))$/;
const setName = /srcset$|^dataoriginalset$/;
const otherName = /^data\w{0,40}(?:src|url|file|original|image)$/;
const wordsName = /^databg|background|name|title|caption|alt|desc|label|text|placeholder|error|fallback|hover/;
const largeName = /full|orig|large|big|hi-?res|highres|max|zoom/;
const smallName = /thumb|small|medium|tiny|low|lq|preview|blur/;

/** Returns the address that a script would load into an element when it comes into view. */
export function lazyAddress(element: Element): string | undefined {
  return byRank(attributesOf(element).filter(([name, value]) => isLazyReference(name, value)))[0];
}

/** Returns the values of attributes from which scripts load a picture: addresses, names without an ending, or the text of a template. */
export function lazyValues(element: Element): string[] {
  return byRank(attributesOf(element).filter(([name]) => isLazyName(name)));
}

/** Returns the best picture of a set that a script would load. */
export function bestOfLazySet(element: Element): string | undefined {
  const sets = attributesOf(element).filter(([name]) => name !== "srcset" && setName.test(name));
  return sets.map(([, value]) => bestOfSrcset(value, isAddress)).find((url) => url !== undefined);
}

/** Returns the addresses in any other attributes, files of pictures first, and of those the largest. */
export function otherAddresses(element: Element): string[] {
  return byRank(attributesOf(element).filter(([name, value]) => isOtherReference(name, value)));
}

/** Returns whether an element waits for a script that gives it a picture. */
export function waitsForScript(element: Element): boolean {
  return attributesOf(element).some(
    ([name, value]) => isLazyName(name) || setName.test(name) || otherName.test(name) || (name.startsWith("data") && value.includes("/")),
  );
}

/** Returns whether an attribute contains the address of a picture that a script may load. */
export function mayLoadPicture(attribute: string, value: string): boolean {
  const name = plainName(attribute);
  const text = ofOrdinaryScreens(value.trim());
  return isLazyReference(name, text) || isOtherReference(name, text);
}

/** Returns whether an attribute contains a set of pictures. */
export function isSetName(attribute: string): boolean {
  return setName.test(plainName(attribute));
}

/** Returns the addresses of a picture for ordinary and for sharp screens, as bLazy has them: `a.png|a@2x.png`. */
export function alternatives(value: string): string[] {
  const text = /^'[^']+'$/.test(value) ? value.slice(1, -1) : value; // Vue
  const parts = text.split("|").map((part) => part.trim());
  return parts.every(isPictureFile) ? parts : [value];
}

/** Returns whether a text is an address. Values of templates and scripts are not: {{ url }}, [object Object], undefined. */
export function isAddress(text: string): boolean {
  if (/^data:/i.test(text)) return /^data:image\//i.test(text);
  return !/[<>{}"`^|]|^(?:javascript|vbscript|about|blob|file|cid):|^#|^\[|^(?:undefined|null|true|false|[\d\s.]*[wxh]?)$/i.test(text);
}

/** Returns whether a text is the address of a file with a picture. */
export function isPictureFile(text: string): boolean {
  return isAddress(text) && /^[^?#]+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|jxl|heic)(?:[?#]|$)/i.test(text) && !/^data:/i.test(text);
}

function ofOrdinaryScreens(value: string): string {
  return alternatives(value)[0] ?? value;
}

// The address of a file elsewhere, not a size such as 1600x900 or 16/9.
function isReference(text: string): boolean {
  if (!isAddress(text) || /^data:/i.test(text)) return false;
  return isPictureFile(text) || (/[./?]/.test(text) && !/\s/.test(text) && !/^[\d.,:/x%-]+(?:px|r?em|vw|vh)?$/i.test(text));
}

function isLazyName(name: string): boolean {
  return name !== "src" && lazyName.test(name) && !wordsName.test(name) && !smallName.test(name);
}

// Any other attribute for lazy pictures, such as `data-flickity-lazyload`, may also contain a switch or the name of a function.
function isLazyReference(name: string, value: string): boolean {
  if (isLazyName(name)) return isReference(value);
  return name.includes("lazy") && isPictureFile(value) && !setName.test(name) && !wordsName.test(name) && !smallName.test(name);
}

function isOtherReference(name: string, value: string): boolean {
  if (name === "src" || setName.test(name) || wordsName.test(name)) return false;
  return (otherName.test(name) && isReference(value)) || (/^data|lazy|src$|file$/.test(name) && isPictureFile(value));
}

type Attribute = readonly [name: string, value: string];

function byRank(attributes: readonly Attribute[]): string[] {
  const rank = ([name, value]: Attribute) => Number(isPictureFile(value)) * 10 + sizeRank(name);
  return attributes.toSorted((a, b) => rank(b) - rank(a)).map(([, value]) => value);
}

function sizeRank(name: string): number {
  if (largeName.test(name)) return 3;
  if (name === "datasrc") return 2;
  return smallName.test(name) ? 0 : 1;
}

function attributesOf({ properties }: Element): Attribute[] {
  return Object.entries(properties).flatMap(([name, value]) =>
    typeof value === "string" && value.trim() !== "" ? [[plainName(name), ofOrdinaryScreens(value.trim())] as const] : [],
  );
}

// One name for `data-lazy-src` in HTML and `dataLazySrc` in a tree.
function plainName(attribute: string): string {
  return attribute.replaceAll("-", "").toLowerCase();
}
