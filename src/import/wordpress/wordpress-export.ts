import { oneLine } from "../../base/one-line.ts";
import { checkWellFormedness } from "../../feed-parser/check-well-formedness.ts";
import { checkEntryCount } from "../../feed-parser/entry-limits.ts";
import { EntryUrls } from "../../feed-parser/entry-urls.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { plainText } from "../../feed-parser/plain-text.ts";
import { readableEntry } from "../../feed-parser/readable-entry.ts";
import { childText, type StreamedElement, type XmlElementOptions } from "../../feed-parser/streamed-element.ts";
import { xmlElements } from "../../feed-parser/xml-elements.ts";
import type { Author } from "../../model/entry.ts";
import { languageIn, parseSiteUrl } from "../configuration/site-url.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { wordpressContent } from "./wordpress-content.ts";
import type { WordpressPicture } from "./wordpress-shortcodes.ts";

/** The authors and pictures of a WordPress export, and properties of the blog. */
interface Blog {
  /** By login. */
  readonly authors: Map<string, Author>;
  /** Attachments, by the number of their post. */
  readonly pictures: Map<string, WordpressPicture>;
  home?: string | undefined;
  language?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
}

/** Returns whether the beginning of a document is that of a WordPress export (WXR: RSS with WordPress's own elements). */
export function isWordpressExport(start: string): boolean {
  return /<rss[\s>]/.test(start) && /xmlns:wp\s*=\s*["']https?:\/\/wordpress\.org\/export\//.test(start);
}

/**
 * Reads the posts of a WordPress export. It reads the document several times, because pictures follow the posts that show them.
 * @param read returns the document from its beginning
 * @param note receives the faults of the document, and the elements that were skipped
 * @param offer receives the settings of the blog, before the first entry
 * @throws LimitError before the first entry
 */
export async function* wordpressEntries(
  read: () => AsyncIterable<string>,
  note: (text: string) => void,
  offer: (settings: OldSettings) => void = () => {},
): AsyncGenerator<ParsedEntry> {
  const blog = await readBlog(read()); // first, since it enforces the limits
  offer(settingsOf(blog));
  const mistake = await mistakeIn(read());
  if (mistake !== undefined) note(`Some of it may be missing: ${mistake}`);
  const leftOut = new Map<string, number>();
  for await (const element of xmlElements(read(), reading)) {
    if (element.name !== "item") continue;
    const type = typeOf(element);
    if (!isPost(type)) leftOut.set(type, (leftOut.get(type) ?? 0) + 1);
    const comments = element.unneeded.get("wp:comment");
    if (comments !== undefined) leftOut.set("comment", (leftOut.get("comment") ?? 0) + comments);
    if (isPost(type)) yield readableEntry(nameOf(element), () => wordpressEntry(element, blog));
  }
  const counts = [...leftOut].map(([type, count]) => `${count} × ${type}`);
  if (counts.length > 0) note(`Skipped, since they are not articles: ${counts.join(", ")}`);
}

// The fields of plugins that become parts of an article.
const usedFields = new Set(["_thumbnail_id", "_wp_attachment_image_alt", "_wp_old_slug", "enclosure"]);

// The fields in which Yoast SEO, SEOPress and Rank Math keep a page from search engines, and their values.
const noindexFields: ReadonlyMap<string, RegExp> = new Map([
  ["_yoast_wpseo_meta-robots-noindex", /^1$/],
  ["_seopress_robots_index", /^yes$/],
  ["rank_math_robots", /"noindex"/],
]);

// Comments and the fields of plugins may be much larger than the posts.
const reading: XmlElementOptions = {
  depth: 2,
  isUnneeded(child) {
    if (child.name !== "wp:postmeta") return child.name === "wp:comment";
    const key = childText(child, "wp:meta_key");
    return key !== undefined && !usedFields.has(key) && !noindexFields.has(key);
  },
  advice: "remove that part in WordPress, or export fewer posts at a time: Tools → Export can choose dates",
};

async function mistakeIn(chunks: AsyncIterable<string>): Promise<string | undefined> {
  const mistake = checkWellFormedness();
  for await (const chunk of chunks) mistake.write(chunk);
  return mistake.close();
}

async function readBlog(chunks: AsyncIterable<string>): Promise<Blog> {
  const blog: Blog = { authors: new Map(), pictures: new Map() };
  let posts = 0;
  for await (const element of xmlElements(chunks, reading)) {
    if (element.name === "item" && isPost(typeOf(element))) checkEntryCount(++posts);
    if (element.name === "link") blog.home = element.text.trim();
    if (element.name === "language") blog.language = element.text.trim();
    if (element.name === "title" || element.name === "description") blog[element.name] = oneLine(plainText(element.text));
    if (element.name === "wp:author") {
      const login = childText(element, "wp:author_login") ?? "";
      blog.authors.set(login, { name: childText(element, "wp:author_display_name") ?? login }); // the e-mail address is private
    }
    const url = childText(element, "wp:attachment_url");
    if (element.name === "item" && url !== undefined) {
      const alt = metaOf(element, "_wp_attachment_image_alt") ?? "";
      const caption = childText(element, "excerpt:encoded") ?? "";
      blog.pictures.set(childText(element, "wp:post_id") ?? "", { url, alt, caption });
    }
  }
  return blog;
}

function settingsOf({ description, home, language, title }: Blog): OldSettings {
  return {
    title: title || undefined,
    description: description || undefined,
    language: languageIn(language),
    url: parseSiteUrl(home).origin,
  };
}

// WordPress's own types that are not articles, and statuses of removed or unfinished posts.
const ownTypes = /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|feedback)$/;

function typeOf(item: StreamedElement): string {
  const status = childText(item, "wp:status") ?? "";
  return /^(?:trash|auto-draft|inherit)$/.test(status) && childText(item, "wp:post_type") !== "attachment"
    ? status
    : (childText(item, "wp:post_type") ?? "post");
}

function isPost(type: string): boolean {
  return !ownTypes.test(type) && !/^(?:trash|auto-draft|inherit)$/.test(type);
}

function nameOf(item: StreamedElement): string | undefined {
  return childText(item, "title") ?? childText(item, "link") ?? childText(item, "guid");
}

function wordpressEntry(item: StreamedElement, blog: Blog): ParsedEntry {
  if (item.refusal !== undefined) throw item.refusal.withAdvice("shorten it in WordPress and export it again, or copy it by hand");
  const login = childText(item, "dc:creator");
  const link = childText(item, "link");
  // A feed that only declares the namespace may have its text in the description, which is empty in an export.
  const stored = childText(item, "content:encoded") ?? childText(item, "description") ?? "";
  const { html, notes } = wordpressContent(stored, blog.pictures);
  const summary = childText(item, "excerpt:encoded");
  const reason = whyDraft(item);
  const thumbnail = blog.pictures.get(metaOf(item, "_thumbnail_id") ?? "");
  const urls = new EntryUrls();
  urls.read("page", link);
  return {
    id: childText(item, "guid"),
    title: plainText(childText(item, "title") ?? ""),
    link,
    published: dateOf(item, "wp:post_date") ?? (reason === undefined ? childText(item, "pubDate") : undefined),
    updated: dateOf(item, "wp:post_modified"),
    authors: login === undefined ? [] : [blog.authors.get(login) ?? { name: login }],
    categories: item.children.flatMap(({ attributes, name, text }) =>
      name === "category" && /^(?:category|post_tag|tag)$/.test(attributes["domain"] ?? "category") ? [plainText(text)] : [],
    ),
    summary: summary === undefined ? undefined : plainText(summary),
    content: html,
    base: link ?? blog.home,
    image: thumbnail && { url: thumbnail.url, alt: thumbnail.alt },
    enclosure: enclosureOf(metaOf(item, "enclosure"), urls),
    language: blog.language,
    draft: reason !== undefined,
    ...(childText(item, "wp:post_type") === "page" && { unlisted: true }),
    ...([...noindexFields].some(([key, value]) => value.test(metaOf(item, key) ?? "")) && { noindex: true }),
    aliases: oldAddresses(item, link),
    notes: [...(reason === undefined || reason === "" ? [] : [reason]), ...notes, ...urls.notes],
  };
}

// Undefined: it is public. Empty: it was a draft, which needs no note.
function whyDraft(item: StreamedElement): string | undefined {
  const status = childText(item, "wp:status") ?? "publish";
  const type = childText(item, "wp:post_type") ?? "post";
  if (childText(item, "wp:post_password") !== undefined)
    return "It was protected by a password, which is not supported here: it was kept as a draft";
  if (status === "private") return "It was private: it was kept as a draft";
  if (status !== "publish" && status !== "future") return "";
  if (type === "post" || type === "page") return undefined;
  return `It was of the type ${type}, which is in no feed of posts: it was kept as a draft; remove "draft: true" to publish it`;
}

// The time in UTC, or in the site's zone if WordPress has not stored the time in UTC yet.
function dateOf(item: StreamedElement, name: string): string | undefined {
  const [utc, local] = [`${name}_gmt`, name]
    .map((key) => childText(item, key))
    .map((text) => (text?.startsWith("0000") ? undefined : text));
  return utc === undefined ? local : `${utc}Z`;
}

function metaOf(item: StreamedElement, key: string): string | undefined {
  const meta = item.children.find((child) => child.name === "wp:postmeta" && childText(child, "wp:meta_key") === key);
  return meta && childText(meta, "wp:meta_value");
}

// Address, size and type, one per line; PowerPress appends a serialized PHP table.
function enclosureOf(meta: string | undefined, urls: EntryUrls): ParsedEntry["enclosure"] {
  const [written, length = "", type, ...more] = (meta ?? "").split(/\r?\n/).map((line) => line.trim());
  const url = urls.read("enclosure", written);
  if (url === undefined) return undefined;
  const [, hours = "0", minutes = "", seconds = ""] = /"duration";s:\d+:"(?:(\d+):)?(\d+):(\d+)"/.exec(more.join("\n")) ?? [];
  return {
    url,
    type: type || undefined,
    length: Number.parseInt(length, 10) || undefined,
    duration: minutes === "" ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
  };
}

// WordPress redirects from the former slugs of a post.
function oldAddresses({ children }: StreamedElement, link: string | undefined): string[] {
  const names = children
    .filter((child) => childText(child, "wp:meta_key") === "_wp_old_slug")
    .map((meta) => childText(meta, "wp:meta_value"));
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || url.search !== "") return [];
  return names.flatMap((name) => (name === undefined ? [] : [new URL(url.pathname.endsWith("/") ? `../${name}/` : name, url).href]));
}
