import { limits } from "../../content/limits/limits.ts";
import type { OpenFile } from "../../files/content-folder.ts";
import { readStart } from "../../files/file-content.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** The location and the reason if a file is not an article. */
export type Undecodable = Pick<Diagnostic, "line" | "column" | "message">;

/** Reads the text of an article. A file that is too large is not read. */
export function decodeArticle(file: OpenFile): string | Undecodable {
  if (file.stats.size > limits.articleBytes) return tooLarge(file.stats.size);
  const bytes = readStart(file, limits.articleBytes);
  try {
    return utf8.decode(bytes);
  } catch {
    return { ...locationOfFirstBadByte(bytes), message: isUtf16(bytes) ? inUtf16 : notUtf8 };
  }
}

/** Returns whether {@link decodeArticle} found no text. */
export function isUndecodable(found: unknown): found is Undecodable {
  return typeof found === "object" && found !== null && "message" in found;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

const inUtf16 = "Cannot read the file: it is in UTF-16, by its byte order mark; save it as UTF-8";
const notUtf8 = "Cannot read this character: the file is not in UTF-8, but probably in Latin-1 or another old encoding; save it as UTF-8";

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function tooLarge(bytes: number): Undecodable {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return { line: 1, column: 1, message: `Cannot compile an article of ${size} MB: readers give up on feeds of 5 MB; the limit is 2 MB` };
}

function locationOfFirstBadByte(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const shown = new TextDecoder().decode(bytes.subarray(start, end));
    try {
      utf8.decode(bytes.subarray(start, end));
    } catch {
      return { line, column: shown.indexOf("\uFFFD") + 1 };
    }
    start = end + 1;
  }
  return { line: 1, column: 1 };
}
