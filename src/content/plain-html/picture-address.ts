import type { Element } from "hast";
import { isOnePixel } from "../../base/data-picture.ts";
import { fileNameOf } from "../../base/file-name-of.ts";
import { classesOf, firstProperty } from "../html/hast-nodes.ts";
import { bestOfLazySet, isAddress, lazyAddress, lazyValues, otherAddresses, waitsForScript } from "./lazy-attributes.ts";
import { bestOfSrcset } from "./srcset.ts";

/**
 * Returns the address of a picture that readers can show: the one that a script would load, `src`, or the best of a set.
 * @param sources the `<source>` elements of its `<picture>`
 */
export function pictureAddress(image: Element, sources: readonly Element[] = []): string | undefined {
  const isLazy = classesOf(image).some((name) => lazyClass.test(name));
  const loaded = lazyAddress(image) ?? (isLazy ? bestOfLazySet(image) : undefined);
  if (loaded !== undefined) return loaded;
  const src = firstProperty(image, "src");
  const own = src !== undefined && isAddress(src) ? src : undefined;
  if (own !== undefined && !isPlaceholder(own)) return own;
  const chosen = [bestOf(image), ...sources.map((source) => bestOf(source) ?? lazyAddress(source) ?? firstProperty(source, "src"))];
  const others = [...chosen, ...otherAddresses(image), ...lazyValues(image)];
  const found = others.find((address) => address !== undefined && isShown(address));
  if (found !== undefined || own === undefined) return found;
  return isOnePixel(own) && (isLazy || waitsForScript(image)) ? undefined : own;
}

const lazyClass = /^(?:js-|b-|nitro-|lozad-?)?(?:lazy(?:load|loading|load-?img|-?image|-?img)?|lozad)$/i;

function bestOf(element: Element): string | undefined {
  return bestOfLazySet(element) ?? bestOfSrcset(firstProperty(element, "srcSet") ?? "", isShown);
}

function isShown(address: string): boolean {
  return isAddress(address) && !isOnePixel(address);
}

/** Returns whether a picture only fills the place of another: the pixel, gray box or spinner that is shown before a script runs. */
export function isPlaceholder(src: string): boolean {
  if (/^data:/i.test(src)) return src.length < maxPlaceholder || /^data:image\/svg/i.test(src);
  const name = fileNameOf(src);
  return placeholderName.test(name) && /\.(?:gif|png|svg|jpe?g|webp)$/i.test(name);
}

// Blurred pictures of 20 to 40 pixels need 500 to 2000 UTF-16 units.
const maxPlaceholder = 4000;
const placeholderName =
  /(?:^|[_.-])(?:placeholder|spacer|blank|transparent|trans|loading|loader|spinner|lazy|lazyload|lqip|pixel|none|empty|dummy|gr[ae]y|1x1|ph)(?:[_.-]|\d)/i;
