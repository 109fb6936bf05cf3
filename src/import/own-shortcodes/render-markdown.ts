import { toHtml } from "hast-util-to-html";
import { ArticleError } from "../../content/limits/article-error.ts";
import { parseByRemark } from "../../content/markup/markdown-by-remark.ts";
import { unescapeTags } from "../../content/markup/shortcodes/escaped-tags.ts";
import { UnknownValueError } from "../site-rules/template-engine.ts";

/** Renders Markdown as HTML, as `markdownify` does: a single paragraph is without its element. @throws UnknownValueError if it has too much */
export function renderMarkdown(text: string, isBlock = false): string {
  const html = wholeHtml(unescapeTags(text));
  const [, paragraph] = /^<p>((?:(?!<\/?p[\s>])[\s\S])*)<\/p>\s*$/.exec(html) ?? [];
  return isBlock || paragraph === undefined ? html : paragraph;
}

function wholeHtml(text: string): string {
  try {
    return withoutBlankLines(toHtml(parseByRemark(text), { allowDangerousHtml: true }));
  } catch (error) {
    if (error instanceof ArticleError) throw new UnknownValueError("a text with too much markup");
    throw error;
  }
}

// A blank line of code would end the HTML block around it, if the result is Markdown.
function withoutBlankLines(html: string): string {
  const [first = "", ...rest] = html.split("<pre>");
  return rest.reduce((before, part) => {
    const end = part.indexOf("</pre>");
    return `${before}<pre>${part.slice(0, end).replace(/\n(?=\n)/g, "&#10;")}${part.slice(end)}`;
  }, first);
}
