import { oneLine, plainText } from "./plain-text.ts";

const ellipsis = / ?\[? ?(?:…|\.\.\.) ?\]?$/u;
// What WordPress puts behind an excerpt. A feed may be full of its beginnings: no more than what it can be long is searched.
const furnitureLength = 600;
const furniture = /\s*(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}|Continue reading.{0,300}|Read more\W*)$/i;

/** A summary that says what the content does not; undefined for one that is cut from it. */
export function cleanSummary(summary: string | undefined, content: string): string | undefined {
  if (summary === undefined) return undefined;
  const line = oneLine(summary);
  const text = line.slice(0, -furnitureLength) + line.slice(-furnitureLength).replace(furniture, "");
  const start = text.replace(ellipsis, "");
  return start === "" || plainText(content).includes(start) ? undefined : text;
}

/** A title that is one; empty for one that is cut from how the content begins, as formats ask for that may not go without. */
export function cleanTitle(title: string, content: string): string {
  const text = oneLine(title);
  const start = text.replace(ellipsis, "");
  return start !== text && plainText(content).startsWith(start) ? "" : text;
}

/** Whether content ends as if the rest of it stood somewhere else. */
export function isTruncated(content: string): boolean {
  return /\[(?:…|\.\.\.|&#8230;|&#x2026;|&hellip;)\]\s*(?:<[^<>]*>\s*)*$/i.test(content);
}
