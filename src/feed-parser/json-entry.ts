import type { JsonFeed } from "feedsmith";
import { entryUrl, httpUrl } from "./entry-url.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import { htmlOfText, oneLine } from "./plain-text.ts";

type Feed = Partial<JsonFeed.Feed<string>>;
type Item = NonNullable<Feed["items"]>[number];

/** Parses an item of JSON Feed 1.0 or 1.1. */
export function jsonEntry(item: Partial<Item>, feed: Feed, documentUrl: string | undefined): ParsedEntry {
  const link = entryUrl([item.url], feed.home_page_url, documentUrl);
  const [attachment, ...others] = item.attachments ?? [];
  const image = httpUrl(item.image ?? item.banner_image, link);
  const enclosure = httpUrl(attachment?.url, link);
  return {
    id: item.id,
    title: oneLine(item.title ?? ""),
    link,
    published: item.date_published ?? item.date_modified,
    updated: item.date_modified,
    authors: (item.authors ?? feed.authors ?? []).flatMap(({ name, url }) => (name === undefined ? [] : [{ name, url }])),
    categories: item.tags ?? [],
    summary: item.summary,
    content: item.content_html ?? htmlOfText(item.content_text ?? ""),
    base: link ?? documentUrl,
    image: image && { url: image.href },
    enclosure: enclosure && {
      url: enclosure.href,
      type: attachment?.mime_type,
      length: attachment?.size_in_bytes,
      duration: attachment?.duration_in_seconds,
      title: attachment?.title,
    },
    language: item.language ?? feed.language,
    draft: false,
    aliases: [],
    notes: others.length === 0 ? [] : [`It has ${others.length + 1} attachments: only the first was kept, since RSS allows no second`],
  };
}
