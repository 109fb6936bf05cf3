import { Temporal } from "temporal-polyfill";
import { pathKey } from "../base/canonical-url.ts";
import { plainText } from "../feed-parser/plain-text.ts";
import { slugify } from "../model/slug.ts";
import type { PreparedEntry } from "./prepared-entry.ts";

const maxLength = 60; // UTF-16 units: no file name is longer than 255 bytes in UTF-8

/**
 * Returns the path of an entry's file below the articles folder, without extension: `2024/2024-11-06-moon`, `undated/moon`.
 * @param timezone IANA name
 */
export function articleName(entry: PreparedEntry, timezone: string): string {
  const slug = slugOf(entry);
  if (entry.published === undefined) return `undated/${slug}`;
  const date = Temporal.Instant.fromEpochMilliseconds(entry.published).toZonedDateTimeISO(timezone).toPlainDate().toString();
  return `${date.split("-")[0]}/${date}-${slug}`;
}

// Files that begin with _ or . are not articles.
function slugOf({ content, permalink, title }: PreparedEntry): string {
  const text = lastSegment(permalink) ?? (title || plainText(content.slice(0, 1000)));
  const slug = slugify(text).replace(/^[._~-]+/, "");
  const cut = slug.length <= maxLength ? slug : slug.slice(0, maxLength).replace(/-[^-]*$|[\uD800-\uDBFF]$/, "");
  return cut.replace(/[-._~]+$/, "") || "untitled";
}

function lastSegment(path: string | undefined): string | undefined {
  const segments = (path === undefined ? "" : (pathKey(path) ?? path)).split("/").filter(Boolean);
  const name = segments.at(-1)?.replace(/\.(?:html?|php|aspx?)$/i, "");
  return name === "index" ? segments.at(-2) : name;
}
