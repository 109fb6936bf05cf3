// C0, DEL and C1 move the cursor and worse; the marks of direction make text read otherwise than it is.
const unprintable = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;

/**
 * Text from the network as a terminal may have it: on one line, without control characters, cut where it is long.
 * @param maxLength UTF-16 units
 */
export function printable(text: string, maxLength = 300): string {
  const line = text.slice(0, maxLength * 4).replace(/[\t\r\n]+/g, " ");
  const visible = line.replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  if (visible.length <= maxLength && text.length <= maxLength * 4) return visible;
  return `${visible.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
