import type { Entry, Person } from "../model/entry.ts";
import type { Podcast } from "../settings/podcast-settings.ts";
import type { Site } from "../settings/site-settings.ts";
import type { XmlParts } from "./xml.ts";

/** Namespace of `podcast:` elements (github.com/Podcastindex-org/podcast-namespace). */
export const podcastNamespace = "https://podcastindex.org/namespace/1.0";

/** Creates the `podcast:` elements of a channel. */
export function podcastChannel(podcast: Podcast, { author }: Pick<Site, "author">): XmlParts {
  const { email = author.email, funding = [], guid, locked, persons = [] } = podcast;
  return {
    ...(guid !== undefined && { "podcast:guid": guid }),
    ...(locked !== undefined && { "podcast:locked": { _attributes: { owner: email }, _text: locked ? "yes" : "no" } }),
    "podcast:funding": funding.map(({ text, url }) => ({ _attributes: { url }, _text: text })),
    "podcast:person": persons.map(person),
  };
}

/** Creates the `podcast:` elements of an item, which is an episode. */
export function podcastItem({ podcast = {} }: Pick<Entry, "podcast">): XmlParts {
  const { chapters, persons = [], transcripts = [] } = podcast;
  return {
    "podcast:transcript": transcripts.map(({ language, type, url }) => ({ _attributes: { url, type, language } })),
    ...(chapters !== undefined && { "podcast:chapters": { _attributes: { url: chapters.url, type: chapters.type } } }),
    "podcast:person": persons.map(person),
  };
}

function person({ group, image, name, role, url }: Person): XmlParts {
  return { _attributes: { role, group, img: image, href: url }, _text: name };
}
