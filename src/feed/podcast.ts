import { truncate } from "../base/truncate.ts";
import type { Entry } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";
import type { XmlParts } from "./xml.ts";

/** Namespace of `itunes:` elements (podcasters.apple.com/support/823-podcast-requirements). */
export const itunesNamespace = "http://www.itunes.com/dtds/podcast-1.0.dtd";

const maxNameLength = 255; // W3C validator: TooLong

/** Creates the elements that describe a podcast's channel to directories; empty if the site is not a podcast. */
export function podcastChannel({ author, icon, podcast }: Site): XmlParts {
  if (podcast === undefined) return {};
  const name = truncate(author.name, maxNameLength);
  const email = podcast.email ?? author.email;
  return {
    "itunes:author": name,
    "itunes:image": { _attributes: { href: icon } },
    "itunes:category": podcast.category.map(category),
    "itunes:explicit": podcast.explicit,
    "itunes:type": podcast.type,
    "itunes:owner": { "itunes:name": name, ...(email !== undefined && { "itunes:email": email }) },
  };
}

/** Creates the elements that describe an episode to directories. */
export function podcastItem({ authors, enclosure, image, podcast = {} }: Entry): XmlParts {
  return {
    "itunes:author": truncate(authors.map(({ name }) => name).join(", "), maxNameLength),
    ...(enclosure?.duration !== undefined && { "itunes:duration": enclosure.duration }), // seconds
    ...(podcast.explicit !== undefined && { "itunes:explicit": podcast.explicit }),
    ...(podcast.episode !== undefined && { "itunes:episode": podcast.episode }),
    ...(podcast.season !== undefined && { "itunes:season": podcast.season }),
    ...(podcast.episodeType !== undefined && { "itunes:episodeType": podcast.episodeType }),
    ...(image !== undefined && isArtwork(image.url) && { "itunes:image": { _attributes: { href: image.url } } }),
  };
}

// "Society & Culture > Documentary" becomes nested elements.
function category(name: string): XmlParts {
  const [outer = "", inner] = name.split(" > ");
  return { _attributes: { text: outer }, ...(inner !== undefined && { "itunes:category": { _attributes: { text: inner } } }) };
}

// Directories judge an image by the extension of its path.
function isArtwork(url: string): boolean {
  return /\.(?:jpe?g|png)$/i.test(new URL(url).pathname);
}
