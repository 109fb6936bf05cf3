import { childText, type StreamedElement, type XmlElementOptions } from "../../feed-parser/streamed-element.ts";
import { isRestrictionField } from "./restricted-post.ts";

// The fields that become parts of an article.
const usedFields = new Set([
  "_thumbnail_id",
  "_wp_attachment_image_alt",
  "_wp_old_slug",
  "enclosure",
  "footnotes",
  "_mepr_rules_type",
  "_mepr_rules_content",
]);

/** The fields in which Yoast SEO, SEOPress and Rank Math keep a page from search engines, and their values. */
export const noindexFields: ReadonlyMap<string, RegExp> = new Map([
  ["_yoast_wpseo_meta-robots-noindex", /^1$/],
  ["_seopress_robots_index", /^yes$/],
  ["rank_math_robots", /"noindex"/],
]);

/** The fields in which these plugins name the address of the original of a page. */
export const canonicalFields: readonly string[] = ["_yoast_wpseo_canonical", "_seopress_robots_canonical", "rank_math_canonical_url"];

/** The elements of an export. Comments and the fields of plugins may be much larger than the posts. */
export const reading: XmlElementOptions = {
  depth: 2,
  isUnneeded(child) {
    if (child.name !== "wp:postmeta") return child.name === "wp:comment";
    const key = childText(child, "wp:meta_key");
    const isUsed = key === undefined || usedFields.has(key) || noindexFields.has(key) || canonicalFields.includes(key);
    return !isUsed && !isRestrictionField(key);
  },
  advice: "remove that part in WordPress, or export fewer posts at a time: Tools → Export can choose dates",
};

// WordPress's own types that are not articles, and statuses of removed or unfinished posts.
const ownTypes =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|memberpressrule|acf-\w+|feedback)$/;

/** Returns the type of an item, or its status if it is removed or unfinished. */
export function typeOf(item: StreamedElement): string {
  const status = childText(item, "wp:status") ?? "";
  return /^(?:trash|auto-draft|inherit)$/.test(status) && childText(item, "wp:post_type") !== "attachment"
    ? status
    : (childText(item, "wp:post_type") ?? "post");
}

/** Returns whether items of a type become articles. */
export function isPost(type: string): boolean {
  return !ownTypes.test(type) && !/^(?:trash|auto-draft|inherit)$/.test(type);
}

/** Returns the fields of plugins. */
export function fieldsOf({ children }: StreamedElement): [key: string, value: string][] {
  const fields = children.filter(({ name }) => name === "wp:postmeta");
  return fields.map((field) => [childText(field, "wp:meta_key") ?? "", childText(field, "wp:meta_value") ?? ""]);
}

/** Returns the value of a field; undefined if it is empty. */
export function metaOf(item: StreamedElement, key: string): string | undefined {
  const meta = item.children.find((child) => child.name === "wp:postmeta" && childText(child, "wp:meta_key") === key);
  return meta && childText(meta, "wp:meta_value");
}
