import type { Element } from "hast";
import { fileNameOf } from "../../base/file-name-of.ts";
import { firstProperty } from "../html/hast-nodes.ts";
import { bestOfSrcset } from "./srcset.ts";

// Scripts copy these to `src` when the picture comes into view. Cloudflare and Zhihu write the last two.
const lazy = ["dataSrc", "dataLazySrc", "dataOriginal", "dataLazy", "dataLazyload", "dataOriginalSrc", "dataCfsrc", "dataActualsrc"];
const sets = ["dataSrcset", "dataLazySrcset", "dataOriginalSet", "srcSet"];
const otherAddress = /^data[A-Za-z]*(?:src|url|file|original|image)$/i;

/**
 * Returns the address of a picture that readers can show: the one that a script would load, `src`, or the best of a set.
 * @param sources the `<source>` elements of its `<picture>`
 */
export function pictureAddress(image: Element, sources: readonly Element[] = []): string | undefined {
  const loaded = lazyAddress(image);
  if (loaded !== undefined) return loaded;
  const src = firstProperty(image, "src");
  if (src !== undefined && isAddress(src) && !isPlaceholder(src)) return src;
  const chosen = [bestOf(image), ...sources.map((source) => bestOf(source) ?? lazyAddress(source) ?? firstProperty(source, "src"))];
  const others = Object.entries(image.properties).map(([name, value]) => (otherAddress.test(name) ? String(value).trim() : ""));
  const found = [...chosen, ...others].find((address) => address !== undefined && isAddress(address));
  return found ?? (src !== undefined && isAddress(src) ? src : undefined);
}

/** Returns the address that a script would load into an element when it comes into view. */
export function lazyAddress(element: Element): string | undefined {
  return lazy.map((name) => firstProperty(element, name)).find((address) => address !== undefined && isAddress(address));
}

function bestOf(element: Element): string | undefined {
  return sets.map((name) => bestOfSrcset(firstProperty(element, name) ?? "", isAddress)).find((url) => url !== undefined);
}

/** Returns whether a picture only fills the place of another: the pixel, gray box or spinner that is shown before a script runs. */
export function isPlaceholder(src: string): boolean {
  if (/^data:/i.test(src)) return true;
  const name = fileNameOf(src);
  return placeholderName.test(name) && /\.(?:gif|png|svg|jpe?g|webp)$/i.test(name);
}

const placeholderName = /(?:^|[_.-])(?:placeholder|spacer|blank|transparent|loading|lazy|pixel|1x1)(?:[_.-]|\d)/i;

// Values of templates and scripts are not addresses: {{ url }}, [object Object], undefined.
function isAddress(text: string): boolean {
  if (/^data:/i.test(text)) return /^data:image\//i.test(text);
  return !/[<>{}"`^|]|^(?:javascript|vbscript|about|blob|file|cid):|^#|^\[|^(?:undefined|null|true|false|[\d\s.]*[wxh]?)$/i.test(text);
}
