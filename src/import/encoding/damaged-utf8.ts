/** A text in UTF-8 with bytes that were not. */
export interface DamagedText {
  readonly text: string;
  readonly encoding: string;
  /** The first line with such bytes. */
  readonly example: string;
}

// RFC 3629 §4, as characters of Latin-1.
const tail = "[\\x80-\\xbf]";
const sequence = [
  `[\\xc2-\\xdf]${tail}`,
  `\\xe0[\\xa0-\\xbf]${tail}`,
  `[\\xe1-\\xec\\xee\\xef]${tail}{2}`,
  `\\xed[\\x80-\\x9f]${tail}`,
  `\\xf0[\\x90-\\xbf]${tail}{2}`,
  `[\\xf1-\\xf3]${tail}{3}`,
  `\\xf4[\\x80-\\x8f]${tail}{2}`,
].join("|");
const pieces = new RegExp(`((?:${sequence})+)|[\\x80-\\xff]`, "g");

/**
 * Decodes a text in UTF-8 into which a few bytes of another encoding were written; undefined for any other text.
 * @param other the label of an encoding of one byte a character
 */
export function decodeDamagedUtf8(bytes: Uint8Array, other: string): DamagedText | undefined {
  if (!isMostlyUtf8(bytes)) return undefined;
  const first = firstInvalidLine(bytes);
  const decode = (line: string) =>
    line.replace(pieces, (piece, valid?: string) =>
      new TextDecoder(valid === undefined ? other : "utf-8").decode(Buffer.from(piece, "latin1")),
    );
  const lines = Buffer.from(bytes)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .split("\n")
    .map(decode);
  return { text: lines.join("\n"), encoding: `UTF-8 with bytes of ${other}`, example: lines[first]?.trim() ?? "" };
}

// A byte of a cut character makes the others of a text in UTF-8 no letters of another encoding.
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return (text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0) >= (text.match(/\uFFFD/g)?.length ?? 0);
}

function firstInvalidLine(bytes: Uint8Array): number {
  return new TextDecoder()
    .decode(bytes)
    .split("\n")
    .findIndex((line) => line.includes("\uFFFD"));
}
