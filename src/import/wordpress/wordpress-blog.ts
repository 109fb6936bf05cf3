import { oneLine } from "../../base/one-line.ts";
import { checkEntryCount } from "../../feed-parser/entry-limits.ts";
import { plainText } from "../../feed-parser/plain-text.ts";
import { childText, type StreamedElement } from "../../feed-parser/streamed-element.ts";
import { xmlElements } from "../../feed-parser/xml-elements.ts";
import type { Author } from "../../model/entry.ts";
import { languageIn, writtenOrigin } from "../configuration/site-url.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import type { MemberRule } from "./member-rules.ts";
import { isPost, metaOf, reading, typeOf } from "./wordpress-item.ts";
import type { WordpressPicture } from "./wordpress-shortcodes.ts";

/** The authors and pictures of a WordPress export, and properties of the blog. */
export interface Blog {
  /** By login. */
  readonly authors: Map<string, Author>;
  /** Attachments, by the number of their post. */
  readonly pictures: Map<string, WordpressPicture>;
  /** The stored texts of reusable blocks, by number. */
  readonly blocks: Map<string, string>;
  /** UTF-16 units. */
  blocksLength: number;
  /** Of MemberPress. */
  readonly rules: MemberRule[];
  home?: string | undefined;
  language?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
}

/**
 * Reads what the posts of an export refer to, and counts the posts.
 * @throws LimitError
 */
export async function readBlog(chunks: AsyncIterable<string>): Promise<Blog> {
  const blog: Blog = { authors: new Map(), pictures: new Map(), blocks: new Map(), blocksLength: 0, rules: [] };
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
    if (element.name === "item") readItem(element, blog);
  }
  return blog;
}

/** Adds the contents of other files of the same export to those of a file, which take precedence. */
export function joinBlogs(blog: Blog, others: readonly Blog[]): Blog {
  const all = [...others.filter(({ home }) => home !== undefined && home === blog.home), blog];
  return {
    ...blog,
    authors: new Map(all.flatMap(({ authors }) => [...authors])),
    pictures: new Map(all.flatMap(({ pictures }) => [...pictures])),
    blocks: new Map(all.flatMap(({ blocks }) => [...blocks])),
    rules: all.flatMap(({ rules }) => rules),
  };
}

/** Returns the settings of a blog. */
export function settingsOf({ description, home, language, title }: Blog): OldSettings {
  return {
    title: title || undefined,
    description: description || undefined,
    language: languageIn(language),
    url: writtenOrigin(home),
  };
}

const maxBlocksLength = 16_000_000; // UTF-16 units of all reusable blocks together

function readItem(item: StreamedElement, blog: Blog): void {
  const id = childText(item, "wp:post_id") ?? "";
  const isPublic = childText(item, "wp:status") === "publish" && childText(item, "wp:post_password") === undefined;
  const url = childText(item, "wp:attachment_url");
  if (url !== undefined) {
    const alt = metaOf(item, "_wp_attachment_image_alt") ?? "";
    blog.pictures.set(id, { url, alt, caption: childText(item, "excerpt:encoded") ?? "" });
  }
  if (!isPublic) return;
  if (typeOf(item) === "memberpressrule")
    blog.rules.push({ type: metaOf(item, "_mepr_rules_type") ?? "", content: metaOf(item, "_mepr_rules_content") ?? "" });
  if (typeOf(item) !== "wp_block") return;
  const text = childText(item, "content:encoded") ?? "";
  blog.blocksLength += text.length;
  if (blog.blocksLength <= maxBlocksLength) blog.blocks.set(id, text);
}
