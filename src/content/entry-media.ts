import mime from "mime";
import type { ParsedArticle } from "./article.ts";
import type { Entry, MediaFile } from "./entry.ts";
import type { LinkTargets } from "./links.ts";
import { canonicalUrl } from "./urls.ts";

/** The picture that an article names; undefined, and told, where there is none. */
export function findImage({ metadata, reportAt }: ParsedArticle, targets: LinkTargets): Entry["image"] {
  if (metadata.image === undefined) return undefined;
  const { alt, url } = metadata.image;
  const file = findMedia(url, targets);
  if (file === undefined) {
    reportAt(metadata.keys["image"] ?? "image", "warning", `Cannot find the picture ${JSON.stringify(url)}; the entry goes without`);
    return undefined;
  }
  const type = file.type.startsWith("image/") ? file.type : "image/jpeg"; // a guess, for addresses without an ending
  return { ...file, type, ...(alt !== undefined && { alt }) };
}

/** The file that an article says comes with it; undefined, and told, where there is none. */
export function findEnclosure({ metadata, reportAt }: ParsedArticle, targets: LinkTargets): Entry["enclosure"] {
  if (metadata.enclosure === undefined) return undefined;
  const { length, title, type, url } = metadata.enclosure;
  const warn = (message: string) => reportAt(metadata.keys["enclosure"] ?? "enclosure", "warning", message);
  const file = findMedia(url, targets);
  if (file === undefined) {
    warn(`Cannot find the enclosure ${JSON.stringify(url)}; the entry goes without`);
    return undefined;
  }
  if (file.length === 0 && length === undefined) warn(`Cannot know the length of ${JSON.stringify(url)}: give it as length, in bytes`);
  if (type !== undefined && !isMediaType(type))
    warn(`Cannot use the type ${JSON.stringify(type)}: it is no media type, such as audio/mpeg`);
  return {
    ...file,
    length: file.length || (length ?? 0),
    ...(type !== undefined && isMediaType(type) && { type }),
    ...(title !== undefined && { title }),
  };
}

// A local file, measured, or one elsewhere, of which only the name is known.
function findMedia(reference: string, targets: LinkTargets): MediaFile | undefined {
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference)) {
    const file = targets.file(reference);
    return file !== undefined && isMedia(file) ? file : undefined;
  }
  const url = canonicalUrl(reference, targets.base);
  if (url === undefined || !/^https?:/.test(url)) return undefined;
  return { url, type: mime.getType(new URL(url).pathname) ?? "application/octet-stream", length: 0 };
}

function isMedia(file: { readonly url: string }): file is MediaFile {
  return "type" in file;
}

// RFC 9110 §8.3.1, without parameters.
function isMediaType(type: string): boolean {
  return /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/i.test(type);
}
