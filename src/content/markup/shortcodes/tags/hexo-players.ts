import { escapeMarkup } from "../../../../base/escape.ts";
import { embedPage } from "../../../plain-html/embed-services.ts";
import { embedHtml, playerHtml } from "./embed-html.ts";
import { withCaption } from "./figure.ts";
import type { ShortcodeArguments, ShortcodeContext } from "./shortcode-arguments.ts";

/** Plays a film: `{% dplayer "url=https://…/a.mp4" "pic=a.jpg" "loop=yes" %}` (hexo-tag-dplayer). */
export function dplayer(values: ShortcodeArguments): string | undefined {
  const { pic: poster, title, url } = namedInQuotes(values).named;
  if (!url) return undefined;
  return embedPage(url) === undefined ? playerHtml("video", url, { poster, title }) : embedHtml(url, title);
}

/** Plays a recording: `{% aplayer "Title" "Artist" "https://…/a.mp3" "cover.jpg" "autoplay" %}` (hexo-tag-aplayer). */
export function aplayer({ positional }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string | undefined {
  const [title = "", artist = "", url, ...options] = positional;
  if (!url) return undefined;
  const cover = options.find((option) => option !== "" && !isOption.test(option));
  const words = [title, artist].filter(Boolean).join(" – ");
  const player = embedPage(url) === undefined ? playerHtml("audio", url, { title: words }) : embedHtml(url, words);
  return withCaption(`${cover === undefined ? "" : `<img src="${escapeMarkup(cover)}" alt="">`}${player}`, words, isMarkdown);
}

const isOption = /^(?:narrow|autoplay|(?:width|lrc):.*)$/;

/**
 * Returns arguments in which the names within quotation marks, `"pic=a.jpg"`, are names. Only those that a reader sees are left: the others
 * are colors, loops and the addresses of comments that fly over the film.
 */
export function namedInQuotes({ named, positional, text }: ShortcodeArguments): ShortcodeArguments {
  const quoted = positional.flatMap((word) => {
    const [, name = "", value = ""] = /^(\w+)\s*=\s*(.*)$/s.exec(word) ?? [];
    return name === "" ? [] : [[name.toLowerCase(), value] as const];
  });
  const all = { ...named, ...Object.fromEntries(quoted) };
  const shown = Object.entries(all).filter(([name]) => ["pic", "title", "url"].includes(name));
  return { named: Object.fromEntries(shown), positional: [], text };
}
