import { escapeMarkup, escapeTags } from "../../../base/escape.ts";
import { firstDifference } from "../../../base/first-difference.ts";
import { includesAny } from "../../../base/includes-any.ts";
import { mapProse } from "../dialects/lines/markdown-lines.ts";
import { isTex } from "../formulas/looks-like-tex.ts";
import { withoutReferences } from "../formulas/without-references.ts";
import { withoutSettings } from "../formulas/wordpress-formula.ts";
import { parseShortcodeArguments } from "./tags/shortcode-arguments.ts";
import { formulaNames } from "./verbatim-tags.ts";

// The lengths are bounded: otherwise a text with many start tags would take quadratic time.
// Forms, and what else only plugins know.
const forms = "contact-form(?:-7)?|gravityform|mc4wp_form|nggallery|playlist|polldaddy|slideshare|wpforms";
const formulas = [...formulaNames].join("|");
const mayHave = new RegExp(`\\[(?:(?:wp_)?caption|gallery|${formulas}|code|sourcecode|${forms})[\\s\\]]`);
const caption = /\[((?:wp_)?caption)\s([^[\]\n]{1,500})\]/g;
const latex = new RegExp(`\\[(${formulas})(\\s[^[\\]\\n]{0,200})?\\]`, "g");
const maxLength = 2000; // UTF-16 units between two tags
const code = /^(code|sourcecode)((?:\s[^[\]\n]{0,200})?)\]([\s\S]{1,5000}?)\[\/\1\]/;
const codeStart = /^\[(?=(?:code|sourcecode)[\s\]])/gm;
const inserted = new RegExp(
  `^([ \\t]*(?:<p>)?)\\[(gallery(?=[\\s\\]])|(?:${forms})(?=[ \\t]))[^[\\]\\n]{0,500}\\](?=[ \\t]*(?:</p>|$))`,
  "gm",
);
// In HTML, which comes from WordPress, also within a line. In Markdown, a text may be about it.
const withinLine = new RegExp(`()\\[(${forms})[ \\t]{1,9}[a-z][\\w-]{0,40}=["'][^[\\]\\n]{0,500}\\](?![([])`, "g");
const picture = /^\s*(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?/i;

/** A text without the tags of WordPress. */
interface WithoutTags {
  readonly text: string;
  /** The tags whose content only WordPress knows, such as galleries, with their counts. */
  readonly removed: ReadonlyMap<string, number>;
  /** The offset of the first of them. */
  readonly firstRemoved: number;
}

/**
 * Converts tags in text that was copied from WordPress: pictures with captions, formulas and code. Removes galleries and forms. The number
 * of lines stays the same.
 */
export function convertWordPressTags(text: string, isMarkdown: boolean): WithoutTags {
  const removed = new Map<string, number>();
  if (!mayHave.test(text)) return { text, removed, firstRemoved: 0 };
  const given = mapProse(withCode(text), (prose) =>
    enclosed(enclosed(prose, caption, captioned), latex, (tex) => formula(tex, isMarkdown)),
  );
  const remove = (_: string, before: string, name: string) => {
    removed.set(`[${name}]`, (removed.get(`[${name}]`) ?? 0) + 1);
    return before;
  };
  const written = mapProse(given, (prose) => {
    const rest = prose.replace(inserted, remove);
    return isMarkdown ? rest : rest.replace(withinLine, remove);
  });
  return { text: written, removed, firstRemoved: firstDifference(given, written) };
}

// With an attribute, at the start of a line, and with an end tag: [su_note note_color="#fff"]…[/su_note].
const plugin = /(?<=^[ \t]{0,20}(?:<p>)?)\[([a-z][\w-]{1,40})(\s+[a-z][\w-]{0,40}=["'][^[\]\n]{0,500})\](?![([:])/gm;

/**
 * Removes the other tags of WordPress's plugins around text, which only they can show, and keeps the text. A button with an address becomes
 * a link. The number of lines stays the same.
 */
export function removePluginTags(text: string): WithoutTags {
  const removed = new Map<string, number>();
  if (!includesAny(text, '="', "='") || !/\[[a-z][\w-]{1,40}\s+[a-z][\w-]{0,40}=["']/.test(text)) return { text, removed, firstRemoved: 0 };
  const convert = (inner: string, given: string, name: string): string => {
    const { named } = parseShortcodeArguments(given);
    const href = /button|btn|link/.test(name) ? (named["link"] ?? named["url"] ?? named["href"]) : undefined;
    if (href !== undefined && !inner.includes("\n")) return `<a href="${escapeMarkup(href)}">${inner}</a>`;
    removed.set(`[${name}]`, (removed.get(`[${name}]`) ?? 0) + 1);
    return enclosed(inner, plugin, convert);
  };
  const written = mapProse(text, (prose) => enclosed(prose, plugin, convert));
  return { text: written, removed, firstRemoved: firstDifference(text, written) };
}

// Replaces tags and what they enclose. A tag without an end nearby is text.
function enclosed(text: string, start: RegExp, convert: (inner: string, given: string, name: string) => string | undefined): string {
  let [written, done] = ["", 0];
  for (const { 0: found, 1: name = "", 2: given = "", index } of text.matchAll(start)) {
    if (index < done) continue;
    const rest = text.slice(index + found.length, index + found.length + maxLength);
    const end = rest.indexOf(`[/${name}]`);
    const html = end < 0 ? undefined : convert(rest.slice(0, end), given, name);
    if (html === undefined) continue;
    written += text.slice(done, index) + html;
    done = index + found.length + end + name.length + 3;
  }
  return written + text.slice(done);
}

function formula(written: string, isMarkdown: boolean): string | undefined {
  const tex = withoutSettings(isMarkdown ? written : written.replace(/<br\s{0,9}\/?>/gi, ""));
  if (tex === "" || /<\/?(?:p|div|br)\b/i.test(tex) || tex.includes("`")) return undefined;
  if (written.includes("\n")) return onLines(written, tex, isMarkdown);
  return isMarkdown ? `$\`${tex}\`$` : `<code>${escapeTags(tex)}</code>`;
}

// With the number of its lines, and between signs that make a block of a formula on lines of its own.
function onLines(written: string, tex: string, isMarkdown: boolean): string | undefined {
  if (tex.includes("$") || /\n[ \t>]*\n/.test(written) || !isTex(withoutReferences(tex))) return undefined;
  const start = /^\s*/.exec(written)?.[0] ?? "";
  const rest = "\n".repeat(written.split("\n").length - `${start}${tex}`.split("\n").length);
  return `$$${start}${isMarkdown ? tex : escapeTags(tex)}${rest}$$`;
}

// The caption is an attribute, or the text after the picture. Without a picture, the tag is text.
function captioned(inner: string, given: string): string | undefined {
  if (/^\s*\[?!\[/.test(inner)) return inner;
  const [image] = picture.exec(inner) ?? [];
  if (image === undefined) return undefined;
  const words = inner.slice(image.length).trimEnd() || (parseShortcodeArguments(given).named["caption"] ?? "");
  return `<figure>${image}${words.trim() === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

// Only at the start of a line: in a sentence, it may be the code of a forum.
function withCode(text: string): string {
  return mapProse(text, (prose) => {
    let [written, done] = ["", 0];
    for (const { index } of prose.matchAll(codeStart)) {
      const [found, , given = "", inner = ""] = index < done ? [] : (code.exec(prose.slice(index + 1, index + 6000)) ?? []);
      if (found === undefined) continue;
      const { named } = parseShortcodeArguments(given);
      const language = /^[\w+#-]{1,30}$/.exec(named["language"] ?? named["lang"] ?? "")?.[0];
      const attribute = language === undefined ? "" : ` class="language-${escapeMarkup(language)}"`;
      written += `${prose.slice(done, index)}<pre><code${attribute}>${escapeTags(inner.replace(/^[ \t]*\n/, ""))}</code></pre>${/^[ \t]*\n/.test(inner) ? "\n" : ""}`;
      done = index + 1 + found.length;
    }
    return written + prose.slice(done);
  });
}
