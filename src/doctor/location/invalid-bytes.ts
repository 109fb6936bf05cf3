import { positionOf, withExcerpt } from "../../conformance/xml/xml-error.ts";
import { encodingBytes, findEncoding } from "../../feed-parser/decode-text.ts";
import type { Finding } from "../live-site/finding.ts";

/** A byte with its text as evidence, and its position in the document. */
export type LocatedByte = Required<Pick<Finding, "evidence" | "location">>;

/** Finds the first bytes that are invalid in an encoding. @param label a label of the Encoding Standard */
export function findInvalidBytes(bytes: Uint8Array, label: string): LocatedByte | undefined {
  try {
    new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
    return undefined;
  } catch {
    const text = new TextDecoder(label, { fatal: false, ignoreBOM: true }).decode(bytes);
    return label === "utf-8" ? locateInUtf8(bytes, text) : located(text, text.indexOf("\uFFFD"), "bytes that it does not contain");
  }
}

/** Returns whether each U+FFFD of a document is made from invalid bytes by the decoder, and none is in the document itself. */
export function hasOnlyDecodedReplacements(bytes: Uint8Array): boolean {
  const { label } = findEncoding(bytes.subarray(0, encodingBytes));
  if (findInvalidBytes(bytes, label) === undefined) return false;
  return !/\u00EF\u00BF\u00BD|&#(?:65533|x0{0,4}fffd);/i.test(new TextDecoder("latin1").decode(bytes)); // in UTF-8, or as a reference
}

/** Returns the position of a byte in a document whose characters are bytes, such as Latin-1. */
export function positionOfByte(bytes: Uint8Array, at: number): LocatedByte {
  return located(new TextDecoder("latin1").decode(bytes.subarray(0, at + maxAfter)), at, byteName(bytes[at]));
}

const maxAfter = 60; // bytes

// The text before the first invalid byte has as many bytes as in the document. A valid U+FFFD is three of them.
function locateInUtf8(bytes: Uint8Array, text: string): LocatedByte {
  const encoder = new TextEncoder();
  let length = 0;
  let from = 0;
  for (let at = text.indexOf("\uFFFD"); ; at = text.indexOf("\uFFFD", from)) {
    length += encoder.encode(text.slice(from, at)).length;
    const isValid = bytes[length] === 0xef && bytes[length + 1] === 0xbf && bytes[length + 2] === 0xbd;
    if (!isValid || at < 0) return located(text, at, byteName(bytes[length]));
    length += 3;
    from = at + 1;
  }
}

function byteName(byte = 0): string {
  return `the byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** Returns the position of a character, with the text around it. */
export function locatedText(text: string, at: number): LocatedByte {
  return located(text, at, "the first such character");
}

// A byte order mark has no column.
function located(text: string, at: number, name: string): LocatedByte {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const { column, line } = positionOf(text.slice(mark), Math.max(0, at - mark));
  return { evidence: withExcerpt(name, text, Math.max(0, at)), location: { line, column } };
}
