/** Returns whether a text is Base64 (RFC 4648 §4), in which feeds break lines. */
export function isBase64(text: string): boolean {
  const encoded = text.replace(/\s+/g, "");
  return encoded.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(encoded);
}
