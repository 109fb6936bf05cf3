import type { Element, ElementContent, RootContent } from "hast";
import { decodeUri } from "../../base/decode-uri.ts";
import { unescapeMarkup } from "../../base/escape.ts";
import { fileNameOf } from "../../base/file-name-of.ts";
import { descendants } from "../html/find-elements.ts";
import { elementNode, firstProperty, textNode } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import { type ConversionContext, type Convert, mayContainBlocks } from "./convert.ts";
import { embedNodes, isLinkable } from "./embed-link.ts";
import { embedPage, unwrapAddress } from "./embed-services.ts";
import { isExcuse, isOffer, meaningfulTitle, titleOfObject } from "./embed-title.ts";
import { isHiddenByStyle } from "./hidden-elements.ts";
import { isAddress, isPictureFile, lazyAddress, lazyValues, otherAddresses } from "./lazy-attributes.ts";
import { mediaPlayer } from "./media-player.ts";
import { convertImage } from "./pictures.ts";

// Its frame has a link to the album as the fallback.
const ofBandcamp =
  /<a\s[^<>]{0,2000}?\bhref\s*=\s*["']?(https:\/\/[\w-]+\.bandcamp\.com\/[^\s"'<>]{1,500})[^<>]{0,500}>(?:([^<>]{1,500})<\/a>)?/i;

/** Replaces a frame with a link to its page. A hidden frame, which only counts visitors, is removed. */
export const convertFrame: Convert = (frame, context) => {
  const given = addressOf(frame, "src");
  if (given === undefined) return undefined;
  if (isHidden(frame)) return [];
  const [, own, words] = ofBandcamp.exec(textStart(frame, 5000)) ?? [];
  const title = firstProperty(frame, "title", "ariaLabel", "name") ?? (words && unescapeMarkup(words));
  const player = mediaPlayer(given, frame, meaningfulTitle(title));
  return player === undefined ? embedNodes({ address: own ?? given, title }, context) : [player];
};

/** Replaces a plug-in's object with its fallback if that has a link or a picture, otherwise with a picture or a link. */
export const convertObject: Convert = (object, context) => {
  const children = object.children.filter((child) => child.type !== "element" || child.tagName !== "param");
  const attribute = object.tagName === "embed" ? "src" : "data";
  const written = firstProperty(object, attribute);
  if (written !== undefined && isDataPicture(written)) return picture(object, written, context);
  const address = addressOf(object, attribute) ?? parameterOf(object, movie);
  const type = firstProperty(object, "type") ?? "";
  if (address !== undefined && embedPage(address.replace(/^\/\//, "https://")) !== undefined)
    return embedNodes({ address, title: firstProperty(object, "title") }, context);
  if (address !== undefined && (/^image\//i.test(type) || /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(address)))
    return picture(object, address, context);
  const title = titleOfObject(object);
  const film = [address, fileInFlash(object)].flatMap((file) => (file === undefined ? [] : (mediaPlayer(file, object, title) ?? [])));
  if (film.length > 0) return film.slice(0, 1);
  const words = textStart(object, 200).trim();
  if (hasFallback(object) && (address === undefined || !isOffer(object, address)))
    return fallbackOf({ ...object, children }, mayContainBlocks(context.parent));
  if (address === undefined) return undefined;
  const label = (isExcuse(words) || hasFallback(object) ? "" : words) || decodeUri(fileNameOf(address)) || address;
  return embedNodes({ address, title, label }, context);
};

const movie = /^(?:movie|src|url|filename)$/i;

// The first blogs used objects without `data`.
function parameterOf(object: Element, wanted: RegExp): string | undefined {
  const parameters = object.children.filter((child): child is Element => child.type === "element" && child.tagName === "param");
  const value = firstProperty(parameters.find((one) => wanted.test(firstProperty(one, "name") ?? "")) ?? object, "value");
  return value !== undefined && isLinkable(value) ? value : undefined;
}

// A player of Flash gets the address of the film or the recording as a variable: `file=talk.mp3&autostart=0`.
function fileInFlash(object: Element): string | undefined {
  const variables = firstProperty(object, "flashvars", "flashVars") ?? parameterOf(object, /^flashvars$/i) ?? "";
  const values = [...new URLSearchParams(variables.replaceAll("&amp;", "&")).values()];
  return values.find((value) => isLinkable(value) && mediaPlayer(value, object, undefined) !== undefined);
}

function hasFallback({ children }: Element): boolean {
  return ["a", "img", "iframe", "video", "audio", "embed", "object"].some((name) =>
    children.some((child) => descendants(child, name, 1).length > 0),
  );
}

// Marked, since "Your browser does not support PDFs" is not a summary. In a paragraph, its paragraphs become text.
function fallbackOf(object: Element, allowsBlocks: boolean): RootContent[] {
  for (const link of descendants(object, "a")) link.properties["dataEmbed"] = "";
  const children = allowsBlocks
    ? object.children
    : object.children.flatMap((one) => (isParagraph(one) ? [...one.children, textNode(" ")] : [one]));
  return children.map((child) => {
    if (child.type === "text") return child.value.trim() === "" ? child : elementNode("span", { dataEmbed: "" }, [child]);
    if (child.type === "element") child.properties["dataEmbed"] = "";
    return child;
  });
}

function isParagraph(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "p";
}

/** Replaces an element of a script that shows a video or a post, such as `<lite-youtube>`, with a link. */
export const convertPlayer: Convert = (element, context) => {
  const address = players.get(element.tagName)?.(element);
  if (address === undefined) return undefined;
  const title =
    firstProperty(element, "videotitle", "videoTitle", "playlabel", "playLabel", "metadata-video-title", "title", "ariaLabel") ??
    textStart(element.tagName === "amp-iframe" ? withoutPlaceholder(element) : element, 200);
  const player = mediaPlayer(address, element, meaningfulTitle(title));
  if (player !== undefined) return [player];
  return embedNodes({ address, title: title === address ? undefined : title, picture: stillOf(element) }, context);
};

// Shown until the page is there, or instead of it. Those of a post are its words.
function withoutPlaceholder(element: Element): Element {
  const isShown = (child: ElementContent) =>
    child.type !== "element" || ["placeholder", "fallback", "overflow"].every((name) => child.properties[name] === undefined);
  return { ...element, children: element.children.filter(isShown) };
}

/** Replaces a script that shows code, slides or a recording of a service with a link. */
export const convertEmbedScript: Convert = (script, context) => {
  const src = (firstProperty(script, "src") ?? "").replace(/^\/\//, "https://");
  const slides = firstProperty(script, "dataId");
  const post = firstProperty(script, "dataTelegramPost");
  if (/^https?:\/\/(?:gist\.github\.com|asciinema\.org)\/[\w./-]+\.js/.test(src)) return embedNodes({ address: src }, context);
  const code = /^https?:\/\/emgithub\.com\/embed/.test(src) ? new URLSearchParams(src.slice(src.indexOf("?") + 1)).get("target") : null;
  if (code !== null && /^https?:/.test(code)) return embedNodes({ address: code }, context);
  if (/^https?:\/\/jsfiddle\.net\/[\w/-]+\/embed/.test(src)) return embedNodes({ address: src }, context);
  if (/^https?:\/\/speakerdeck\.com\/assets\/embed/.test(src) && slides !== undefined)
    return embedNodes({ address: `https://speakerdeck.com/player/${encodeURIComponent(slides)}` }, context);
  return post === undefined ? undefined : embedNodes({ address: `https://t.me/${encodeURI(post)}`, label: "Post on Telegram" }, context);
};

const youtube = "https://www.youtube.com/watch?";
const idOf = (element: Element) => firstProperty(element, "videoid", "videoId", "dataVideoid", "videoID", "video-id", "dataId");

// https://github.com/muxinc/media-elements
const mediaElements =
  "castable-video cloudflare-video dash-video hls-video shaka-video spotify-audio tiktok-video twitch-video videojs-video vimeo-video wistia-video youtube-video".split(
    " ",
  );

/** The address of an element's content, by tag name. */
export const players: ReadonlyMap<string, (element: Element) => string | undefined> = new Map([
  ...["lite-youtube", "amp-youtube", "youtube-embed", "youtube-player"].map((name) => [name, youtubeVideo] as const),
  ...["lite-vimeo", "amp-vimeo", "vimeo-player"].map(
    (name) => [name, (element: Element) => after("https://vimeo.com/", idOf(element))] as const,
  ),
  ...["amp-iframe", "lite-iframe", ...mediaElements].map((name) => [name, (element: Element) => addressOf(element, "src")] as const),
  ["media-player", vidstackMedia],
  ...["mux-player", "mux-video", "mux-audio", "mux-background-video"].map(
    (name) => [name, (element: Element) => after("https://player.mux.com/", firstProperty(element, "playback-id", "playbackId"))] as const,
  ),
  ["wistia-player", (element) => after("https://fast.wistia.net/embed/iframe/", firstProperty(element, "media-id", "mediaId"))],
  ["oembed", (element) => linkableIn(firstProperty(element, "url") ?? textStart(element, 2000))],
  ["drupal-url", (element) => linkableIn(firstProperty(element, "dataEmbedUrl") ?? "")],
  ["amp-dailymotion", (element) => after("https://www.dailymotion.com/video/", firstProperty(element, "dataVideoid"))],
  ["amp-facebook", (element) => linkableIn(firstProperty(element, "dataHref") ?? "")],
  ["amp-twitter", (element) => after("https://x.com/i/status/", firstProperty(element, "dataTweetid"))],
  ["amp-instagram", (element) => after("https://www.instagram.com/p/", firstProperty(element, "dataShortcode"))],
  ["amp-gist", (element) => after("https://gist.github.com/", firstProperty(element, "dataGistid"))],
  [
    "amp-soundcloud",
    (element) => after("https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/", firstProperty(element, "dataTrackid")),
  ],
]);

function youtubeVideo(element: Element): string | undefined {
  const id = idOf(element);
  const list = firstProperty(element, "playlistid", "playlistId", "playlist-id", "dataPlaylistid");
  if (id === undefined && list === undefined) return addressOf(element, "src");
  const given = new URLSearchParams((firstProperty(element, "params") ?? "").replace(/^\?/, ""));
  const start = firstProperty(element, "start", "videostartat", "videoStartAt", "dataParamStart") ?? given.get("start");
  const parameters = { v: id, list, start: start ?? undefined };
  const query = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return youtube + new URLSearchParams(query);
}

// Vidstack: <media-player src="youtube/ID">.
function vidstackMedia(element: Element): string | undefined {
  const src = addressOf(element, "src");
  const [, service, id = ""] = /^(youtube|vimeo)\/([\w-]+)$/.exec(src ?? "") ?? [];
  if (service === undefined) return src;
  return service === "vimeo" ? `https://vimeo.com/${id}` : `${youtube}v=${id}`;
}

function linkableIn(text: string): string | undefined {
  return /^https?:\/\/\S+$/.test(text.trim()) ? text.trim() : undefined;
}

function after(start: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : start + encodeURIComponent(id);
}

function picture(object: Element, src: string, context: ConversionContext): RootContent[] {
  const { height, width } = object.properties;
  const alt = firstProperty(object, "title", "ariaLabel") ?? textStart(object, 200).trim();
  const image = elementNode("img", { src, alt, ...(width !== undefined && { width }), ...(height !== undefined && { height }) });
  convertImage(image, context);
  return [image];
}

const frames = /^(?:iframe|video|audio)$/;

/** Returns whether an element shows a page, film or recording. */
export function isEmbedded(tagName: string): boolean {
  return frames.test(tagName) || players.has(tagName);
}

/** Returns the address of what such an element shows. */
export function embeddedAddress(element: Element): string | undefined {
  return frames.test(element.tagName) ? addressOf(element, "src") : players.get(element.tagName)?.(element);
}

function addressOf(element: Element, name: string): string | undefined {
  const own = firstProperty(element, name);
  const address = own === undefined || /^(?:about|data|javascript):/i.test(own) ? waitingAddress(element) : own;
  return address !== undefined && isLinkable(address) ? unwrapAddress(address) : undefined;
}

// Banners for consent to cookies also move the address, such as to `data-cookieblock-src`.
function waitingAddress(element: Element): string | undefined {
  const others = [...otherAddresses(element), ...lazyValues(element)];
  return lazyAddress(element) ?? others.find((address) => isAddress(address) && !isPictureFile(address));
}

function isHidden(element: Element): boolean {
  const { height, hidden, width } = element.properties;
  const isEmpty = [height, width].every((size) => size !== undefined && Number(size) <= 1);
  return isEmpty || hidden === true || isHiddenByStyle(element);
}

function stillOf(element: Element): string | undefined {
  const [, address] = /\burl\(\s*["']?([^"')\s]{1,2000})/i.exec(firstProperty(element, "style") ?? "") ?? [];
  const found = address ?? firstProperty(element, "poster", "thumbnail", "posterimage");
  return found !== undefined && (isLinkable(found) || isDataPicture(found)) ? found : undefined;
}

// SVG is no file that the site publishes: its fallback is better.
function isDataPicture(address: string): boolean {
  return /^data:image\/(?!svg)/i.test(address);
}
