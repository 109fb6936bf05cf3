import { fromPath, type Page } from "./page.ts";
import { secondsOf } from "./start-time.ts";

/** Returns the page of a film on Vimeo. A film that is not listed needs its hash. */
export function vimeo(url: URL): string | undefined {
  const inFlash = /\.swf$/.test(url.pathname) ? url.searchParams.get("clip_id") : null;
  const id =
    inFlash ?? /^\/(?:(?:video|e)\/|(?:channels|groups|album|showcase)\/[\w-]+\/(?:videos?\/)?)?(\d+)(?![^/&])/.exec(url.pathname)?.[1];
  if (id === undefined) return vimeoCollection(url);
  const hash = url.searchParams.get("h") ?? /^\/\d+\/([\da-f]+)/.exec(url.pathname)?.[1];
  return `https://vimeo.com/${encodeURIComponent(id)}${hash ? `/${encodeURIComponent(hash)}` : ""}${/^#t=[\dhms]+$/.test(url.hash) ? url.hash : ""}`;
}

const vimeoCollection = fromPath(/^(\/(?:event|showcase|album)\/\d+)(?:\/[\da-f]+)?\/embed/, (path = "") => `https://vimeo.com${path}`);

/** Returns the page of a video on Dailymotion. */
export function dailymotion({ hostname, pathname, searchParams }: URL): string | undefined {
  const [, playlist] = /\/embed\/playlist\/(\w+)/.exec(pathname) ?? [];
  if (playlist !== undefined) return `https://www.dailymotion.com/playlist/${playlist}`;
  const [, named] = /\/(?:embed\/|swf\/)?video\/(\w+)/.exec(pathname) ?? /^\/swf\/(\w+)/.exec(pathname) ?? [];
  const id = searchParams.get("video") ?? named ?? (hostname === "dai.ly" ? pathname.slice(1) : undefined);
  return id ? `https://www.dailymotion.com/video/${encodeURIComponent(id)}` : undefined;
}

/** Returns the page of a channel, a clip or a recording on Twitch. */
export function twitch({ hostname, pathname, searchParams }: URL): string | undefined {
  const [channel, clip, video] = ["channel", "clip", "video"].map((name) => searchParams.get(name));
  if (clip && hostname === "clips.twitch.tv") return `https://clips.twitch.tv/${encodeURIComponent(clip)}`;
  const seconds = secondsOf(searchParams.get("time") ?? searchParams.get("t"));
  if (video) return `https://www.twitch.tv/videos/${encodeURIComponent(video.replace(/^v/, ""))}${seconds === 0 ? "" : `?t=${seconds}s`}`;
  const name = channel ?? /^\/(\w+)\/embed\/?$/.exec(pathname)?.[1];
  return name ? `https://www.twitch.tv/${encodeURIComponent(name)}` : undefined;
}

/** Returns the page of a video on Bilibili. */
export function bilibili({ searchParams }: URL): string | undefined {
  const [bvid, aid, p, page = p] = ["bvid", "aid", "p", "page"].map((name) => searchParams.get(name) ?? undefined);
  const id = bvid || (aid ? `av${aid}` : undefined);
  const part = page && Number(page) > 1 ? `?p=${encodeURIComponent(page)}` : "";
  return id === undefined ? undefined : `https://www.bilibili.com/video/${encodeURIComponent(id)}${part}`;
}

/** Returns the page of a video on VK. */
export function vk({ searchParams }: URL): string | undefined {
  const [owner, id] = ["oid", "id"].map((name) => searchParams.get(name));
  return owner && id ? `https://vk.com/video${encodeURIComponent(owner)}_${encodeURIComponent(id)}` : undefined;
}

/** Returns the page of a talk on TED. */
export const ted: Page = fromPath(/^\/talks\/(?:lang\/[\w-]+\/)?([\w-]+)(?:\.html)?$/, (talk = "") => `https://www.ted.com/talks/${talk}`);

/** Returns the page of a video on Youku, for its frame and its old Flash player. */
export const youku: Page = fromPath(
  /^\/(?:embed\/|player\.php\/(?:[\w/]*\/)?sid\/)([\w=]+)/,
  (id = "") => `https://v.youku.com/v_show/id_${id}.html`,
);

/** Returns the page of a video on Odysee. */
export const odysee: Page = fromPath(
  /^\/(?:\$|%24)\/embed\/(.+)$/,
  (path = "") => `https://odysee.com/${path.replace(/^([^/@:]+)\/([\da-f]+)$/, "$1:$2")}`,
);
