import type { ShortcodeArguments } from "./shortcode-arguments.ts";
import type { TabSet } from "./tab-tags.ts";

/** Code between the tags of a block. */
export interface CodeInBlock {
  readonly code: string;
  readonly language: string;
  /** The offset after it, before the line break and the markers before the end tag. */
  readonly end: number;
}

/** Returns an expression for the start tags with a name. */
export function startTag(name: string): RegExp {
  return new RegExp(`\\{(?:\\{[<%]|%-?)\\s{0,20}${name}(?![\\w-])`);
}

/**
 * Returns the code in a tab or a card of Docsy, which is not Markdown. Undefined for a text. Only tags, which may include a text, and fences
 * are Markdown.
 * @param start the offset after the start tag
 * @param end the offset of the end tag
 */
export function codeInBlock(
  body: string,
  {
    end,
    name,
    start,
    values,
  }: { readonly name: string; readonly values: ShortcodeArguments; readonly start: number; readonly end: number },
  set: TabSet | undefined,
): CodeInBlock | undefined {
  const language = languageIn(name, values, set);
  if (language === undefined) return undefined;
  const within = body.slice(start, end);
  if (startTag(name).test(within)) return undefined;
  const code = within.replace(/\n[ \t>]*$/, "");
  const text = code.trim();
  const isTags = /^\{\{[<%](?!\/\*)/.test(text) && /[>%]\}\}$/.test(text);
  if (text === "" || isTags || /^[ \t>]*(?:`{3}|~{3})/m.test(code)) return undefined;
  return { code, language, end: start + code.length };
}

function languageIn(name: string, { named, positional }: ShortcodeArguments, set: TabSet | undefined): string | undefined {
  const { lang = "", language = lang } = named;
  if (name === "card-code" || (name === "card" && named["code"] === "true")) return language;
  if (name !== "tab" || set?.code === undefined || named["text"] === "true") return undefined;
  return language || (set.code.isTitle ? (named["header"] ?? positional[0] ?? "").toLowerCase() : set.code.language);
}
