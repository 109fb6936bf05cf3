import { plural } from "../base/plural.ts";
import { decodeText, UndeclaredEncodingError } from "../feed-parser/decode-text.ts";
import { parseFeedDocument } from "../feed-parser/parse-feed.ts";
import type { ImportedDocument } from "../feed-parser/parsed-entry.ts";
import { type ConvertedText, decodeOldText, noteOfGuess } from "./encoding/decode-old-text.ts";
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

/** The text of a document. */
export interface DecodedDocument {
  readonly text: string;
  /** The conversion of a text whose encoding is only probable. */
  readonly guess?: ConvertedText;
}

const startLength = 16_384; // UTF-16 units, enough to recognize a web page

/**
 * Decodes a document. Only for an article is an undeclared encoding guessed, since a person reads it again; a feed has to declare it.
 * @throws Error if it cannot be decoded
 */
export function decodeDocument(bytes: Uint8Array, origin: DocumentOrigin): DecodedDocument {
  try {
    return { text: decodeText(bytes, origin.contentType) };
  } catch (error) {
    const guess = error instanceof UndeclaredEncodingError ? decodeOldText(origin.name, bytes) : undefined;
    if (guess === undefined || !(isPage(guess.text) || isPlainText(guess.text, origin))) throw error;
    return { text: guess.text, guess };
  }
}

/**
 * Parses the entries of a document.
 * @throws LimitError
 * @throws Error with the reason why it has no entries
 */
export function readDocument({ guess, text }: DecodedDocument, origin: DocumentOrigin): ImportedDocument {
  const { name, url } = origin;
  const notes = [...(guess === undefined ? [] : [noteOfGuess(guess)]), ...notesOf(text)];
  if (isPage(text)) return { entries: [pageEntry(text, url)], notes, isArticle: true };
  if (isPlainText(text, origin)) return { entries: [textEntry(text, name)], notes, isArticle: true };
  const document = parseFeedDocument(text, url);
  return { ...document, notes: [...notes, ...document.notes] };
}

function isPage(text: string): boolean {
  return isWebPage(text.slice(0, startLength));
}

function notesOf(text: string): string[] {
  let replaced = 0;
  for (let index = text.indexOf("\uFFFD"); index >= 0; index = text.indexOf("\uFFFD", index + 1)) replaced++;
  return replaced === 0 ? [] : [`Cannot read ${plural(replaced, "character")} in the encoding that it declares: replaced by \uFFFD`];
}

function isPlainText(text: string, { contentType = "", name }: DocumentOrigin): boolean {
  return !/^\s*[<{]/.test(text) && (/\.te?xt$/i.test(name) || /^text\/plain\b/.test(contentType));
}
