import type { JsonFeed } from "feedsmith";
import { oneLine } from "../base/one-line.ts";
import { entryUrl } from "./entry-url.ts";
import { EntryUrls } from "./entry-urls.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import { htmlOfText } from "./plain-text.ts";

type Feed = Partial<JsonFeed.Feed<string>>;
type Item = NonNullable<Feed["items"]>[number];

/** Parses an item of JSON Feed 1.0 or 1.1. */
export function jsonEntry(item: Partial<Item>, feed: Feed, documentUrl: string | undefined): ParsedEntry {
  const link = entryUrl([item.url], feed.home_page_url, documentUrl);
  const urls = new EntryUrls();
  const base = documentUrl ?? feed.home_page_url;
  urls.read("page", item.url, base);
  const image = urls.readFirst("picture", [item.image, item.banner_image], link ?? base);
  const attachment = urls.readFile("attachment", item.attachments ?? [], ({ url }) => url, link ?? base);
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
    image: image === undefined ? undefined : { url: image },
    enclosure: attachment && {
      url: attachment.url,
      type: attachment.file.mime_type,
      length: attachment.file.size_in_bytes,
      duration: attachment.file.duration_in_seconds,
      title: attachment.file.title,
    },
    language: item.language ?? feed.language,
    draft: false,
    aliases: [],
    notes: urls.notes,
  };
}
