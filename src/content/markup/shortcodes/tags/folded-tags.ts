import { escapeMarkup } from "../../../../base/escape.ts";
import { commaParts, type ShortcodeArguments, type ShortcodeContext, writtenWords } from "./shortcode-arguments.ts";

/** Starts a part that opens. */
export function detailsStart({ named, positional, text }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string {
  const words = named["summary"] ?? named["title"] ?? writtenWords(text) ?? (positional[0] || "Details");
  const mark = isMarkdown && /[*_`[]/.test(words) && !/[<>&"]/.test(words) ? ' markdown="span"' : "";
  return `\n<details><summary${mark}>${escapeMarkup(words)}</summary>\n\n`;
}

/** Starts a part that opens, with the tags of Hexo's themes: `{% hideToggle Words,#eee,#000 %}`, `{% folding blue open, Words %}`. Colors are no words. */
export function foldedStart({ named, positional, text }: ShortcodeArguments, context: ShortcodeContext): string {
  const parts = commaParts(text).map((part) => part.replace(/\b(?:codeblock|color|open|child):\S*/g, "").trim());
  const words = parts.find((part) => part !== "" && !part.split(/\s+/).every(isColor)) ?? "";
  const isQuoted = /^["'`]/.test(text.trim());
  return detailsStart({ named, positional: isQuoted ? positional : [words], text: isQuoted ? text : "" }, context);
}

/** Marks words: `{% label primary@Words %}` (NexT), `{% label Words blue %}` (Butterfly). The words of other systems are in quotes. */
export function label({ named, positional, text }: ShortcodeArguments): string | undefined {
  const [, ofNext] = /^(?:default|primary|success|info|warning|danger)?[ \t]*@(.+)$/s.exec(text) ?? [];
  const words = text.split(/\s/);
  const ofButterfly = words.length > 1 && isColor(words.at(-1) ?? "") ? words.slice(0, -1).join(" ") : text;
  const own = Object.keys(named).length > 0 ? undefined : /["'`]/.test(text) ? positional[0] : ofButterfly;
  const shown = (ofNext ?? own ?? "").trim();
  return shown === "" ? undefined : `<mark>${escapeMarkup(shown)}</mark>`;
}

function isColor(word: string): boolean {
  return /^(?:open|default|blue|cyan|green|grey|gray|orange|pink|purple|red|yellow|white|black|#[\da-f]{3,8})$/i.test(word);
}
