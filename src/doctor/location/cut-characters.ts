/**
 * Returns whether all invalid bytes of a document in UTF-8 are beginnings of characters, as a program leaves them that shortens texts by
 * bytes. Some of them are also letters of Latin-1: what is before and after them distinguishes them.
 */
export function hasOnlyCutCharacters(bytes: Uint8Array): boolean {
  let isFound = false;
  for (let at = 0; at < bytes.length; ) {
    const length = bytesOf(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const cut = cutLength(bytes, at);
    if (cut === 0 || !isCut(bytes, at, at + cut)) return false;
    isFound = true;
    at += cut;
  }
  return isFound;
}

/** Returns the number of bytes of the valid character at an offset (RFC 3629 §4); 0 for an invalid one. */
function bytesOf(bytes: Uint8Array, at: number): number {
  const length = lengthOf(bytes[at]);
  if (length === 1) return 1;
  return length > 0 && continuations(bytes, at, length - 1) === length - 1 ? length : 0;
}

/** Returns the number of bytes of the beginning of a character; 0 if it is no beginning. */
function cutLength(bytes: Uint8Array, at: number): number {
  const length = lengthOf(bytes[at]);
  return length < 2 ? 0 : 1 + continuations(bytes, at, length - 2);
}

function lengthOf(lead = 0): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Returns the number of continuation bytes after a lead byte, at most `limit`. The first is limited by the lead byte. */
function continuations(bytes: Uint8Array, at: number, limit: number): number {
  const lead = bytes[at];
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let count = 0;
  while (count < limit) {
    const byte = bytes[at + 1 + count] ?? 0;
    if (byte < (count === 0 ? least : 0x80) || byte > (count === 0 ? most : 0xbf)) break;
    count++;
  }
  return count;
}

// A shortened text is followed by dots, a space, or markup. Latin-1 has capital letters in C0-DE, and small ones in DF-FF.
function isCut(bytes: Uint8Array, start: number, end: number): boolean {
  const before = bytes[start - 1] ?? 0;
  const after = bytes[end] ?? 0;
  if (isAlphanumeric(after)) return false;
  if (end - start > 1 || before >= 0x80) return true; // no word of Latin-1 has such letters, and other scripts have many bytes
  const lead = bytes[start] ?? 0;
  if (lead === 0xc2 || lead === 0xc3 || lead === 0xe2) return true; // Â, Ã, â, with which words do not end
  if (lead < 0xe0) return before >= 0x61 && before <= 0x7a; // a capital letter after a small one
  return lead >= 0xf0 && before <= 0x20; // ð begins no word
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
