/** What a document is written in, and who says so. */
export interface Encoding {
  /** A label of the Encoding Standard, such as `windows-1252`. */
  readonly label: string;
  /** Whether the document or its server says so; where nobody does, it is UTF-8 (XML 1.0 §4.3.3, RFC 8259 §8.1). */
  readonly isDeclared: boolean;
}

/** How many bytes {@link findEncoding} has to see. */
export const encodingBytes = 1024;

/**
 * Finds a document's encoding: by its byte order mark, its XML declaration, or the server's `Content-Type`, in this order.
 * @param start the first bytes of the document
 * @throws Error naming an encoding that nobody knows
 */
export function findEncoding(start: Uint8Array, contentType = ""): Encoding {
  const label = byMark(start) ?? byDeclaration(start) ?? /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  if (label === undefined) return { label: "utf-8", isDeclared: false };
  try {
    return { label: new TextDecoder(label).encoding, isDeclared: true };
  } catch {
    throw new Error(`Cannot decode ${JSON.stringify(label)}: no such encoding is known; save the document as UTF-8`);
  }
}

/**
 * Decodes a whole document. What is not valid in a declared encoding becomes U+FFFD.
 * @throws Error where no encoding is declared and it is not UTF-8: it is not guessed
 */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  const { isDeclared, label } = findEncoding(bytes.subarray(0, encodingBytes), contentType);
  try {
    return new TextDecoder(label, { fatal: !isDeclared, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Error("Cannot decode the document: it is not UTF-8 and names no other encoding; save it as UTF-8, or declare what it is");
  }
}

function byMark(start: Uint8Array): string | undefined {
  const [first, second, third] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : undefined;
}

// A declaration that can be read byte by byte is in no encoding of two bytes, whatever it says (XML 1.0 appendix F).
function byDeclaration(start: Uint8Array): string | undefined {
  if (start[0] === 0x00 && start[1] === 0x3c) return "utf-16be";
  if (start[0] === 0x3c && start[1] === 0x00) return "utf-16le";
  const text = String.fromCharCode(...start.subarray(0, encodingBytes));
  const label = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  return label !== undefined && /^(?:utf-?16|ucs-?2|iso-10646)/i.test(label) ? "utf-8" : label;
}
