import { plural } from "../base/plural.ts";
import { parseFeedDocument } from "../feed-parser/parse-feed.ts";
import type { ImportedDocument } from "../feed-parser/parsed-entry.ts";
import { textEntry } from "./text-entry.ts";
import { isWebPage, pageEntry } from "./web-page.ts";

/** The origin of a document from elsewhere: a feed, a web page or a text. */
export interface DocumentOrigin {
  /** The `Content-Type` of the response. */
  readonly contentType?: string | undefined;
  /** The final URL, absolute; undefined for a file. */
  readonly url?: string | undefined;
  /** The name of the file, or the last part of its address. */
  readonly name: string;
}

const startLength = 16_384; // UTF-16 units, enough to recognize a web page

/**
 * Parses the entries of a document.
 * @throws LimitError
 * @throws Error with the reason why it has no entries
 */
export function readDocument(text: string, { contentType, name, url }: DocumentOrigin): ImportedDocument {
  const notes = notesOf(text);
  if (isWebPage(text.slice(0, startLength))) return { entries: [pageEntry(text, url)], notes, isArticle: true };
  if (isPlainText(text, name, contentType)) return { entries: [textEntry(text, name)], notes, isArticle: true };
  const document = parseFeedDocument(text, url);
  return { ...document, notes: [...notes, ...document.notes] };
}

function notesOf(text: string): string[] {
  let replaced = 0;
  for (let index = text.indexOf("\uFFFD"); index >= 0; index = text.indexOf("\uFFFD", index + 1)) replaced++;
  return replaced === 0 ? [] : [`Cannot read ${plural(replaced, "character")} in the encoding that it declares: replaced by \uFFFD`];
}

function isPlainText(text: string, name: string, contentType = ""): boolean {
  return !/^\s*[<{]/.test(text) && (/\.te?xt$/i.test(name) || /^text\/plain\b/.test(contentType));
}
