// Every text is valid in these encodings, and hardly any text in them with letters beyond ASCII is valid UTF-8.
const singleByte = /^(?:windows-(?:874|125\d)|iso-8859-\d+i?|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/;

/** Returns whether bytes are UTF-8 beyond ASCII, though a single-byte encoding is declared. @param label a label of the Encoding Standard */
export function isUtf8Despite(label: string, bytes: Uint8Array): boolean {
  if (!singleByte.test(label) || bytes.every((byte) => byte < 0x80)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
