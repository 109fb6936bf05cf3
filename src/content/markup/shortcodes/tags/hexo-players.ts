import { escapeMarkup } from "../../../../base/escape.ts";
import { embedPage } from "../../../plain-html/embed-services.ts";
import { embedHtml, playerHtml } from "./embed-html.ts";
import { withCaption } from "./figure.ts";
import { isPictureFile } from "./picture-tags.ts";
import { namedWords, type ShortcodeArguments, type ShortcodeContext } from "./shortcode-arguments.ts";

/** Plays a film of the plugin hexo-tag-dplayer: `{% dplayer "url=a.mp4" "pic=a.png" %}`. */
export function dplayer(values: ShortcodeArguments): string | undefined {
  const { pic, title, url } = namedWords(values).named;
  return url ? shown("video", url, { title, poster: pic }) : undefined;
}

/** Plays a recording of the plugin hexo-tag-aplayer below its cover: `{% aplayer "Title" "Artist" "a.mp3" "a.png" %}`. */
export function aplayer({ positional }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string | undefined {
  const [title, artist, url, ...options] = positional;
  if (!url) return undefined;
  const words = [title, artist].filter(Boolean).join(", ");
  const cover = options.find(isPictureFile);
  const picture = cover === undefined ? "" : `<img src="${escapeMarkup(cover)}" alt="">`;
  return withCaption(picture + shown("audio", url, { title: words }), words, isMarkdown);
}

/** Writes characters with their reading above, of the plugin hexo-ruby-character: `{% ruby 海葵|かいき %}`. */
export function ruby({ text }: ShortcodeArguments): string | undefined {
  const [base = "", reading = ""] = text.split("|", 2).map((part) => escapeMarkup(part.trim()));
  return base === "" || reading === "" ? undefined : `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
}

// A page of a service has no file that a player could load.
function shown(tagName: "audio" | "video", url: string, options: Parameters<typeof playerHtml>[2]): string {
  return embedPage(url) === undefined ? playerHtml(tagName, url, options) : embedHtml(url, options.title);
}
