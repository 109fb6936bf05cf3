import { isKnownKey } from "./keys/known-keys.ts";

/** Keys and values at the start of a text in a form that is not front matter. */
export interface UnreadFrontMatter {
  /** The first line, from 1. */
  readonly line: number;
  /** The line that may be meant as a fence, such as an em dash; `{` for unfinished JSON; empty if the keys have no fence. */
  readonly fence: string;
  readonly data: Readonly<Record<string, string>>;
  /** True if a line like the fence ends it. */
  readonly isClosed: boolean;
}

const maxLength = 10_000; // of the start of a text that is searched
const fenceSigns = "-‐‑‒–—―−+;*_=~";
const fenceLine = new RegExp(`^[${fenceSigns}](?:[ ]?[${fenceSigns}]){0,99}$`);
const fenceBeforeKey = new RegExp(`^(?:[${fenceSigns}]{2,99}|[–—―−])[ \\t]{0,9}(?=["'\\w])`);
const keyLine = /^["'“”]?([a-z][\w-]{0,99})["'“”]?[ \t]{0,9}[:=](?:[ \t](.*)|(["'“].*)|$)/i;

/** Finds what looks like front matter at the start of a text without front matter. At least one of its keys is known. */
export function findUnreadFrontMatter(text: string): UnreadFrontMatter | undefined {
  const lines = text.slice(0, maxLength).split("\n");
  const start = lines.findIndex((line) => line.trim() !== "");
  const [first = "", ...rest] = lines.slice(Math.max(0, start));
  if (/^(?: {4}|\t)/.test(first)) return undefined; // code
  const trimmed = first.trim();
  const found = trimmed.startsWith("{") ? readBraces(lines.slice(start)) : readLines(trimmed, rest);
  return Object.keys(found.data).some(isKnownKey) ? { line: start + 1, ...found } : undefined;
}

// Tags of templates begin with a brace, too.
function readBraces(lines: readonly string[]): Omit<UnreadFrontMatter, "line"> {
  const end = lines.findIndex((line) => line.trim() === "");
  const block = lines.slice(0, end < 0 ? undefined : end).join("\n");
  const isTable = /^\s*\{\s*["'“”]?[a-z][\w-]{0,99}["'“”]?\s*:/i.test(block);
  return { fence: "{", data: isTable ? tableOf(block.split(/[,{}\n]/)) : {}, isClosed: false };
}

function readLines(first: string, rest: readonly string[]): Omit<UnreadFrontMatter, "line"> {
  const isFence = fenceLine.test(first);
  const [before = ""] = isFence ? [first] : (fenceBeforeKey.exec(first) ?? []);
  const lines = isFence ? rest : [first.slice(before.length), ...rest];
  const end = lines.findIndex((line) => !isPart(line, before !== ""));
  const isClosed = before !== "" && fenceLine.test((lines[end] ?? "").trim()) && (lines[end] ?? "").trim()[0] === before[0];
  return { fence: before.trim(), data: tableOf(lines.slice(0, end < 0 ? undefined : end)), isClosed };
}

// A key, or a part of its value. Without a fence, a blank line ends the keys.
function isPart(line: string, hasFence: boolean): boolean {
  if (line.trim() === "") return hasFence;
  return keyLine.test(line.trim()) || (!fenceLine.test(line.trim()) && /^(?:[ \t]|- |#[ \t])/.test(line));
}

function tableOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.flatMap((line): [string, string][] => {
    const [, key, spaced, quoted] = keyLine.exec(line.trim()) ?? [];
    return key === undefined ? [] : [[key, (spaced ?? quoted ?? "").trim().replace(/^["'“”]|["'“”]$/g, "")]];
  });
  return Object.fromEntries(pairs);
}
