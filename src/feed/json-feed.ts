import { Feed, type Item } from "feed";
import type { Author, CompiledEntry } from "../model/entry.ts";
import type { FeedDocument } from "./feed-document.ts";
import { extension } from "./library.ts";

/** Renders JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function renderJsonFeed(feed: FeedDocument): string {
  const { site } = feed;
  const library = new Feed({
    title: feed.title,
    description: feed.description,
    link: feed.homeUrl,
    feedLinks: { json: feed.feedUrl },
    image: site.icon,
  });
  // The package writes version 1, which has one author and no language. Keys that exist keep their position.
  library.addExtension(extension("version", "https://jsonfeed.org/version/1.1"));
  library.addExtension(extension("favicon", site.favicon));
  library.addExtension(extension("authors", [author(site.author)]));
  library.addExtension(extension("language", feed.language));
  if (feed.links["prev-archive"] !== undefined) library.addExtension(extension("next_url", feed.links["prev-archive"]));
  if (feed.links.hub !== undefined) library.addExtension(extension("hubs", [{ type: "WebSub", url: feed.links.hub }]));
  for (const entry of feed.entries) library.addItem(item(entry, feed.language));
  return library.json1();
}

function item(entry: CompiledEntry, feedLanguage: string): Item {
  const { categories, enclosure, externalUrl, image, language } = entry;
  return {
    id: entry.id,
    title: entry.title,
    link: entry.url,
    date: new Date(entry.updated),
    published: new Date(entry.published),
    description: entry.summary,
    content: entry.content,
    ...(image && { image: image.url }),
    ...(categories.length > 0 && { category: categories.map((name) => ({ name })) }),
    extensions: [
      ...(externalUrl === undefined ? [] : [extension("external_url", externalUrl)]),
      extension("authors", entry.authors.map(author)),
      ...(language === feedLanguage ? [] : [extension("language", language)]),
      ...(enclosure === undefined ? [] : [extension("attachments", [attachment(enclosure)])]),
    ],
  };
}

function author({ name, url }: Author): { name: string; url?: string } {
  return { name, ...(url !== undefined && { url }) };
}

function attachment({ duration, length, title, type, url }: NonNullable<CompiledEntry["enclosure"]>) {
  return {
    url,
    mime_type: type,
    ...(title !== undefined && { title }),
    ...(length > 0 && { size_in_bytes: length }),
    ...(duration !== undefined && { duration_in_seconds: duration }),
  };
}
