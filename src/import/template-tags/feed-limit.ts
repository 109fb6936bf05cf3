import { countIn } from "../../base/table-values.ts";
import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";

const maxLength = 131_072; // UTF-16 units
const firstEntry = /<(?:entry|item)\b|"id"\s{0,9}:/;
const tag = /\{%-?\s{0,9}(\w{1,20})\s([^{}]{1,400})%\}/g;
const lists = [
  /\blimit:\s{0,9}(\d{1,4})\b/,
  /\|\s{0,9}(?:head|limit|take)\s{0,9}[(:]\s{0,9}-?(\d{1,4})\b/,
  /\|\s{0,9}slice:\s{0,9}(?:0\s{0,9},\s{0,9}|-)(\d{1,4})\b/,
  /\.slice\(\s{0,9}(?:0\s{0,9},\s{0,9}|-)(\d{1,4})\s{0,9}\)/,
];
const position = /^(?:for)?loop\.index(0?)\s{0,9}(<=?)\s{0,9}(\d{1,4})\s{0,9}-?$/;

/**
 * Returns the number of entries that own templates of feeds state before the first entry, such as `{% for post in posts limit:10 %}`,
 * `posts | reverse | head(10)` and `{% if loop.index0 < 10 %}`; undefined if one of them has all posts, or if they differ.
 */
export function feedTemplateLimit({ paths, read }: SiteFolder, isOwn: (path: string) => boolean = () => true): number | undefined {
  const limits = paths
    .filter((path) => isOwn(path) && isFeedTemplate(path) && !/\.[cm]?[jt]sx?$/.test(path))
    .flatMap((path) => {
      const source = (read(path) ?? "").slice(0, maxLength);
      const end = source.search(firstEntry);
      return end < 0 || !source.includes("{%") ? [] : [limitIn(source.slice(0, end))];
    });
  const [limit, ...others] = new Set(limits);
  return others.length === 0 ? limit : undefined;
}

function limitIn(head: string): number | undefined {
  const [limit, ...others] = new Set([...head.matchAll(tag)].flatMap(([, name, text = ""]) => limitOfTag(name, text.trim()) ?? []));
  return others.length === 0 ? limit : undefined;
}

function limitOfTag(name: string | undefined, text: string): number | undefined {
  if (/^(?:for|set|assign)$/.test(name ?? ""))
    return lists.map((list) => countIn(list.exec(text)?.[1])).find((count) => count !== undefined);
  const [, zero, sign, number] = (name === "if" && position.exec(text)) || [];
  return number === undefined ? undefined : countIn(Number(number) + (zero === "0" ? 0 : -1) + (sign === "<=" ? 1 : 0));
}
