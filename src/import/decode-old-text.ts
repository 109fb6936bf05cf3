import { findEncoding } from "../feed-parser/decode-text.ts";
import { markupOf } from "../model/markup-of.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/** The note on a text whose encoding is only probable. */
export const guessedEncoding =
  "It is not in UTF-8 and declares no encoding, so it was converted from Windows-1252 (Latin-1): check its letters";

/** A text that was not in UTF-8. */
export interface ConvertedText {
  readonly text: string;
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  /** False if the encoding is only probable. */
  readonly isDeclared: boolean;
}

/**
 * Decodes a text that is not in UTF-8, by its byte order mark, by the declaration of a page in HTML, or as Windows-1252 if it clearly is.
 * Returns undefined if the encoding is unknown.
 */
export function decodeOldText(path: string, bytes: Uint8Array): ConvertedText | undefined {
  const encoding = declaredEncoding(path, bytes);
  if (encoding !== undefined) {
    const text = decode(bytes, encoding);
    return text === undefined ? undefined : { text, encoding, isDeclared: true };
  }
  const text = decodeWindows1252(bytes);
  return text === undefined ? undefined : { text, encoding: "windows-1252", isDeclared: false };
}

// In Markdown, a declaration would be an example.
function declaredEncoding(path: string, bytes: Uint8Array): string | undefined {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const { isDeclared, label } = hasMark || markupOf(path) === "html" ? findEncoding(bytes) : { isDeclared: false, label: "" };
    return isDeclared && label !== "utf-8" ? label : undefined;
  } catch {
    return undefined; // an encoding that no one knows
  }
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}
