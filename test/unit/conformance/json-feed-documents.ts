import type { Rule } from "../../../src/conformance/rules/violation.ts";

export const jsonUrl = "https://example.com/feed.json";

const item = {
  id: "https://example.com/articles/vec",
  url: "https://example.com/articles/vec",
  title: 'Vec<T> & &amp; "x" ]]> 🐟',
  content_html: '<p>Text with a <a href="https://example.com/#top">link</a></p>',
  summary: "Fish & chips < 5",
  image: "https://example.com/a.png",
  date_published: "2024-11-05T12:00:00Z",
  date_modified: "2024-11-06T12:00:00Z",
  authors: [{ name: "Ada Lovelace", url: "https://ada.example/" }],
  tags: ["R&D"],
  language: "en",
  attachments: [{ url: "https://example.com/tea.mp3", mime_type: "audio/mpeg", size_in_bytes: 12, duration_in_seconds: 1.5 }],
};

const feed = {
  version: "https://jsonfeed.org/version/1.1",
  title: "Harbour & Sea",
  home_page_url: "https://example.com/",
  feed_url: jsonUrl,
  description: "News from the edge of the sea",
  next_url: "https://example.com/archive/2/feed.json",
  icon: "https://example.com/icon.png",
  favicon: "https://example.com/favicon.png",
  authors: [{ name: "The desk" }],
  language: "en-GB",
  expired: false,
  hubs: [{ type: "WebSub", url: "https://hub.example.com/" }],
  _broadsheet: { about: "https://example.com/about" },
  items: [item, { id: "2", url: "https://example.com/2", content_text: "Hello" }],
};

export const goodJsonFeed = JSON.stringify(feed);

/** Replacement fields for one object of the document; `undefined` removes a field. */
export type JsonBreak = readonly [rule: Rule, where: "feed" | "item", fields: Readonly<Record<string, unknown>>];

export function breakJsonFeed([, where, fields]: JsonBreak): string {
  return JSON.stringify(where === "feed" ? { ...feed, ...fields } : { ...feed, items: [{ ...item, ...fields }] });
}

export const jsonBreaks: readonly JsonBreak[] = [
  ["JSON Feed 1.1 version", "feed", { version: "https://jsonfeed.org/version/1" }],
  ["JSON Feed 1.1 title", "feed", { title: undefined }],
  ["JSON Feed 1.1 title", "feed", { title: 1 }],
  ["JSON Feed 1.1 items", "feed", { items: undefined }],
  ["JSON Feed 1.1 items", "feed", { items: {} }],
  ["JSON Feed 1.1 items", "feed", { items: ["text"] }],
  ["JSON Feed 1.1 extensions", "feed", { writer: { name: "The desk" } }],
  ["JSON Feed 1.1 author", "feed", { author: "The desk" }],
  ["JSON Feed 1.1 extensions", "feed", { _broadsheet: "text" }],
  ["JSON Feed 1.1 authors", "feed", { authors: [{}] }],
  ["JSON Feed 1.1 authors", "feed", { authors: "The desk" }],
  ["JSON Feed 1.1 name", "feed", { authors: [{ name: 1 }] }],
  ["JSON Feed 1.1 avatar", "feed", { authors: [{ avatar: "/a.png" }] }],
  ["JSON Feed 1.1 language", "feed", { language: "english language" }],
  ["JSON Feed 1.1 home_page_url", "feed", { home_page_url: "/" }],
  ["JSON Feed 1.1 home_page_url", "feed", { home_page_url: undefined }],
  ["JSON Feed 1.1 feed_url", "feed", { feed_url: "https://example.com/other.json" }],
  ["JSON Feed 1.1 feed_url", "feed", { feed_url: undefined }],
  ["JSON Feed 1.1 description", "feed", { description: 1 }],
  ["JSON Feed 1.1 user_comment", "feed", { user_comment: 1 }],
  ["JSON Feed 1.1 next_url", "feed", { next_url: jsonUrl }],
  ["JSON Feed 1.1 next_url", "feed", { next_url: "2.json" }],
  ["JSON Feed 1.1 icon", "feed", { icon: null }],
  ["JSON Feed 1.1 favicon", "feed", { favicon: "favicon.ico" }],
  ["JSON Feed 1.1 expired", "feed", { expired: "no" }],
  ["JSON Feed 1.1 hubs", "feed", { hubs: {} }],
  ["JSON Feed 1.1 type", "feed", { hubs: [{ url: "https://hub.example.com/" }] }],
  ["JSON Feed 1.1 url", "feed", { hubs: [{ type: "WebSub" }] }],
  ["JSON Feed 1.1 id", "item", { id: 1 }],
  ["JSON Feed 1.1 id", "item", { id: undefined }],
  ["JSON Feed 1.1 id", "feed", { items: [item, item] }],
  ["JSON Feed 1.1 url", "item", { url: undefined }],
  ["JSON Feed 1.1 url", "item", { url: "/articles/vec" }],
  ["JSON Feed 1.1 external_url", "item", { external_url: "articles" }],
  ["JSON Feed 1.1 title", "item", { title: null }],
  ["JSON Feed 1.1 summary", "item", { summary: ["A"] }],
  ["JSON Feed 1.1 content_html", "item", { content_html: undefined }],
  ["JSON Feed 1.1 content_html", "item", { content_html: null }],
  ["JSON Feed 1.1 content_text", "item", { content_text: 1 }],
  ["NotHtml", "item", { content_html: "<p>cut <a href" }],
  ["ContainsRelRef", "item", { content_html: '<img src="/a.png" alt="">' }],
  ["JSON Feed 1.1 image", "item", { image: "/a.png" }],
  ["JSON Feed 1.1 banner_image", "item", { banner_image: "/a.png" }],
  ["JSON Feed 1.1 date_published", "item", { date_published: "2024-11-05" }],
  ["JSON Feed 1.1 date_modified", "item", { date_modified: 1_700_000_000 }],
  ["ImplausibleDate", "item", { date_modified: "2025-11-05T12:00:00Z" }],
  ["JSON Feed 1.1 tags", "item", { tags: "sea" }],
  ["JSON Feed 1.1 tags", "item", { tags: [1] }],
  ["JSON Feed 1.1 attachments", "item", { attachments: [1] }],
  ["JSON Feed 1.1 mime_type", "item", { attachments: [{ url: "https://example.com/tea.mp3" }] }],
  ["JSON Feed 1.1 mime_type", "item", { attachments: [{ url: "https://example.com/tea.mp3", mime_type: "mp3" }] }],
  [
    "JSON Feed 1.1 size_in_bytes",
    "item",
    { attachments: [{ url: "https://example.com/tea.mp3", mime_type: "audio/mpeg", size_in_bytes: "12" }] },
  ],
  [
    "JSON Feed 1.1 duration_in_seconds",
    "item",
    { attachments: [{ url: "https://example.com/tea.mp3", mime_type: "audio/mpeg", duration_in_seconds: -1 }] },
  ],
  ["BadCharacters", "item", { title: "\uD800" }],
  ["BadCharacters", "item", { title: "\u0092" }],
  ["SAXError", "item", { title: "\u0008" }],
];
