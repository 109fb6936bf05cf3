import { encodingBytes } from "./decode-text.ts";

/** The encoding in the XML declaration of a document. */
export interface DeclaredEncoding {
  /** As written, such as `ISO-8859-1`. */
  readonly name: string;
  /** The encoding in which the declaration itself is written, if it cannot be the declared one (XML 1.0 §4.3.3). */
  readonly actual?: string;
}

const twoBytes = /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|csunicode)/i;
const fourBytes = /^(?:utf-?32|ucs-?4|iso-10646-ucs-4|csucs4)/i;

/** Returns the encoding that a document declares; undefined without a declaration. @param start the first bytes of the document */
export function findDeclaredEncoding(start: Uint8Array): DeclaredEncoding | undefined {
  const written = encodingOfStart(start);
  const text = new TextDecoder(written).decode(start.subarray(0, encodingBytes));
  const name = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  if (name === undefined) return undefined;
  return canBe(name, written, start) ? { name } : { name, actual: written };
}

function encodingOfStart([first, second]: Uint8Array): string {
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0) ? "utf-16le" : "utf-8";
}

function canBe(name: string, written: string, [first, second, third]: Uint8Array): boolean {
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf; // that of UTF-8
  if (written === "utf-8") return !twoBytes.test(name) && !fourBytes.test(name) && (!hasMark || /^utf-?8$/i.test(name));
  return twoBytes.test(name) && !(written === "utf-16be" ? /le$/i : /be$/i).test(name);
}
