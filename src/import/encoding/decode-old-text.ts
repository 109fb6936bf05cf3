import { truncate } from "../../base/truncate.ts";
import { findEncoding } from "../../feed-parser/decode-text.ts";
import { markupOf } from "../../model/markup-of.ts";
import { decodeDamagedUtf8 } from "./damaged-utf8.ts";
import { decodeByLanguage, decodeByLetters, singleByteEncoding } from "./legacy-encodings.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/** A text that was not in UTF-8. */
export interface ConvertedText {
  readonly text: string;
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  /** Of a text whose encoding is only probable: the first line that the encoding decides. */
  readonly example?: string;
}

/** Returns the note on a text whose encoding is only probable. */
export function noteOfGuess({ encoding, example }: Pick<ConvertedText, "encoding" | "example">): string {
  return `Not in UTF-8, and declares no encoding, so it was converted from ${encoding}: check its letters, for example in "${example}"`;
}

/**
 * Decodes a text that is not in UTF-8: by its byte order mark, by the declaration of a page in HTML, by its language, by its letters, and
 * otherwise as Windows-1252 (Latin-1). Returns undefined for bytes that are no text.
 * @param name the name of the file
 * @param language the language of the site, if it is known
 */
export function decodeOldText(name: string, bytes: Uint8Array, language?: string): ConvertedText | undefined {
  const encoding = declaredEncoding(name, bytes) ?? (bytes.includes(0) ? utf16Without(bytes) : undefined);
  if (encoding !== undefined) return { text: decode(bytes, encoding), encoding };
  if (bytes.includes(0)) return undefined;
  const stated = languageIn(bytes) ?? language;
  const found: ConvertedText = decodeDamagedUtf8(bytes, singleByteEncoding(stated)) ?? guess(bytes, stated);
  return { ...found, example: truncate(found.example ?? firstLine(found.text), maxExample) };
}

const maxExample = 80; // UTF-16 units

function guess(bytes: Uint8Array, language: string | undefined): ConvertedText {
  const ofLanguage = language === undefined ? undefined : decodeByLanguage(bytes, language);
  if (ofLanguage !== undefined) return ofLanguage;
  const western = decodeWindows1252(bytes);
  const other = western === undefined ? decodeByLetters(bytes) : undefined;
  return other ?? { text: western ?? decode(bytes, "windows-1252"), encoding: "windows-1252" };
}

// In Markdown, a declaration would be an example.
function declaredEncoding(name: string, bytes: Uint8Array): string | undefined {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const { isDeclared, label } = hasMark || markupOf(name) === "html" ? findEncoding(bytes) : { isDeclared: false, label: "" };
    return isDeclared && label !== "utf-8" ? label : undefined;
  } catch {
    return undefined; // an encoding that no one knows
  }
}

// ASCII in UTF-16 has a byte of zero for each character, in the first or the second place. Other bytes of zero are in binary data.
function utf16Without(bytes: Uint8Array): string | undefined {
  let [even, odd] = [0, 0];
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 0) index % 2 === 0 ? even++ : odd++;
  if (bytes.length % 2 === 1 || (even > 0 && odd > 0) || even + odd < minShare * bytes.length) return undefined;
  return even === 0 ? "utf-16le" : "utf-16be";
}

const minShare = 0.05; // line breaks and spaces

const maxHead = 2000; // bytes

// `<html lang="cs">`, or a key of the front matter.
function languageIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, maxHead));
  const key = /^(?:lang|language|locale)[ \t]{0,9}[:=][ \t]{0,9}["']?([a-z]{2,3})\b/im;
  return /<html\b[^<>]{0,200}?\slang=["']?([a-z]{2,3})\b/i.exec(head)?.[1] ?? key.exec(head)?.[1];
}

function firstLine(text: string): string {
  return (
    text
      .split("\n")
      .find((line) => /[^\0-\x7f]/.test(line))
      ?.trim() ?? ""
  );
}

// Bytes that are invalid in a declared encoding become U+FFFD.
function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}
