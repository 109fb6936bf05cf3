import { decodeUri } from "../../../../base/decode-uri.ts";
import { escapeMarkup } from "../../../../base/escape.ts";
import { fileNameOf } from "../../../../base/file-name-of.ts";
import { isCalloutTag, wholeCallout } from "./callout-tags.ts";
import { embedHtml, linkHtml } from "./embed-html.ts";
import { figure, hexoPicture, withCaption } from "./figure.ts";
import { detailsStart, foldedStart, label } from "./folded-tags.ts";
import { aplayer, dplayer, ruby } from "./hexo-players.ts";
import { pageGallery } from "./page-galleries.ts";
import { isPictureTag, pictureIn, pictureTag, wordsOfPicture } from "./picture-tags.ts";
import { linkTag, target } from "./place-address.ts";
import { bilibili, codepen, dailymotion, film, idIn, ofService, player, soundcloud, spotify, tweet, video } from "./player-tags.ts";
import { endPullQuotation, endQuotation, quotation } from "./quotation-tags.ts";
import { serviceNames, starts } from "./service-addresses.ts";
import { commaParts, parseShortcodeArguments, type ShortcodeArguments, type ShortcodeContext } from "./shortcode-arguments.ts";

type Convert = (values: ShortcodeArguments, context: ShortcodeContext) => string | undefined;

// Tags that only load a script for the page or lay it out, and the table of contents: Blowfish, Congo, Hugo Book, Easy Gallery, Academic.
const switches = ["katex", "mathjax", "load-photoswipe", "load-plotly", "clear", "toc"];

/** The converters of known tags to HTML, by tag name. They return undefined for useless arguments, and fetch nothing. */
export const shortcodeHtml: Readonly<Record<string, Convert>> = {
  ...Object.fromEntries(serviceNames.map((service) => [service, (values: ShortcodeArguments) => ofService(service, values)])),
  figure: (values, { isMarkdown = false }) => {
    const { named, positional } = values;
    return figure({ src: pictureIn(positional) ?? positional[0], ...wordsOfPicture("figure", values), ...named }, isMarkdown);
  },
  img: (values, { isMarkdown }) => {
    const { named, text } = values;
    if (hasCommas.test(text)) return pictureTag("img", values, isMarkdown);
    return hexoPicture(text) ?? pictureTag("img", { named, positional: [], text: "" }, isMarkdown);
  },
  asset_img: ({ text }) => hexoPicture(text),
  asset_path: ({ positional }) => positional[0],
  asset_link: ({ positional: [file, ...title] }) => (file === undefined ? undefined : linkHtml(file, title.join(" ") || file)),
  // Butterfly: the name of an album, its description, its page and its picture.
  galleryGroup: ({ positional: [title, caption, link, src] }, { isMarkdown = false }) =>
    figure({ src, alt: "", link, title, caption }, isMarkdown),
  include: (values, context) => withGivenCaption(values, include(values, context), context),
  youtube: (values) => film(starts.youtube, values),
  // Blowfish, Congo
  ...Object.fromEntries(["youtubeLite", "youtubelite", "youtube-lite"].map((name) => [name, youtubeLite])),
  github: ({ named: { repo = "" } }) => (/^[\w-]{1,40}\/[\w.-]{1,100}$/.test(repo) ? embedHtml(`https://github.com/${repo}`) : undefined),
  vimeo: (values) => film(starts.vimeo, values),
  tweet: tweet,
  twitter: tweet,
  x: tweet,
  gist: ({ named, positional: [first = named["url"] ?? named["id"], second = ""] }) =>
    video(starts.gist, /^[\da-f]+$/i.test(second) ? `${first}/${second}` : first),
  ...{ bilibili, codepen, dailymotion, spotify, soundcloud },
  embed: (values) => (/^https?:/.test(idIn(values) ?? "") ? video("", idIn(values), values.named["title"]) : undefined),
  file: ({ named: { src, title } }) => (src === undefined ? undefined : documentHtml(src, title)),
  pdf,
  "embed-pdf": pdf,
  video: (values, context) => player("video", values, context),
  audio: (values, context) => player("audio", values, context),
  ...{ aplayer, dplayer, ruby },
  ref: target,
  relref: target,
  post_url: target,
  link: linkTag,
  post_path: target,
  post_link: ({ positional: [name = "", ...title] }, { locate }) => {
    const [, path = "", anchor = ""] = /^([^#]*)(.*)$/s.exec(name) ?? [];
    const url = locate(path);
    return url === undefined ? undefined : linkHtml(url + anchor, title.filter((word) => !/^(?:true|false)$/.test(word)).join(" ") || name);
  },
  more: () => "<!--more-->",
  details: detailsStart,
  ...Object.fromEntries(["folding", "hideBlock", "hideToggle"].map((name) => [name, foldedStart])),
  ...Object.fromEntries(["details", "folding", "hideBlock", "hideToggle"].map((name) => [`end${name}`, () => "\n\n</details>\n"])),
  hideInline: ({ text }) => escapeMarkup(commaParts(text)[0] ?? "") || undefined,
  label,
  ...Object.fromEntries(["blockquote", "quote", "pullquote", "centerquote", "cq"].map((name) => [name, quotation])),
  ...Object.fromEntries(["endpullquote", "endcenterquote", "endcq"].map((name) => [name, endPullQuotation])),
  // Hextra, Docsy: they only arrange what is between their tags.
  ...Object.fromEntries(["cards", "cardpane", "steps"].map((name) => [name, () => ""])),
  button: linkOfWords,
  btn: linkOfWords,
  qr: ({ named, positional }) => qrCode(named["text"] ?? positional[0]),
  endblockquote: endQuotation,
  endquote: endQuotation,
  rawhtml: () => "",
  // Quarto: keys, and what only printed pages and scripts show.
  kbd: ({ named, positional }) => `<kbd>${escapeMarkup(positional[0] ?? named["win"] ?? named["linux"] ?? named["mac"] ?? "")}</kbd>`,
  pagebreak: () => "",
  ...Object.fromEntries(switches.map((name) => [name, ({ text }: ShortcodeArguments) => (text === "" ? "" : undefined)])),
};

const hasCommas = /^(?:"[^"]*"|'[^']*')\s{0,9},/; // of Eleventy's shortcodes, which Hexo's tag has not

function youtubeLite({ named, positional }: ShortcodeArguments): string | undefined {
  const { label, params = "" } = named;
  const [, start] = /(?:^|[&?])start=(\d{1,9})(?:&|$)/.exec(params) ?? [];
  const title = named["title"] ?? label;
  const given = { ...named, ...(title !== undefined && { title }), ...(start !== undefined && { start }) };
  return film(starts.youtube, { named: given, positional });
}

/** Returns code as an HTML block, in which no Markdown is parsed. */
export function codeBlock(language: string, code: string): string {
  const className = /^[\w+#.-]+$/.test(language) ? ` class="language-${language}"` : "";
  return `<pre><code${className}>${escapeMarkup(code.replace(/^[ \t]*\n/, "").trimEnd())}\n</code></pre>`;
}

// Jekyll's themes: {% include figure image_path="a.png" alt="b" %}, {% include youtube.html id="c" %}
function include(values: ShortcodeArguments, { data = {}, isMarkdown = false, language = "en" }: ShortcodeContext): string | undefined {
  const { named, positional } = values;
  const [file = ""] = positional;
  const name = file.replace(/^.*\//, "");
  if (/^(?:figure|image|img|picture)/.test(name)) return figure(named, isMarkdown);
  const theme = name.replace(/\.\w+$/, "");
  if (isCalloutTag(theme)) return wholeCallout(theme, { ...values, positional: positional.slice(1) }, language);
  const pictures = pageGallery(theme, values, data, isMarkdown);
  if (pictures !== undefined) return pictures;
  const player = `${name} ${named["provider"] ?? ""}`;
  if (/youtube/i.test(player)) return film(starts.youtube, { named, positional: [] });
  if (/vimeo/i.test(player)) return film(starts.vimeo, { named, positional: [] });
  const service = (named["provider"] ?? playerName.exec(theme)?.[0] ?? theme).toLowerCase();
  const convert = includable.test(service) && Object.hasOwn(shortcodeHtml, service) ? shortcodeHtml[service] : undefined;
  return (
    convert?.({ named, positional: positional.slice(1), text: "" }, { locate: () => undefined }) ??
    (isPictureTag(theme) ? pictureTag(theme, { ...values, positional: [] }, isMarkdown) : undefined)
  );
}

function withGivenCaption(
  { named }: ShortcodeArguments,
  html: string | undefined,
  { isMarkdown = false }: ShortcodeContext,
): string | undefined {
  const { caption = "" } = named;
  return html === undefined || caption.trim() === "" || !/^<(?:a|audio|video)\s/.test(html) ? html : withCaption(html, caption, isMarkdown);
}

const playerName = /(?<![a-z\d])(?:audio|video)(?![a-z\d])/i; // local-video.html, video_player.html

const includable = new RegExp(`^(?:audio|video|tweet|twitter|spotify|soundcloud|bilibili|dailymotion|${serviceNames.join("|")})$`);

// Butterfly and NexT (Hexo): {% btn 'https://example.com',Words,icon %}, {% button https://example.com, Words %}.
function linkOfWords({ named: given, positional, text }: ShortcodeArguments): string | undefined {
  const parts = commaParts(text);
  const isList = parts.length > 1 && /^(?:https?:|\/|#|\.)\S*$/.test(parts[0] ?? "") && !/^[\w-]+\s*=\s*["']/.test(parts[1] ?? "");
  const [first, second] = isList ? parts : positional;
  const named = isList ? {} : given;
  const href = named["href"] ?? named["url"] ?? named["link"] ?? first;
  const words = named["text"] ?? named["label"] ?? named["title"] ?? second;
  return href === undefined || !words || !/^(?:https?:|\/|#|\.)/.test(href) ? undefined : linkHtml(href, words);
}

// Hextra, Blowfish, Hexo's and Jekyll's plugins: {{< pdf "a.pdf" >}}, {{< embed-pdf url="a.pdf" >}}, {% pdf a.pdf 500px %}.
function pdf({ named, positional: [first] }: ShortcodeArguments): string | undefined {
  const address = named["url"] ?? named["src"] ?? named["file"] ?? first;
  return address === undefined || !/\.pdf(?:[?#]|$)|^https?:\/\//i.test(address) ? undefined : documentHtml(address, named["title"]);
}

function documentHtml(address: string, title: string | undefined): string {
  return embedHtml(address, title || decodeUri(fileNameOf(address)));
}

function qrCode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return /^https?:\/\//.test(text) ? embedHtml(text) : escapeMarkup(text);
}

/** Returns the language that the arguments of a code tag name: `go "linenos"`, `lang:go`, `type="go"`. */
export function languageOfCode(text: string): string {
  const { named, positional } = parseShortcodeArguments(text);
  return named["lang"] ?? named["type"] ?? named["language"] ?? positional.map(withoutLines).find((word) => /^[\w+#.-]+$/.test(word)) ?? "";
}

// Eleventy: js/2,4-6, the lines to highlight.
function withoutLines(word: string): string {
  return word.replace(/^([\w+#.-]+)\/[\d,/-]+$/, "$1");
}
