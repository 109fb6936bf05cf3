import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { asMarkdown, figure, hasMarks } from "./figure.ts";
import type { ShortcodeArguments, ShortcodeContext } from "./shortcode-arguments.ts";

/** The words of a card before and after the text between its tags, as HTML. */
interface Card {
  /** Undefined without words. */
  readonly head: string | undefined;
  readonly footer: string;
}

/**
 * Converts a card to its title, which is a link, and its words: `{{< card link="docs/start" title="Start" subtitle="Words" >}}` of Hugo's
 * themes, `{{< card header="Head" footer="Foot" >}}` of Docsy.
 */
export function card({ named }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): Card {
  const link = named["link"] ?? named["href"] ?? named["url"];
  const [title, ...further] = ["title", "header", "name"].flatMap((key) => named[key]?.trim() || []);
  const above = named["title"] ? further.slice(0, 1) : [];
  const words = ["subtitle", "description", "desc", "text", "content", "body"].flatMap((key) => named[key]?.trim() || []);
  const picture = named["image"] ?? named["img"];
  const footer = wordsHtml([{ text: named["footer"] }], isMarkdown);
  if (picture === undefined) {
    const label = title ?? (link && shortAddress(link));
    const lines = [...above.map((text) => ({ text })), { text: label, link, isTitle: true }, ...words.map((text) => ({ text }))];
    return { head: wordsHtml(lines, isMarkdown) || undefined, footer };
  }
  const caption = [...above, ...words].join(" ");
  return { head: figure({ src: picture, alt: named["alt"], link, title, caption }, isMarkdown), footer };
}

interface Line {
  /** Markdown, in an article of Markdown. */
  readonly text: string | undefined;
  readonly link?: string | undefined;
  readonly isTitle?: boolean;
}

/** Returns lines as a paragraph; an empty text without words. */
export function wordsHtml(lines: readonly Line[], isMarkdown: boolean): string {
  const given = lines.flatMap(({ text = "", ...line }) => (text.trim() === "" ? [] : [{ ...line, text }]));
  if (given.length === 0) return "";
  const isMarked = isMarkdown && given.some(({ text }) => hasMarks(text));
  const write = isMarked ? asMarkdown : escapeMarkup;
  const written = given.map(({ isTitle, link, text }) => {
    const words = isTitle ? `<strong>${write(text.replace(/^\*\*(.*)\*\*$/, "$1"))}</strong>` : write(text);
    return link ? `<a href="${escapeMarkup(link)}">${words}</a>` : words;
  });
  return `<p${isMarked ? ' markdown="1"' : ""}>${written.join("<br>")}</p>`;
}
