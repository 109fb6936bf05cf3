import { shortAddress } from "../../base/short-address.ts";
import { codeEnd, codeStart } from "../../content/markup/code/find-code.ts";
import { KnownLines } from "../../content/markup/code/known-lines.ts";

// A tag of Hugo, Jekyll or Hexo that names another article or a file.
const reference = "\\{\\{[<%][ \\t]{0,9}(?:rel)?ref\\b|\\{%-?[ \\t]{0,9}(?:post_url|link|post_path|asset_path)\\b";

// Not a URL that is a part of another one. The lengths are bounded: otherwise a long text would take quadratic time.
const origin = `(?<![?&][\\w-]{1,40}=)(?<![\\w/%:.-])https?:\\/\\/[\\w.:~/-]{1,200}(?=${reference})`;
const pieces = new RegExp(`${codeStart}|${origin}`, "gm");

/**
 * Removes the site's own URL before references such as `https://example.org/{% post_url 2024-01-02-moon %}`: the compiler writes the whole
 * URL of the article, and so does the link of a copy to a file. Code is copied unchanged.
 * @param own the URL of the site, with and without the path of its folder
 * @param isHtml true for a text in HTML, which has no code in backticks or indented lines
 */
export function withoutOwnOrigin(body: string, own: readonly string[], isHtml = false): string {
  const known = new Set(own.map(bare));
  const lines = new KnownLines(body, isHtml ? "html" : "markdown");
  let [text, done] = ["", 0];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const [piece] = match;
    if (!/^https?:/.test(piece)) {
      pieces.lastIndex = Math.max(codeEnd(body, match.index, piece, lines), match.index + 1);
      continue;
    }
    if (!known.has(bare(piece))) continue;
    text += body.slice(done, match.index);
    done = match.index + piece.length;
  }
  return text + body.slice(done);
}

function bare(url: string): string {
  return shortAddress(url).replace(/\/{1,9}$/, "");
}
