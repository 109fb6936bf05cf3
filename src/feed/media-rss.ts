import type { Entry } from "../model/entry.ts";
import type { XmlParts } from "./xml.ts";

/** Namespace of `media:` elements (rssboard.org/media-rss). */
export const mediaNamespace = "http://search.yahoo.com/mrss/";

/**
 * Creates the Media RSS elements of an entry's picture: name → elements. There is no `media:content`: SimplePie, podcastparser and
 * node-feedparser take each one for an enclosure, so a picture would precede the recording, and the recording would occur twice.
 */
export function mediaElements({ image }: Pick<Entry, "image">): XmlParts {
  if (image === undefined) return {};
  const { height, url, width } = image;
  return { "media:thumbnail": { _attributes: { url, width, height } } };
}
