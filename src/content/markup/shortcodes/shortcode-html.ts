import { decodeUri } from "../../../base/decode-uri.ts";
import { escapeMarkup } from "../../../base/escape.ts";
import { fileNameOf } from "../../../base/file-name-of.ts";
import { shortAddress } from "../../../base/short-address.ts";
import { embedPage } from "../../plain-html/embed-services.ts";
import { isCalloutTag, wholeCallout } from "./callout-tags.ts";
import { embedHtml, linkHtml, playerHtml } from "./embed-html.ts";
import { figure, hexoPicture, withCaption } from "./figure.ts";
import { isPictureTag, pictureTag } from "./picture-tags.ts";
import { linkTag, target } from "./place-address.ts";
import { serviceAddress, serviceNames, starts } from "./service-addresses.ts";
import { parseShortcodeArguments, type ShortcodeArguments, type ShortcodeContext } from "./shortcode-arguments.ts";

type Convert = (values: ShortcodeArguments, context: ShortcodeContext) => string | undefined;

// Tags that only load a script for the page or lay it out, and the table of contents: Blowfish, Congo, Hugo Book, Easy Gallery, Academic.
const switches = ["katex", "mathjax", "load-photoswipe", "load-plotly", "clear", "toc"];

/** The converters of known tags to HTML, by tag name. They return undefined for useless arguments, and fetch nothing. */
export const shortcodeHtml: Readonly<Record<string, Convert>> = {
  ...Object.fromEntries(serviceNames.map((service) => [service, (values: ShortcodeArguments) => ofService(service, values)])),
  figure: ({ named, positional }, { isMarkdown = false }) => figure({ src: positional[0], ...named }, isMarkdown),
  img: ({ named, text }) => hexoPicture(text) ?? pictureTag("img", { named, positional: [], text: "" }),
  asset_img: ({ text }) => hexoPicture(text),
  asset_path: ({ positional }) => positional[0],
  asset_link: ({ positional: [file, ...title] }) => (file === undefined ? undefined : linkHtml(file, title.join(" ") || file)),
  include,
  youtube: (values) => film(starts.youtube, values),
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
  hideInline: ({ text }) => escapeMarkup(text.split(",", 1)[0]?.trim() ?? "") || undefined,
  label,
  blockquote: () => "\n<blockquote>\n\n",
  quote: () => "\n<blockquote>\n\n",
  ...Object.fromEntries(["pullquote", "centerquote", "cq"].map((name) => [name, () => "\n<blockquote>\n\n"])),
  ...Object.fromEntries(["endpullquote", "endcenterquote", "endcq"].map((name) => [name, () => "\n\n</blockquote>\n"])),
  button: linkOfWords,
  btn: linkOfWords,
  qr: ({ named, positional }) => qrCode(named["text"] ?? positional[0]),
  endblockquote: endQuotation,
  endquote: endQuotation,
  rawhtml: () => "",
  // Quarto: keys, and what only printed pages and scripts show.
  kbd: ({ named, positional }) => `<kbd>${escapeMarkup(positional[0] ?? named["win"] ?? named["linux"] ?? named["mac"] ?? "")}</kbd>`,
  pagebreak: () => "",
  fa: () => "",
  ...Object.fromEntries(switches.map((name) => [name, ({ text }: ShortcodeArguments) => (text === "" ? "" : undefined)])),
};

/** Returns code as an HTML block, in which no Markdown is parsed. */
export function codeBlock(language: string, code: string): string {
  const className = /^[\w+#.-]+$/.test(language) ? ` class="language-${language}"` : "";
  return `<pre><code${className}>${escapeMarkup(code.replace(/^[ \t]*\n/, "").trimEnd())}\n</code></pre>`;
}

// Jekyll's themes: {% include figure image_path="a.png" alt="b" %}, {% include youtube.html id="c" %}
function include(values: ShortcodeArguments, { isMarkdown = false, language = "en" }: ShortcodeContext): string | undefined {
  const { named, positional } = values;
  const [file = ""] = positional;
  const name = file.replace(/^.*\//, "");
  if (/^(?:figure|image|img|picture)/.test(name)) return figure(named, isMarkdown);
  const theme = name.replace(/\.\w+$/, "");
  if (isCalloutTag(theme)) return wholeCallout(theme, { ...values, positional: positional.slice(1) }, language);
  const player = `${name} ${named["provider"] ?? ""}`;
  if (/youtube/i.test(player)) return film(starts.youtube, { named, positional: [] });
  if (/vimeo/i.test(player)) return film(starts.vimeo, { named, positional: [] });
  const service = (named["provider"] ?? theme).toLowerCase();
  const convert = includable.test(service) && Object.hasOwn(shortcodeHtml, service) ? shortcodeHtml[service] : undefined;
  return (
    convert?.({ named, positional: positional.slice(1), text: "" }, { locate: () => undefined }) ??
    (isPictureTag(theme) ? pictureTag(theme, { ...values, positional: [] }) : undefined)
  );
}

const includable = new RegExp(`^(?:audio|video|tweet|twitter|spotify|soundcloud|bilibili|dailymotion|${serviceNames.join("|")})$`);

// {{ streamable(id="x") }}, {% jsfiddle x %}, {{< bluesky link="https://…" >}}.
function ofService(service: string, { named, positional }: ShortcodeArguments): string | undefined {
  const [id] = [...["id", "url", "link", "src", "post", "status"].map((key) => named[key]), positional[0]].filter(Boolean);
  const address = id === undefined ? undefined : serviceAddress(service, id);
  return address === undefined ? undefined : embedHtml(address, named["title"]);
}

// Butterfly and NexT (Hexo): {% btn 'https://example.com',Words,icon %}, {% button https://example.com, Words %}.
function linkOfWords({ named, positional: [first, second] }: ShortcodeArguments): string | undefined {
  const href = named["href"] ?? named["url"] ?? named["link"] ?? first;
  const words = named["text"] ?? named["label"] ?? named["title"] ?? second;
  return href === undefined || words === undefined || !/^(?:https?:|\/|#|\.)/.test(href) ? undefined : linkHtml(href, words);
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

// GitBook and Hexo's plugins: {% embed url="https://…" %}.
function idIn({ named, positional }: Pick<ShortcodeArguments, "named" | "positional">): string | undefined {
  return named["id"] ?? named["url"] ?? named["src"] ?? named["href"] ?? positional[0];
}

function film(site: string, { named, positional }: Pick<ShortcodeArguments, "named" | "positional">): string | undefined {
  const { start, title } = named;
  const id = idIn({ named, positional });
  const isTimed = site === starts.youtube && id !== undefined && /^\d{1,9}$/.test(start ?? "") && !/^https?:|&/.test(id);
  return video(site, isTimed ? `${id}&t=${start}` : id, title);
}

function video(start: string, id: string | undefined, title?: string): string | undefined {
  return id === undefined || id === "" ? undefined : embedHtml(/^https?:/.test(id) ? id : start + encodeURI(id), title);
}

function bilibili({ named, positional }: ShortcodeArguments): string | undefined {
  return video("https://www.bilibili.com/video/", named["id"] ?? named["bvid"] ?? positional[0], named["title"]);
}

function dailymotion(values: ShortcodeArguments): string | undefined {
  return video(starts.dailymotion, idIn(values), values.named["title"]);
}

function codepen({ named, positional }: ShortcodeArguments): string | undefined {
  const [user, id] = [named["user"], idIn({ named, positional })];
  return user === undefined && !/^https?:/.test(id ?? "")
    ? undefined
    : video(`https://codepen.io/${encodeURIComponent(user ?? "")}/pen/`, id);
}

function spotify({ named, positional }: ShortcodeArguments): string | undefined {
  const id = named["id"] ?? named["url"] ?? positional.at(-1);
  const type = named["type"] ?? (positional.length > 1 ? positional[0] : "track");
  return video(`https://open.spotify.com/${encodeURIComponent(type ?? "")}/`, id);
}

function soundcloud({ named, positional }: ShortcodeArguments): string | undefined {
  const id = named["id"] ?? named["track"] ?? named["url"] ?? positional[0];
  return video(`${starts.soundcloud}https%3A//api.soundcloud.com/tracks/`, id);
}

// The files of themes' players: {{< video src="a.mp4" poster="a.png" caption="…" >}}, {% video a.mp4 a.png %}, {{< audio "a.mp3" >}}.
function player(tagName: "audio" | "video", values: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string | undefined {
  const { named, positional, text } = values;
  if (/^https?:\/\/[^\n|"']{1,1000}\|/.test(text)) return oldPlayers(text);
  const src = ["src", "url", "file", ...files].map((name) => named[name]).find(Boolean) ?? positional[0];
  if (src === undefined) return undefined;
  const { caption, title } = named;
  if (embedPage(src) !== undefined) return embedHtml(withStart(src, named["start"]), title ?? caption);
  if (!/\.\w{2,5}(?:[?#]|$)/.test(src)) return undefined;
  const poster = named["poster"] ?? named["thumbnail"] ?? positional.find((word) => /\.(?:png|jpe?g|gif|webp|avif)$/i.test(word));
  const html = playerHtml(tagName, src, { title, ...(tagName === "video" && { poster }) });
  return caption ? withCaption(html, caption, isMarkdown) : html;
}

const files = ["mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "flac"];

// WordPress.com, before it had attributes: [audio https://example.com/a.mp3,https://example.com/b.mp3|titles=A,B|loop=no].
function oldPlayers(text: string): string {
  const [addresses = "", ...options] = text.split("|");
  const titles = options.find((option) => option.startsWith("titles="))?.slice("titles=".length) ?? "";
  const all = addresses.split(",");
  const names = all.length === 1 ? [titles] : titles.split(",");
  return all.map((src, index) => playerHtml("audio", src.trim(), { title: names[index]?.trim() })).join(" ");
}

// Quarto: {{< video https://youtu.be/ID start="30" >}}.
function withStart(address: string, start: string | undefined): string {
  const url = /^\d{1,9}$/.test(start ?? "") ? URL.parse(address) : null;
  url?.searchParams.set("start", start as string);
  return url?.href ?? address;
}

function tweet({ named, positional }: ShortcodeArguments): string | undefined {
  return video(`https://x.com/${encodeURIComponent(named["user"] ?? "i")}/status/`, idIn({ named, positional }));
}

// The arguments are those of the start tag: free text in Hexo, an author in Zola.
function endQuotation({ named, text }: ShortcodeArguments): string {
  const credit = named["author"] ?? text.replaceAll('"', "");
  return `\n\n${credit === "" ? "" : `— ${creditHtml(credit)}\n\n`}</blockquote>\n`;
}

// Hexo: author, source and a link with its title.
function creditHtml(credit: string): string {
  const words = credit.split(/\s+/);
  const index = words.findIndex((word) => /^https?:\/\/./.test(word));
  if (index === -1) return escapeMarkup(credit);
  const [author, url = "", title] = [words.slice(0, index), words[index], words.slice(index + 1).join(" ")];
  return `${author.map((word) => `${escapeMarkup(word)} `).join("")}${linkHtml(url, title || shortAddress(url))}`;
}

/** Returns the language that the arguments of a code tag name: `go "linenos"`, `lang:go`, `type="go"`. */
export function languageOfCode(text: string): string {
  const { named, positional } = parseShortcodeArguments(text);
  return named["lang"] ?? named["type"] ?? named["language"] ?? positional.find((word) => /^[\w+#.-]+$/.test(word)) ?? "";
}

function detailsStart({ named, positional, text }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string {
  const words = named["summary"] ?? named["title"] ?? ((/["'`]/.test(text) ? positional[0] : positional.join(" ")) || "Details");
  const mark = isMarkdown && /[*_`[]/.test(words) && !/[<>&"]/.test(words) ? ' markdown="span"' : "";
  return `\n<details><summary${mark}>${escapeMarkup(words)}</summary>\n\n`;
}

// Hexo's themes: {% hideToggle Words,#eee,#000 %}, {% folding blue open, Words %}, {% folding Words color:red %}. Colors are no words.
function foldedStart({ named, positional, text }: ShortcodeArguments, context: ShortcodeContext): string {
  const parts = text.split(",").map((part) => part.replace(/\b(?:codeblock|color|open|child):\S*/g, "").trim());
  const words = parts.find((part) => part !== "" && !part.split(/\s+/).every(isColor)) ?? "";
  const isQuoted = /["'`]/.test(text);
  return detailsStart({ named, positional: isQuoted ? positional : [words], text: isQuoted ? text : "" }, context);
}

// {% label primary@Words %} (NexT), {% label Words blue %} (Butterfly). The words of other systems are in quotes.
function label({ named, positional, text }: ShortcodeArguments): string | undefined {
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
