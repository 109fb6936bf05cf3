import { mayBeInTitle } from "./in-title.ts";
import { isElement, isInsideMarkup } from "./inside-markup.ts";
import { withPageValues } from "./page-values.ts";
import { losesArguments } from "./tags/lost-arguments.ts";
import { isPictureTag, pictureTag } from "./tags/picture-tags.ts";
import { addressTags, isInDestination } from "./tags/place-address.ts";
import { placeHtml, placeOfTag } from "./tags/place-html.ts";
import { parseShortcodeArguments, type ShortcodeContext } from "./tags/shortcode-arguments.ts";
import { shortcodeHtml } from "./tags/shortcode-html.ts";

interface OutputOptions extends ShortcodeContext {
  /** The values of `{{ site.url }}` and similar variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** The address of the site, which its tags show in words. */
  readonly siteUrl?: string;
  /** The values of `page.cover` and similar variables in the arguments of tags. */
  readonly pageValues?: ReadonlyMap<string, string>;
}

interface OutputText {
  /** Undefined if a known function cannot use its arguments. */
  readonly text?: string | undefined;
  /** The tag in warnings; absent for a variable. */
  readonly name?: string;
  /** True if the text shows only a part of the tag. */
  readonly isPartial?: true;
}

const comment = /^\/\*.*\*\/$/; // of Go's templates

/**
 * Replaces an output of a template: `{{ site.url }}`, `{{ "/a.png" | relative_url }}`, and Zola's `{{ youtube(id="x") }}`. Anything else
 * is text, since other languages use the same syntax.
 */
export function outputOf(body: string, offset: number, piece: string, options: OutputOptions): OutputText {
  const expression = piece.slice(2, -2).replace(/^-|-$/g, "").trim();
  if (comment.test(expression)) return { name: "{{/* */}}" };
  const [, quoted, filters = ""] =
    /^["']([^"']*)["']\s*\|\s*((?:relative_url|absolute_url|url|prepend:\s*site\.(?:base)?url)(?:\s*\|[^|]*)*)$/.exec(expression) ?? [];
  const end = offset + piece.length;
  const siteUrl = (isAbsolute: boolean) => (isAbsolute && isInWords(body, offset, end) ? (options.siteUrl ?? "") : "");
  if (quoted !== undefined) return { text: withSite(siteUrl(/\babsolute_url\b|\bsite\.url\b/.test(filters)), quoted) };
  const [, name = ""] = /^(\$?(?:site|page|frontmatter)(?:\.frontmatter)?\.\w+)(?:\s*\|\s*\w+)*$/.exec(expression) ?? [];
  if (name === "site.url") return { text: siteUrl(true) };
  if (Object.hasOwn(options.variables, name)) return { text: options.variables[name] };
  const [, call = "", given = ""] = /^([a-z]\w*)\((.*)\)$/s.exec(expression) ?? [];
  if (call === "") return { text: piece };
  const known = Object.hasOwn(shortcodeHtml, call) ? shortcodeHtml[call] : undefined;
  const { isComplete, text } = withPageValues(given, options.pageValues);
  const values = parseShortcodeArguments(text);
  const html =
    known?.(values, options) ?? (known === undefined && isPictureTag(call) ? pictureTag(call, values, options.isMarkdown) : undefined);
  if (html !== undefined && isElement(html) && isInsideMarkup(body, offset)) return { name: `{{ ${call}() }}` };
  const placed = html && placeHtml(html, placeOfTag(body, offset, end));
  const isPartial = !isComplete || (html !== undefined && !addressTags.has(call) && losesArguments(values, html));
  return { text: placed, name: `{{ ${call}() }}`, ...(isPartial && { isPartial: true }) };
}

// An address tag after it, such as {% post_url x %}, shows the whole address.
function isInWords(body: string, offset: number, end: number): boolean {
  const [, tag = ""] = /^(?:\{\{-? ?site\.baseurl ?-?\}\})?\{(?:%|\{[<%])-?\s{0,9}(\w{1,20})/.exec(body.slice(end, end + 80)) ?? [];
  return !addressTags.has(tag) && !isInDestination(body, offset) && !mayBeInTitle(body, offset);
}

// Jekyll adds a slash before a path.
function withSite(siteUrl: string, path: string): string {
  if (siteUrl === "" || /^[a-z][a-z\d+.-]{0,20}:/i.test(path)) return path;
  return path === "" || path.startsWith("/") ? siteUrl + path : `${siteUrl}/${path}`;
}
