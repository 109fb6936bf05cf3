import { type Extension, Feed, type FeedOptions, type Item } from "feed";
import type { Author, CompiledEntry } from "../model/entry.ts";
import { documentLanguage, feedLanguage } from "../model/feed-language.ts";
import type { FeedDocument } from "./feed-document.ts";
import { extension } from "./feed-package.ts";

/** Renders JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function renderJsonFeed(document: FeedDocument): string {
  const library = new Feed(feedOptions(document));
  for (const element of feedElements(document)) library.addExtension(element);
  for (const entry of document.entries) library.addItem({ ...itemOptions(entry), extensions: entryElements(entry, document) });
  return library.json1();
}

function feedOptions({ description, feedUrl, homeUrl, site, title }: FeedDocument): FeedOptions {
  return { title, description, link: homeUrl, feedLinks: { json: feedUrl }, image: site.icon };
}

function itemOptions({ categories, content, id, image, published, summary, title, updated, url }: CompiledEntry): Item {
  return {
    id,
    title,
    link: url,
    date: new Date(updated),
    published: new Date(published),
    description: summary,
    content,
    ...(image && { image: image.url }),
    ...(categories.length > 0 && { category: categories.map((name) => ({ name })) }),
  };
}

// The package writes version 1, which has one author and no language. Keys that exist keep their position.
function feedElements({ language, links, site }: FeedDocument): Extension[] {
  const tag = documentLanguage(language);
  return [
    extension("version", "https://jsonfeed.org/version/1.1"),
    extension("favicon", site.favicon),
    extension("authors", [person(site.author)]),
    ...(tag === undefined ? [] : [extension("language", tag)]),
    ...(links["prev-archive"] === undefined ? [] : [extension("next_url", links["prev-archive"])]),
    ...(links.hub === undefined ? [] : [extension("hubs", [{ type: "WebSub", url: links.hub }])]),
  ];
}

function entryElements({ authors, enclosure, externalUrl, language }: CompiledEntry, document: FeedDocument): Extension[] {
  return [
    ...(externalUrl === undefined ? [] : [extension("external_url", externalUrl)]),
    extension("authors", authors.map(person)),
    ...(language === document.language ? [] : [extension("language", feedLanguage(language))]),
    ...(enclosure === undefined ? [] : [extension("attachments", [attachment(enclosure)])]),
  ];
}

function person({ image, name, url }: Author): { name: string; url?: string; avatar?: string } {
  return { name, ...(url !== undefined && { url }), ...(image !== undefined && { avatar: image }) };
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
