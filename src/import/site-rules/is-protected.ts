import type { FrontMatterTable, FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { asTable, isNull, isTrue } from "../../content/front-matter/front-matter-value.ts";
import type { SiteFile } from "./old-site.ts";

const passwordKey = /^(?:post|enc|encrypt|encryption)?(?:password|passwd|passphrase|pwd)s?$/;
const encryptionKey = /^(?:is)?(?:encrypt(?:ed)?|(?:password)?protect(?:ed)?)$/;
// A shortcode or a tag around a part of a text: {{% hugo-encryptor "hunter2" %}}, {% encrypt %}, ::: encrypt.
const encryptedPart = /(?:\{[{%][<%]?|:::)[ \t]{0,9}(?:[\w./-]{0,40}encrypt(?:or|ed|ion)?|password|protected)(?![\w-])/i;

/**
 * Returns whether a text, or a part of it, was readable only with a password, by the plugin or theme of any generator. It may be the key of
 * something else; but a text that was published by mistake cannot be called back.
 */
export function isProtected({ body, frontMatter }: Pick<SiteFile, "body" | "frontMatter">): boolean {
  const { extra, params } = frontMatter; // of Zola and Hugo
  return [frontMatter, asTable(extra), asTable(params)].some(hasPassword) || encryptedPart.test(body);
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
