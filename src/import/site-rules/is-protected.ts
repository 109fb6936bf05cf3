import type { FrontMatterTable, FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { asTable, isNull, isTrue } from "../../content/front-matter/front-matter-value.ts";
import { codeEnd, codeStart } from "../../content/markup/code/find-code.ts";
import { KnownLines } from "../../content/markup/code/known-lines.ts";
import { markupOf } from "../../model/markup-of.ts";
import type { SiteFile } from "./old-site.ts";

const passwordKey = /^(?:post|enc|encrypt|encryption)?(?:password|passwd|passphrase|pwd)s?$/;
const encryptionKey = /^(?:is)?(?:encrypt(?:ed)?|(?:password)?protect(?:ed)?)$/;
const encryption = "[\\w./-]{0,40}encrypt(?:or|ed|ion)?";
// A shortcode, a tag or a container around a part of a text: {{% hugo-encryptor "hunter2" %}}, {% encrypt %}, ::: encrypt. Other braces are
// the output of a variable, such as {{ password }}, or the text of another system; only a call may be a shortcode of Zola.
const encryptedPart = new RegExp(
  `(?:\\{%-?|\\{\\{[%<]|^[ \\t>*+-]{0,99}:{3,20})[ \\t]{0,9}(?:${encryption}|password|protected)(?![\\w-])|\\{\\{[ \\t]{0,9}${encryption}\\(`,
  "im",
);

/**
 * Returns whether a text, or a part of it, was readable only with a password, by the plugin or theme of any generator. It may be the key of
 * something else; but a text that was published by mistake cannot be called back. Tags that the text only shows, in code, protect nothing.
 */
export function isProtected({ body, frontMatter, path }: Pick<SiteFile, "body" | "frontMatter" | "path">): boolean {
  const { extra, params } = frontMatter; // of Zola and Hugo
  if ([frontMatter, asTable(extra), asTable(params)].some(hasPassword)) return true;
  return encryptedPart.test(body) && encryptedPart.test(proseOf(body, path));
}

/** Returns whether a tag may protect the text up to its end. */
export function isProtectingTag(tag: string): boolean {
  return encryptedPart.test(tag);
}

/** Returns whether a key of front matter may protect a text. */
export function isProtectingKey(key: string): boolean {
  const name = key.replace(/[-_]/g, "").toLowerCase();
  return passwordKey.test(name) || encryptionKey.test(name) || name === "secret";
}

function hasPassword(frontMatter: FrontMatterTable): boolean {
  return Object.entries(frontMatter).some(([key, value]) => isProtectingKey(key) && isSet(key, value));
}

function isSet(key: string, value: FrontMatterValue): boolean {
  if (/^secret$/i.test(key)) return isTrue(value); // otherwise it may be a riddle
  if (typeof value === "string") return !isNull(value.trim()) && !/^(?:false|no|off)$/i.test(value.trim());
  return Object.keys(value).length > 0;
}

const starts = new RegExp(codeStart, "gm");

// The text without code, comments, and what `{% raw %}` marks as text: in these, a tag is probably only shown.
function proseOf(body: string, path: string): string {
  const markup = markupOf(path);
  const lines = new KnownLines(body, markup === "html" || markup === "mdx" ? markup : "markdown");
  starts.lastIndex = 0;
  let [prose, done] = ["", 0];
  for (let match = starts.exec(body); match !== null; match = starts.exec(body)) {
    const [start] = match;
    const end = codeEnd(body, match.index, start, lines);
    if (end > match.index + start.length) {
      prose += `${body.slice(done, match.index)} `;
      done = end;
    }
    starts.lastIndex = Math.max(end, match.index + 1);
  }
  return withoutRawParts(prose + body.slice(done));
}

// A tag without its end marks nothing.
function withoutRawParts(text: string): string {
  const parts = text.split(/(\{%-?[ \t]{0,9}(?:end)?(?:raw|verbatim)[ \t]{0,9}-?%\})/);
  const isRaw = (index: number) => parts[index - 1]?.includes("end") === false && parts[index + 1]?.includes("end") === true;
  return parts.filter((_part, index) => index % 2 === 0 && !isRaw(index)).join(" ");
}
