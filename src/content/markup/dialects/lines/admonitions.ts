import { quotesIn } from "../../code/quotes-in.ts";
import type { MarkdownLine } from "./markdown-lines.ts";

/** An admonition: `!!! note "Title"`, `??? note` or a tab `=== "Title"` (MkDocs, Pelican), and the indented lines after it. */
export interface Admonition {
  /** The markers of quotations, and the spaces before it. */
  readonly prefix: string;
  readonly kind: string;
  /** Undefined without a title; empty if the author wants none. */
  readonly title: string | undefined;
  /** The content without its indentation. */
  readonly lines: readonly string[];
}

const opener = /^((?:[ \t]*>)*[ \t]*)(?:!!!|\?\?\?\+?)(.*)$/;
const tab = /^((?:[ \t]*>)*[ \t]*)===[!+]?[ \t]+"(.+)"[ \t]*$/;

/** Reads the admonition that begins at a line, or returns undefined. Without a title, it needs content: `!!! wow` is text. */
export function admonitionAt(lines: readonly MarkdownLine[], start: number): Admonition | undefined {
  const { isVerbatim, text } = lines[start] as MarkdownLine;
  if (isVerbatim) return undefined;
  const [, before = "", title] = tab.exec(text) ?? [];
  if (title !== undefined) return { prefix: before, kind: "tab", title, lines: contentAfter(lines, start, before) };
  const [, prefix, rest = ""] = opener.exec(text) ?? [];
  const { kind, quoted } = wordsOf(rest.trim());
  if (prefix === undefined || kind === undefined) return undefined;
  const content = contentAfter(lines, start, prefix);
  return quoted === undefined && content.length === 0 ? undefined : { prefix, kind, title: quoted, lines: content };
}

// The kind, other classes such as `inline`, and a title in quotation marks.
function wordsOf(text: string): { kind: string | undefined; quoted: string | undefined } {
  const start = text.indexOf('"');
  const isQuoted = start >= 0 && start < text.length - 1 && text.endsWith('"');
  const words = (isQuoted ? text.slice(0, start) : text).trim().split(/[ \t]+/);
  const kind = words.every((word) => /^[A-Za-z][\w-]*$/.test(word)) ? words[0] : undefined;
  return { kind, quoted: isQuoted ? text.slice(start + 1, -1).trim() : undefined };
}

// Blank lines at the end stay outside.
function contentAfter(lines: readonly MarkdownLine[], start: number, prefix: string): string[] {
  const quotes = quotesIn(prefix);
  const content: string[] = [];
  let length = 0;
  for (let index = start + 1; index < lines.length; index++) {
    const { text } = lines[index] as MarkdownLine;
    const isBlank = quotes === 0 ? text.trim() === "" : /^[ \t>]*$/.test(text) && quotesIn(text) >= quotes;
    const inner = text.startsWith(prefix) ? /^(?: {4}| {0,3}\t)(.*)$/.exec(text.slice(prefix.length))?.[1] : undefined;
    if (inner === undefined && !isBlank) break;
    content.push(inner ?? "");
    if (!isBlank) length = content.length;
  }
  return content.slice(0, length);
}
