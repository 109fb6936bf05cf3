import { mapProse } from "./markdown-lines.ts";

const file = new RegExp(
  "\\.(?:png|jpe?g|gif|webp|avif|svg|bmp|heic|tiff?|mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|ogv|webm|mov|pdf|epub|docx?|xlsx?|pptx?|" +
    "od[pst]|rtf|txt|csv|zip|t?gz|mdx?|html?)$",
  "i",
);
const tail = /(?:[ \t]{1,5}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|=\d{0,5}%?x\d{0,5}%?)){1,2}[ \t]{0,5}\)/y; // a title, a size
const maxAddress = 500; // UTF-16 units, as for a label

/**
 * Encodes the spaces in the names of files, as in `![a](my photo.png "Title")` and `[b](my paper.pdf)`, with which Python-Markdown and
 * kramdown show the picture and CommonMark does not. Other words in parentheses remain text.
 */
export function encodeSpaces(text: string, isMdx = false): string {
  if (!hasSpacedAddress(text)) return text;
  let line = ""; // the text before, from the start of the line
  const keep = (piece: string) => {
    const start = piece.lastIndexOf("\n") + 1;
    line = ((start > 0 ? "" : line) + piece.slice(start)).slice(-maxAddress);
    return piece;
  };
  return mapProse(
    text,
    (prose) => {
      const encoded = encodeIn(prose, line);
      keep(prose);
      return encoded;
    },
    keep,
    isMdx,
  );
}

// A quick check: to find the prose of a text takes longer.
function hasSpacedAddress(text: string): boolean {
  for (let index = text.indexOf("]("); index >= 0; index = text.indexOf("](", index + 2)) {
    const end = addressEnd(text, index + 2);
    if (
      end !== undefined &&
      text
        .slice(index + 2, end)
        .trim()
        .includes(" ")
    )
      return true;
  }
  return false;
}

function encodeIn(prose: string, before: string): string {
  let [encoded, done] = ["", 0];
  for (let index = prose.indexOf("]("); index >= 0; index = prose.indexOf("](", index + 2)) {
    const start = index + 2;
    const end = addressEnd(prose, start);
    const address = end === undefined ? "" : prose.slice(start, end).trim();
    if (!address.includes(" ") || !file.test(address.split(/[?#]/, 1)[0] ?? "") || !isLabelled(prose, index, before)) continue;
    encoded += prose.slice(done, start) + address.replaceAll(" ", "%20");
    done = end ?? start;
  }
  return encoded + prose.slice(done);
}

// Returns the offset after an address: before its title, its size, or the parenthesis that closes it.
function addressEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length && at - start < maxAddress; at++) {
    const sign = text.charAt(at);
    if (/[\n<>"]/.test(sign) || (sign === "]" && text[at + 1] === "(")) return undefined;
    if (sign === "(") depth++;
    if (sign === ")" && depth-- === 0) return at;
    if (/[ \t]/.test(sign)) {
      tail.lastIndex = at;
      if (tail.test(text)) return at;
    }
  }
  return undefined;
}

// Returns whether the bracket at an offset closes a label on its line: `[a [b]]`.
function isLabelled(prose: string, index: number, before: string): boolean {
  const near = (index < maxAddress ? before : "") + prose.slice(Math.max(0, index - maxAddress), index + 1);
  const line = near.slice(near.lastIndexOf("\n") + 1);
  let depth = 0;
  for (const { 0: sign, index: at } of [...line.matchAll(/[[\]]/g)].reverse()) {
    if (line[at - 1] === "\\") {
      if (at === line.length - 1) return false;
    } else depth += sign === "]" ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}
