/**
 * The keys of each field in front matter. The first is our own; the others are those of other generators and of their exporters.
 * docs/front-matter.md lists them, and a test compares the two lists.
 */
export const metadataKeys = {
  title: ["title"],
  date: [
    "date",
    "pubDate",
    "publishDate",
    "published_at",
    "published",
    "publishedAt",
    "publishedDate",
    "published_date",
    "publish_date",
    "datePublished",
    "date_published",
    "pubDatetime",
  ],
  release: ["publishDate", "publish_date"],
  updated: [
    "updated",
    "lastmod",
    "modified",
    "updatedDate",
    "updated_at",
    "last_modified_at",
    "updatedAt",
    "last_modified",
    "lastModified",
    "lastUpdated",
    "last_updated",
    "modified_at",
    "modifiedDate",
    "dateModified",
    "date_modified",
    "date_updated",
    "modDatetime",
    "last_update",
  ],
  expires: ["expires", "expiryDate", "unpublishDate"],
  slug: ["slug"],
  permalink: ["permalink", "url", "path"],
  id: ["id", "guid"],
  externalUrl: ["external_url", "externalUrl", "external_link", "link", "linkUrl", "link_url"],
  summary: ["summary", "description", "excerpt", "custom_excerpt", "spoiler", "abstract", "meta_description"],
  authors: ["authors", "author", "author_name", "authorName"],
  categories: ["categories", "category", "tags", "tag"],
  language: ["language", "lang", "locale"],
  image: [
    "image",
    "cover",
    "thumbnail",
    "feature_image",
    "heroImage",
    "featured_image",
    "featuredImage",
    "hero",
    "images",
    "coverImage",
    "cover_image",
    "hero_image",
    "banner",
    "ogImage",
    "og_image",
    "socialImage",
    "photos",
    "header",
  ],
  imageAlt: ["feature_image_alt", "featured_image_alt"],
  imageCaption: ["feature_image_caption", "featured_image_caption", "image_caption"],
  enclosure: ["enclosure"],
  episode: ["episode"],
  season: ["season"],
  episodeType: ["episodeType"],
  explicit: ["explicit"],
  episodeTitle: ["episodeTitle", "itunesTitle", "itunes_title"],
  block: ["itunesBlock", "itunes_block"],
  persons: ["persons"],
  transcript: ["transcript", "transcripts"],
  chapters: ["chapters"],
  draft: ["draft", "private", "publish"],
  feed: ["feed", "unlisted", "hidden", "exclude_from_feed", "feed_exclude", "eleventyExcludeFromCollections"],
  search: ["noindex", "robots", "robotsNoIndex", "sitemap"],
  aliases: ["aliases", "redirect_from", "alias", "redirectFrom"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The way in which a key states that an article is a draft: `true` hides it, `true` publishes it, or a state such as `draft`. */
export type DraftMeaning = "hides" | "publishes" | "state";

const meanings: Readonly<Record<string, DraftMeaning>> = {
  ...{ isdraft: "hides", isprivate: "hides", unpublished: "hides", isunpublished: "hides", wip: "hides", iswip: "hides" },
  ...{ ispublished: "publishes", public: "publishes", ispublic: "publishes", dgpublish: "publishes" },
  ...{ state: "state", poststatus: "state", publishstatus: "state", publishingstatus: "state", publicationstatus: "state" },
};

/** Returns the meaning of a key that some sites use instead of `draft`, such as `isDraft` and `is_draft`; undefined for any other key. */
export function draftMeaning(key: string): DraftMeaning | undefined {
  const folded = key.toLowerCase().replace(/[-_]/g, "");
  return Object.hasOwn(meanings, folded) ? meanings[folded] : undefined;
}
