import type { Element, RootContent } from "hast";
import { fileNameOf } from "../../base/file-name-of.ts";
import { descendants } from "../html/find-elements.ts";
import { elementNode, firstProperty } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import type { ConversionContext, Convert } from "./convert.ts";
import { embedNodes, isLinkable } from "./embed-link.ts";
import { embedPage } from "./embed-services.ts";
import { lazyAddress } from "./picture-address.ts";
import { convertImage } from "./pictures.ts";

/** Replaces a frame with a link to its page. A hidden frame, which only counts visitors, is removed. */
export const convertFrame: Convert = (frame, context) => {
  const given = addressOf(frame, "src");
  if (given === undefined) return undefined;
  if (isHidden(frame)) return [];
  const own = /<a\s[^<>]{0,2000}?\bhref\s*=\s*["']?(https:\/\/[\w-]+\.bandcamp\.com\/[^\s"'<>]{1,500})/i.exec(textStart(frame, 5000))?.[1];
  return embedNodes({ address: own ?? given, title: firstProperty(frame, "title", "ariaLabel", "name") }, context);
};

/** Replaces a plug-in's object with its fallback if that has a link or a picture, otherwise with a picture or a link. */
export const convertObject: Convert = (object, context) => {
  const { children, tagName } = object;
  const address = addressOf(object, tagName === "embed" ? "src" : "data");
  const type = firstProperty(object, "type") ?? "";
  if (address !== undefined && embedPage(address.replace(/^\/\//, "https://")) !== undefined)
    return embedNodes({ address, title: firstProperty(object, "title") }, context);
  if (address !== undefined && (/^image\//i.test(type) || /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(address)))
    return picture(object, address, context);
  if (hasFallback(object)) {
    for (const link of descendants(object, "a")) link.properties["dataEmbed"] = "";
    return children;
  }
  if (address === undefined) return undefined;
  const label = textStart(object, 200).trim() || fileNameOf(address) || address;
  return embedNodes({ address, title: firstProperty(object, "title"), label }, context);
};

function hasFallback({ children }: Element): boolean {
  return ["a", "img", "iframe", "video", "audio", "embed", "object"].some((name) =>
    children.some((child) => descendants(child, name, 1).length > 0),
  );
}

/** Replaces an element of a script that shows a video or a post, such as `<lite-youtube>`, with a link. */
export const convertPlayer: Convert = (element, context) => {
  const address = players.get(element.tagName)?.(element);
  if (address === undefined) return undefined;
  const title = firstProperty(element, "videotitle", "videoTitle", "playlabel", "playLabel", "title", "ariaLabel");
  return embedNodes({ address, title, picture: stillOf(element) }, context);
};

/** Replaces a script that shows code or a recording of a service with a link. */
export const convertEmbedScript: Convert = (script, context) => {
  const address = firstProperty(script, "src") ?? "";
  return /^(?:https?:)?\/\/(?:gist\.github\.com|asciinema\.org)\/[\w./-]+\.js/.test(address) ? embedNodes({ address }, context) : undefined;
};

const youtube = "https://www.youtube.com/watch?";
const idOf = (element: Element) => firstProperty(element, "videoid", "videoId", "dataVideoid", "videoID", "video-id", "dataId");

/** The address of an element's content, by tag name. */
export const players: ReadonlyMap<string, (element: Element) => string | undefined> = new Map([
  ...["lite-youtube", "amp-youtube", "youtube-embed", "youtube-player"].map((name) => [name, youtubeVideo] as const),
  ...["lite-vimeo", "amp-vimeo", "vimeo-player"].map(
    (name) => [name, (element: Element) => after("https://vimeo.com/", idOf(element))] as const,
  ),
  ...["youtube-video", "vimeo-video", "spotify-audio", "amp-iframe", "lite-iframe"].map(
    (name) => [name, (element: Element) => addressOf(element, "src")] as const,
  ),
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

function addressOf(element: Element, name: string): string | undefined {
  const own = firstProperty(element, name);
  const address = own === undefined || /^(?:about|data|javascript):/i.test(own) ? lazyAddress(element) : own;
  return address !== undefined && isLinkable(address) ? address : undefined;
}

function isHidden(element: Element): boolean {
  const { height, hidden, style, width } = element.properties;
  const isEmpty = [height, width].every((size) => size !== undefined && Number(size) <= 1);
  return isEmpty || hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ""));
}

function stillOf(element: Element): string | undefined {
  const [, address] = /\burl\(\s*["']?([^"')\s]{1,2000})/i.exec(firstProperty(element, "style") ?? "") ?? [];
  const found = address ?? firstProperty(element, "poster", "thumbnail", "posterimage");
  return found !== undefined && isLinkable(found) ? found : undefined;
}
