import { isPictureTag, pictureTag } from "./tags/picture-tags.ts";
import { placeHtml, placeOfTag } from "./tags/place-html.ts";
import { parseShortcodeArguments, type ShortcodeContext } from "./tags/shortcode-arguments.ts";
import { shortcodeHtml } from "./tags/shortcode-html.ts";

interface OutputOptions extends ShortcodeContext {
  /** The values of `{{ site.url }}` and similar variables. */
  readonly variables: Readonly<Record<string, string>>;
}

interface OutputText {
  /** Undefined if a known function cannot use its arguments. */
  readonly text?: string | undefined;
  /** The tag in warnings; absent for a variable. */
  readonly name?: string;
}

/**
 * Replaces an output of a template: `{{ site.url }}`, `{{ "/a.png" | relative_url }}`, and Zola's `{{ youtube(id="x") }}`. Anything else
 * is text, since other languages use the same syntax.
 */
export function outputOf(body: string, offset: number, piece: string, options: OutputOptions): OutputText {
  const expression = piece.slice(2, -2).replace(/^-|-$/g, "").trim();
  const [, quoted] =
    /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:\s*site\.(?:base)?url)(?:\s*\|[^|]*)*$/.exec(expression) ?? [];
  if (quoted !== undefined) return { text: quoted };
  const [, name = ""] = /^(\$?(?:site|page|frontmatter)(?:\.frontmatter)?\.\w+)(?:\s*\|\s*\w+)*$/.exec(expression) ?? [];
  if (Object.hasOwn(options.variables, name)) return { text: options.variables[name] };
  const [, call = "", given = ""] = /^([a-z]\w*)\((.*)\)$/s.exec(expression) ?? [];
  if (call === "") return { text: piece };
  const known = Object.hasOwn(shortcodeHtml, call) ? shortcodeHtml[call] : undefined;
  const values = parseShortcodeArguments(given);
  const html = known?.(values, options) ?? (known === undefined && isPictureTag(call) ? pictureTag(call, values) : undefined);
  return { text: html && placeHtml(html, placeOfTag(body, offset, offset + piece.length)), name: `{{ ${call}() }}` };
}
