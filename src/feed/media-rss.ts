import type { Entry, MediaFile } from "../model/entry.ts";
import type { XmlParts } from "./xml.ts";

/** Namespace of `media:` elements (rssboard.org/media-rss). */
export const mediaNamespace = "http://search.yahoo.com/mrss/";

/** Creates the Media RSS elements of an entry's image and enclosure: name → elements. */
export function mediaElements({ enclosure, image }: Pick<Entry, "enclosure" | "image">): Readonly<Record<string, readonly XmlParts[]>> {
  const contents = [
    ...(image === undefined ? [] : [content(image, "image")]),
    ...(enclosure === undefined || enclosure.url === image?.url ? [] : recording(enclosure)),
  ];
  return {
    ...(contents.length > 0 && { "media:content": contents }),
    ...(image !== undefined && { "media:thumbnail": [thumbnail(image)] }),
  };
}

// Other enclosures, such as documents, are not media.
function recording(file: MediaFile): XmlParts[] {
  const medium = /^(?:audio|image|video)(?=\/)/.exec(file.type.toLowerCase())?.[0];
  return medium === undefined ? [] : [content(file, medium)];
}

function content({ duration, height, length, type, url, width }: MediaFile, medium: string): XmlParts {
  const fileSize = length > 0 ? length : undefined;
  return { _attributes: { url, fileSize, type: type || undefined, medium, duration, width, height } };
}

function thumbnail({ height, url, width }: MediaFile): XmlParts {
  return { _attributes: { url, width, height } };
}
