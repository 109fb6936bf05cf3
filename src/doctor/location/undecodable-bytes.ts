import { findInvalidBytes, type LocatedByte, positionOfByte } from "./invalid-bytes.ts";

/**
 * Finds the first bytes that a strict program cannot decode. The Encoding Standard is more tolerant: it decodes ASCII as windows-1252, and
 * the bytes that windows-1252 and its relatives leave undefined as control characters.
 * @param name an encoding as the document or the server writes it, which the Encoding Standard contains
 */
export function findUndecodableBytes(bytes: Uint8Array, name: string): LocatedByte | undefined {
  const { encoding } = new TextDecoder(name);
  if (isAscii(name))
    return positionIn(
      bytes,
      bytes.findIndex((byte) => byte > 0x7f),
    );
  const invalid = findInvalidBytes(bytes, encoding);
  if (invalid !== undefined || !encoding.startsWith("windows-") || isLatin1(name)) return invalid;
  const undefinedBytes = undefinedIn(encoding);
  return positionIn(
    bytes,
    bytes.findIndex((byte) => undefinedBytes.has(byte)),
  );
}

function positionIn(bytes: Uint8Array, at: number): LocatedByte | undefined {
  return at < 0 ? undefined : positionOfByte(bytes, at);
}

/** Returns the bytes of a single-byte encoding that the Encoding Standard decodes as control characters. */
function undefinedIn(encoding: string): Set<number> {
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 32 }, (_, index) => 0x80 + index);
  return new Set(bytes.filter((byte) => /[\u0080-\u009F]/.test(decoder.decode(Uint8Array.of(byte)))));
}

/** Returns whether a name is one of ISO-8859-1, which web browsers decode as windows-1252. */
export function isLatin1(name: string): boolean {
  return /^(?:iso[-_]?8859-?1|latin-?1|l1|cp819|ibm819|csisolatin1)$/i.test(name);
}

/** Returns whether a name is one of ASCII, which web browsers decode as windows-1252. */
export function isAscii(name: string): boolean {
  return /^(?:us-)?ascii$/i.test(name);
}
