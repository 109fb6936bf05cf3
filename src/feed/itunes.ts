import { truncate } from "../base/truncate.ts";
import type { Entry } from "../model/entry.ts";
import type { Podcast } from "../settings/podcast-settings.ts";
import type { Site } from "../settings/site-settings.ts";
import type { XmlParts } from "./xml.ts";

/** Namespace of `itunes:` elements (podcasters.apple.com/support/823-podcast-requirements). */
export const itunesNamespace = "http://www.itunes.com/dtds/podcast-1.0.dtd";

const maxNameLength = 255; // W3C validator: TooLong

/** Creates the `itunes:` elements of a channel, which describe a podcast to directories. */
export function itunesChannel(podcast: Podcast, { author, icon }: Pick<Site, "author" | "icon">): XmlParts {
  const email = podcast.email ?? author.email;
  return {
    "itunes:author": channelAuthor(author),
    "itunes:image": { _attributes: { href: icon } },
    "itunes:category": podcast.category.map(category),
    "itunes:explicit": podcast.explicit,
    "itunes:type": podcast.type,
    "itunes:owner": { "itunes:name": channelAuthor(author), ...(email !== undefined && { "itunes:email": email }) },
    ...(podcast.newFeedUrl !== undefined && { "itunes:new-feed-url": podcast.newFeedUrl }),
    ...(podcast.block === true && { "itunes:block": "Yes" }),
    ...(podcast.complete === true && { "itunes:complete": "Yes" }),
  };
}

/**
 * Creates the `itunes:` elements of an item, which describe an episode to directories. There is no `itunes:author`: Apple lists it for channels only, and readers
 * add it to the authors of `dc:creator`, so that each author occurs twice.
 */
export function itunesItem({ enclosure, image, podcast = {} }: Entry): XmlParts {
  return {
    ...(podcast.episodeTitle !== undefined && { "itunes:title": truncate(podcast.episodeTitle, maxNameLength) }),
    ...(enclosure?.duration !== undefined && { "itunes:duration": enclosure.duration }), // seconds
    ...(podcast.explicit !== undefined && { "itunes:explicit": podcast.explicit }),
    ...(podcast.episode !== undefined && { "itunes:episode": podcast.episode }),
    ...(podcast.season !== undefined && { "itunes:season": podcast.season }),
    ...(podcast.episodeType !== undefined && { "itunes:episodeType": podcast.episodeType }),
    ...(podcast.block === true && { "itunes:block": "Yes" }),
    ...(image !== undefined && isArtwork(image.url) && { "itunes:image": { _attributes: { href: image.url } } }),
  };
}

/** Returns whether directories accept a picture as the artwork of an episode. They judge it by the extension of its path. */
export function isArtwork(url: string): boolean {
  return /\.(?:jpe?g|png)$/i.test(new URL(url).pathname);
}

function channelAuthor({ name }: Site["author"]): string {
  return truncate(name, maxNameLength);
}

// "Society & Culture > Documentary" becomes nested elements.
function category(name: string): XmlParts {
  const [outer = "", inner] = name.split(" > ");
  return { _attributes: { text: outer }, ...(inner !== undefined && { "itunes:category": { _attributes: { text: inner } } }) };
}
