import { checkWellFormedness } from "../../feed-parser/check-well-formedness.ts";
import { EntryUrls } from "../../feed-parser/entry-urls.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { plainText } from "../../feed-parser/plain-text.ts";
import { readableEntry } from "../../feed-parser/readable-entry.ts";
import { childText, type StreamedElement } from "../../feed-parser/streamed-element.ts";
import { xmlElements } from "../../feed-parser/xml-elements.ts";
import { canonicalNotes } from "../hidden-parts/canonical-notes.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { isRestrictedByRule, noteOfOtherRules } from "./member-rules.ts";
import { restrictionOf } from "./restricted-post.ts";
import { type Blog, joinBlogs, readBlog, settingsOf } from "./wordpress-blog.ts";
import { shownToVisitors, type WordpressContent, wordpressContent } from "./wordpress-content.ts";
import { canonicalFields, fieldsOf, isPost, metaOf, noindexFields, reading, typeOf } from "./wordpress-item.ts";
import { lostPicturesNote } from "./wordpress-shortcodes.ts";

/** Returns whether the beginning of a document is that of a WordPress export (WXR: RSS with WordPress's own elements). */
export function isWordpressExport(start: string): boolean {
  return /<rss[\s>]/.test(start) && /xmlns:wp\s*=\s*["']https?:\/\/wordpress\.org\/export\//.test(start);
}

/**
 * Reads the posts of a WordPress export. It reads the document several times, because pictures follow the posts that show them.
 * @param read returns the document from its beginning
 * @param note receives the faults of the document, and the elements that were skipped
 * @param offer receives the settings of the blog, before the first entry
 * @param others the contents of the other files of the import, which may have pictures of these posts
 * @throws LimitError before the first entry
 */
export async function* wordpressEntries(
  read: () => AsyncIterable<string>,
  note: (text: string) => void,
  offer: (settings: OldSettings) => void = () => {},
  others: () => Promise<readonly Blog[]> = async () => [],
): AsyncGenerator<ParsedEntry> {
  const own = await readBlog(read()); // first, since it enforces the limits
  offer(settingsOf(own));
  const blog = joinBlogs(own, await others());
  const otherRules = noteOfOtherRules(blog.rules);
  if (otherRules !== undefined) note(otherRules);
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

async function mistakeIn(chunks: AsyncIterable<string>): Promise<string | undefined> {
  const mistake = checkWellFormedness();
  for await (const chunk of chunks) mistake.write(chunk);
  return mistake.close();
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
  const content = wordpressContent(stored, blog.pictures, blog.blocks, metaOf(item, "footnotes"));
  const summary = shownToVisitors(childText(item, "excerpt:encoded") ?? "").text;
  const reason = whyDraft(item, content, blog);
  const thumbnailId = metaOf(item, "_thumbnail_id") ?? "";
  const thumbnail = blog.pictures.get(thumbnailId);
  const canonical = canonicalFields.map((key) => metaOf(item, key)).find((url) => url !== undefined);
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
    summary: plainText(summary).trim() || undefined,
    content: content.html,
    base: link ?? blog.home,
    image: thumbnail && { url: thumbnail.url, alt: thumbnail.alt },
    enclosure: shownEnclosure(enclosureOf(metaOf(item, "enclosure"), urls), stored, content.html),
    language: blog.language,
    draft: reason !== undefined,
    ...(childText(item, "wp:post_type") === "page" && { unlisted: true }),
    ...([...noindexFields].some(([key, value]) => value.test(metaOf(item, key) ?? "")) && { noindex: true }),
    aliases: oldAddresses(item, link),
    notes: [
      ...(reason === undefined || reason === "" ? [] : [reason]),
      ...canonicalNotes(canonical, blog.home ?? ""),
      ...content.notes,
      ...(thumbnail === undefined && /^[1-9]\d*$/.test(thumbnailId) ? [lostPicturesNote("Its featured image", [thumbnailId])] : []),
      ...urls.notes,
    ],
  };
}

// Undefined: it is public. Empty: it was a draft, which needs no note.
function whyDraft(item: StreamedElement, content: WordpressContent, { rules }: Blog): string | undefined {
  const status = childText(item, "wp:status") ?? "publish";
  const type = childText(item, "wp:post_type") ?? "post";
  if (childText(item, "wp:post_password") !== undefined)
    return "It was protected by a password, which is not supported here: it was kept as a draft";
  if (status === "private") return "It was private: it was kept as a draft";
  if (status !== "publish" && status !== "future") return "";
  const restriction = restrictionOf(fieldsOf(item), content.shown);
  if (restriction !== undefined)
    return `It was for some readers only, such as members (its field ${restriction}), which is not supported here: it was kept as a draft`;
  if (isRestrictedByRule(item, rules))
    return "A rule of MemberPress kept it for members, which is not supported here: it was kept as a draft";
  if (content.whyDraft !== undefined) return content.whyDraft;
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

// WordPress makes an enclosure of a link anywhere in the text.
function shownEnclosure(enclosure: ParsedEntry["enclosure"], stored: string, shown: string): ParsedEntry["enclosure"] {
  const isHidden = enclosure !== undefined && stored.includes(enclosure.url) && !shown.includes(enclosure.url);
  return isHidden ? undefined : enclosure;
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
