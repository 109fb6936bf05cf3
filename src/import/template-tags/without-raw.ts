/** Removes the tags of raw text, and replaces the braces in it with U+0000, which no text has. */
export function withoutRaw(code: string): string {
  let isRaw = false;
  return code
    .split(/(\{%-?[ \t]{0,9}(?:end)?raw[ \t]{0,9}-?%\})/)
    .map((part, index) => {
      if (index % 2 === 0) return isRaw ? part.replaceAll("{", "\0") : part;
      isRaw = !part.includes("endraw");
      return "";
    })
    .join("");
}
