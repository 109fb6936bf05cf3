/** The encoding of a document. */
export interface Encoding {
  /** A label of the Encoding Standard, such as `windows-1252`. */
  readonly label: string;
  /** True if the document or its server declares it; otherwise it is UTF-8 (XML 1.0 §4.3.3, RFC 8259 §8.1). */
  readonly isDeclared: boolean;
}

/** The error that a document is not UTF-8 and declares no encoding. */
export class UndeclaredEncodingError extends Error {
  override readonly name = "UndeclaredEncodingError";

  constructor() {
    super("Cannot decode the document: it is not UTF-8 and names no other encoding; save it as UTF-8, or declare what it is");
  }
}

/** The number of bytes that {@link findEncoding} needs. */
export const encodingBytes = 1024;

/**
 * Detects a document's encoding from its byte order mark, its XML declaration, the server's `Content-Type`, or a web page's
 * `<meta>`, in this order.
 * @param start the first bytes of the document
 * @throws Error naming an unknown encoding
 */
export function findEncoding(start: Uint8Array, contentType = ""): Encoding {
  const label = byMark(start) ?? byDeclaration(start) ?? byServer(start, contentType) ?? byMeta(start);
  if (label === undefined) return { label: "utf-8", isDeclared: false };
  try {
    return { label: new TextDecoder(label).encoding, isDeclared: true };
  } catch {
    throw new Error(`Cannot decode ${JSON.stringify(label)}: no such encoding is known; save the document as UTF-8`);
  }
}

/** Returns the charset of a `Content-Type`, or of the first of several, which `Headers` joins with commas. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;,"']+)/i.exec(contentType)?.[1];
}

/**
 * Decodes a whole document. Bytes that are invalid in a declared encoding become U+FFFD.
 * @throws UndeclaredEncodingError if no encoding is declared and the document is not UTF-8: encodings are not guessed
 */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  const decode = decoderOf(bytes, contentType);
  return decode(bytes) + decode();
}

// The first bytes of files that people name instead of what is in them.
const archives = [
  { magic: [0x1f, 0x8b], name: "compressed by gzip" },
  { magic: [0x50, 0x4b, 0x03, 0x04], name: "a ZIP archive" },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], name: "compressed by zstd" },
];

function byMark(start: Uint8Array): string | undefined {
  const [first, second, third] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : undefined;
}

// A declaration that is readable byte by byte is not in a two-byte encoding, even if it declares one (XML 1.0 appendix F).
function byDeclaration(start: Uint8Array): string | undefined {
  if (start[0] === 0x00 && start[1] === 0x3c) return "utf-16be";
  if (start[0] === 0x3c && start[1] === 0x00) return "utf-16le";
  return byteByByte(/^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(latin1(start))?.[1]);
}

// A server that declares UTF-16 for a document whose tags are readable byte by byte is wrong.
function byServer([first, second]: Uint8Array, contentType: string): string | undefined {
  const charset = charsetOf(contentType);
  return first === 0x3c && second !== 0 ? byteByByte(charset) : charset;
}

// HTML Standard §13.2.3.2.
function byMeta(start: Uint8Array): string | undefined {
  return byteByByte(/<meta\s[^>]*?\bcharset\s*=\s*["']?([\w-]+)/i.exec(latin1(start))?.[1]);
}

function latin1(start: Uint8Array): string {
  return String.fromCharCode(...start.subarray(0, encodingBytes));
}

function byteByByte(label: string | undefined): string | undefined {
  return label !== undefined && /^(?:utf-?16|ucs-?2|iso-10646|csunicode|unicode(?:fe|$))/i.test(label) ? "utf-8" : label;
}

/**
 * Decodes a document in chunks. Bytes that are invalid in a declared encoding become U+FFFD.
 * @throws UndeclaredEncodingError if no encoding is declared and the document is not UTF-8: encodings are not guessed
 */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>, contentType?: string): AsyncGenerator<string> {
  let decode: ((bytes?: Uint8Array) => string) | undefined;
  for await (const chunk of chunks) {
    decode ??= decoderOf(chunk, contentType);
    yield decode(chunk);
  }
  if (decode !== undefined) yield decode();
}

function decoderOf(start: Uint8Array, contentType: string | undefined): (bytes?: Uint8Array) => string {
  const archive = archives.find(({ magic }) => magic.every((byte, index) => start[index] === byte));
  if (archive !== undefined) throw new Error(`Cannot decode the document: it is ${archive.name}; unpack it, and import what is in it`);
  const { isDeclared, label } = findEncoding(start.subarray(0, encodingBytes), contentType);
  const decoder = new TextDecoder(label, { fatal: !isDeclared, ignoreBOM: false });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new UndeclaredEncodingError();
    }
  };
}
