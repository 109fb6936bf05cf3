import { oneLine } from "../base/one-line.ts";
import { plainText } from "./plain-text.ts";

const ellipsis = / ?\[? ?(?:…|\.\.\.) ?\]?$/u;
// The boilerplate that WordPress appends to an excerpt. Only the end of the text is searched, since a feed may be full of its beginnings.
const maxBoilerplateLength = 600;
const boilerplate = /\s*(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}|Continue reading.{0,300}|Read more\W*)$/i;

/** Returns a summary without boilerplate; undefined for one that is an excerpt of the content. */
export function cleanSummary(summary: string | undefined, content: string): string | undefined {
  if (summary === undefined) return undefined;
  const line = oneLine(summary);
  const text = line.slice(0, -maxBoilerplateLength) + line.slice(-maxBoilerplateLength).replace(boilerplate, "");
  const start = text.replace(ellipsis, "");
  return start === "" || plainText(content).includes(start) ? undefined : text;
}

/** Returns a title; empty for one that is cut from the beginning of the content, as some formats require a title. */
export function cleanTitle(title: string, content: string): string {
  const text = oneLine(title);
  const start = text.replace(ellipsis, "");
  return start !== text && plainText(content).startsWith(start) ? "" : text;
}

/** Returns whether content ends with an ellipsis that marks missing text. */
export function isTruncated(content: string): boolean {
  return /\[(?:…|\.\.\.|&#8230;|&#x2026;|&hellip;)\]\s*(?:<[^<>]*>\s*)*$/i.test(content);
}
