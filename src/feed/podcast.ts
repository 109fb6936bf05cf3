import { shorten } from "../base/truncate.ts";
import type { Entry } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";
import { escapeXml, xmlAttributes, xmlElement, xmlText } from "./library.ts";

/** Namespace of `itunes:` elements (podcasters.apple.com/support/823-podcast-requirements). */
export const itunesNamespace = "http://www.itunes.com/dtds/podcast-1.0.dtd";

const longestName = 255; // W3C validator: TooLong

/** The elements by which directories know a channel, as XML; none where the site is no podcast. */
export function podcastChannel({ author, icon, podcast }: Site): string[] {
  if (podcast === undefined) return [];
  const email = podcast.email ?? author.email;
  return [
    element("itunes:author", escapeXml(shorten(author.name, longestName))),
    xmlElement("itunes:image", { href: icon }),
    ...podcast.category.map(categoryElement),
    element("itunes:explicit", String(podcast.explicit)),
    element("itunes:type", podcast.type),
    element(
      "itunes:owner",
      element("itunes:name", escapeXml(shorten(author.name, longestName))) +
        (email === undefined ? "" : element("itunes:email", escapeXml(email))),
    ),
  ];
}

/** The elements of an episode, for the `feed` package: name → value. */
export function podcastItem({ authors, enclosure, image, podcast = {} }: Entry): Readonly<Record<string, unknown>> {
  const texts = {
    "itunes:author": shorten(authors.map(({ name }) => name).join(", "), longestName),
    "itunes:duration": enclosure?.duration, // seconds
    "itunes:explicit": podcast.explicit,
    "itunes:episode": podcast.episode,
    "itunes:season": podcast.season,
    "itunes:episodeType": podcast.episodeType,
  };
  const given = Object.entries(texts).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given.map(([name, value]) => [name, { _text: xmlText(String(value)) }])),
    ...(image !== undefined && isArtwork(image.url) && { "itunes:image": xmlAttributes({ href: image.url }) }),
  };
}

// "Society & Culture > Documentary" is an element within an element.
function categoryElement(category: string): string {
  const [name = "", within] = category.split(" > ");
  const attribute = `text="${escapeXml(name)}"`;
  if (within === undefined) return `<itunes:category ${attribute}/>`;
  return `<itunes:category ${attribute}>${xmlElement("itunes:category", { text: within })}</itunes:category>`;
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

// Directories go by the ending.
function isArtwork(url: string): boolean {
  return /\.(?:jpe?g|png)$/i.test(new URL(url).pathname);
}
