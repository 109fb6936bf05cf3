import type { RssFeed } from "feedsmith";
import { cleanSummary } from "./clean-summary.ts";
import type { DroppedElements } from "./dropped-elements.ts";
import type { EntryUrls } from "./entry-urls.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import { htmlOfText, nameText, plainText } from "./plain-text.ts";

// Elements of other namespaces, which RSS and Atom share.

type Item = NonNullable<Partial<RssFeed.Feed<string>>["items"]>[number];
type Extended = Pick<Partial<Item>, "itunes" | "media">;

/** Returns the picture of an entry, and the recording that its media elements describe (rssboard.org/media-rss). */
export function mediaOf({ itunes, media }: Extended, urls: EntryUrls, base: string | undefined) {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
  // WordPress.com adds the author's portrait to every entry as a picture.
  const pictures = contents.filter(({ medium, type, url }) => (medium === "image" || /^image\//.test(type ?? "")) && !isAvatar(url));
  const candidates = [itunes?.image, pictures[0]?.url, media?.thumbnails?.find(({ url }) => !isAvatar(url))?.url];
  const url = urls.readFirst("picture", candidates, base);
  const image: ParsedEntry["image"] = url === undefined ? undefined : { url };
  return { image, recording: contents.find(({ duration }) => duration !== undefined) };
}

function isAvatar(url: string | undefined): boolean {
  return /^https?:\/\/(?:\w+\.)?gravatar\.com\//.test(url ?? "");
}

/** The texts and names of an entry, which elements of iTunes complete. */
export type WrittenTexts = Pick<ParsedEntry, "authors" | "categories" | "content" | "summary">;

const maxKeywords = 100;
const maxKeyword = 100; // UTF-16 units
const maxSummary = 4000; // Apple's limit
const tag = /<(?:a|b|br|div|em|h\d|i|li|ol|p|span|strong|ul)[\s/>]/i;

/**
 * Completes the texts of an entry by those of iTunes: `itunes:summary` replaces a missing content, and `itunes:subtitle`, or else
 * `itunes:summary`, a missing summary. Keywords are categories. A text that is used nowhere and says something else is dropped.
 */
export function itunesTexts(itunes: Item["itunes"], written: WrittenTexts, dropped: DroppedElements): WrittenTexts {
  if (itunes === undefined) return written;
  const { author, keywords = [], subtitle, summary } = itunes;
  const content = written.content.trim() === "" && summary !== undefined ? htmlOf(summary) : written.content;
  const others = Object.entries({ subtitle, summary }).flatMap(([name, text]) => {
    const own = text === undefined || content === "" ? undefined : cleanSummary(plainText(text), content);
    return own === undefined || own === written.summary ? [] : [{ name, text: own }];
  });
  const used = written.summary ?? others.find(({ text }) => text.length <= maxSummary)?.text;
  for (const { name, text } of others) if (text !== used) dropped.add(`itunes:${name} (an entry has one summary)`);
  const authorName = author === undefined ? undefined : nameText(author);
  if (authorName !== undefined && !written.authors.some(({ name }) => name === authorName))
    dropped.add("itunes:author besides other authors");
  const words = dropped.first("itunes:keywords", keywords, maxKeywords).map((word) => nameText(word.slice(0, maxKeyword + 1)));
  if (words.some((word) => word.length > maxKeyword)) dropped.add(`itunes:keywords of more than ${maxKeyword} characters`);
  const known = new Set(written.categories.map((name) => name.toLowerCase()));
  return {
    ...written,
    content,
    ...(used !== undefined && { summary: used }),
    categories: [
      ...written.categories,
      ...words.filter((name) => name !== "" && name.length <= maxKeyword && !known.has(name.toLowerCase())),
    ],
  };
}

function htmlOf(text: string): string {
  return tag.test(text) ? text : htmlOfText(text);
}
