import type { Entry, MediaFile } from "../model/entry.ts";

/** An element of Media RSS (rssboard.org/media-rss): all that it says stands in its attributes. */
export interface MediaElement {
  readonly name: "media:content" | "media:thumbnail";
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
}

/** The elements for an entry's picture and for the recording or picture that comes with it. */
export function mediaElements({ enclosure, image }: Pick<Entry, "enclosure" | "image">): MediaElement[] {
  return [
    ...(image === undefined ? [] : [content(image, "image"), thumbnail(image)]),
    ...(enclosure === undefined || enclosure.url === image?.url ? [] : recording(enclosure)),
  ];
}

// A document or an archive is an enclosure and nothing to look at or to listen to.
function recording(file: MediaFile): MediaElement[] {
  const medium = /^(?:audio|image|video)(?=\/)/.exec(file.type.toLowerCase())?.[0];
  return medium === undefined ? [] : [content(file, medium)];
}

function content({ duration, height, length, type, url, width }: MediaFile, medium: string): MediaElement {
  const fileSize = length > 0 ? length : undefined;
  return { name: "media:content", attributes: { url, fileSize, type: type || undefined, medium, duration, width, height } };
}

function thumbnail({ height, url, width }: MediaFile): MediaElement {
  return { name: "media:thumbnail", attributes: { url, width, height } };
}
