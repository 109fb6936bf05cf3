import { textIn } from "../../../base/table-values.ts";
import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";

/**
 * Returns the title, the author and the URL that an own template of the feed states as texts before its entries. Early sites of Jekyll have
 * them nowhere else.
 */
export function feedLiterals({ paths, read }: SiteFolder): Pick<OldSettings, "title" | "author" | "url"> {
  const heads = paths.filter(isFeedTemplate).flatMap((path) => headOf(read(path) ?? ""));
  const first = (expression: RegExp) => heads.map((head) => textIn(expression.exec(head)?.[1])).find((text) => text !== undefined);
  const name = first(/<author>\s{0,99}<name>([^<>&{}]{1,200})<\/name>/);
  const email = first(/<\/name>\s{0,99}<email>([^<>&{}]{1,200})<\/email>/);
  const link = first(/<link\s{1,9}href="(https?:\/\/[^"{}]{1,200})"\s{0,9}\/?>/) ?? first(/<link>(https?:\/\/[^<{}]{1,200})<\/link>/);
  return {
    title: first(/<title>([^<>&{}]{1,200})<\/title>/),
    author: name === undefined ? undefined : { name, email },
    url: URL.parse(link ?? "")?.origin,
  };
}

// The part before the entries; none if it is no feed.
function headOf(source: string): string[] {
  const end = source.search(/\{%-?\s{0,9}for\b/);
  return end >= 0 && /<(?:feed|rss)\b/.test(source.slice(0, end)) ? [source.slice(0, Math.min(end, 10_000))] : [];
}
