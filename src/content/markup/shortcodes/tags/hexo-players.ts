import { escapeMarkup } from "../../../../base/escape.ts";
import { embedPage } from "../../../plain-html/embed-services.ts";
import { embedHtml, playerHtml } from "./embed-html.ts";
import { withCaption } from "./figure.ts";
import { isPictureFile } from "./picture-tags.ts";
import type { ShortcodeArguments, ShortcodeContext } from "./shortcode-arguments.ts";

/** Plays a film of the plugin hexo-tag-dplayer: `{% dplayer "url=a.mp4" "pic=a.png" %}`. */
export function dplayer(values: ShortcodeArguments): string | undefined {
  const { pic, title, url } = namedWords(values).named;
  if (!url) return undefined;
  return embedPage(url) === undefined ? playerHtml("video", url, { title, poster: pic }) : embedHtml(url, title);
}

/** Returns arguments with their names in the quotation marks, as hexo-tag-dplayer has them, as named ones. */
export function namedWords({ named, positional, text }: ShortcodeArguments): ShortcodeArguments {
  const found = positional.map((word) => /^(\w{1,20})=(.*)$/s.exec(word) ?? []);
  const others = positional.filter((_, index) => found[index]?.[1] === undefined);
  const more = found.flatMap(([, name, value = ""]) => (name === undefined ? [] : [[name, value] as const]));
  return { named: { ...named, ...Object.fromEntries(more) }, positional: others, text };
}

/** Plays a recording of the plugin hexo-tag-aplayer below its cover: `{% aplayer "Title" "Artist" "a.mp3" "a.png" %}`. */
export function aplayer({ positional }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string | undefined {
  const [title, artist, url, ...options] = positional;
  if (!url) return undefined;
  const words = [title, artist].filter(Boolean).join(", ");
  const cover = options.find(isPictureFile);
  const player = embedPage(url) === undefined ? playerHtml("audio", url, { title: words }) : embedHtml(url, words);
  return withCaption(`${cover === undefined ? "" : `<img src="${escapeMarkup(cover)}" alt="">`}${player}`, words, isMarkdown);
}

/** Writes characters with their reading above, of the plugin hexo-ruby-character: `{% ruby 海葵|かいき %}`. */
export function ruby({ text }: ShortcodeArguments): string | undefined {
  const [base = "", reading = ""] = text.split("|", 2).map((part) => escapeMarkup(part.trim()));
  return base === "" || reading === "" ? undefined : `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
}
