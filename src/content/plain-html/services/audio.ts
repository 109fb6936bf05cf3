import { httpParameter } from "./page.ts";

/** Returns the page of a track on SoundCloud. The address of its API is not a page, but the player is one, except that of Flash. */
export function soundcloud(url: URL): string | undefined {
  const track = httpParameter(url, "url");
  if (track === undefined) return undefined;
  if (/^https?:\/\/(?:www\.)?soundcloud\.com\//.test(track)) return track;
  return url.hostname === "player.soundcloud.com" ? `https://w.soundcloud.com/player/?url=${encodeURIComponent(track)}` : undefined;
}

/** Returns the page of a recording on Mixcloud: its parameter is a path or a URL. */
export function mixcloud({ searchParams }: URL): string | undefined {
  const page = URL.parse(searchParams.get("feed") ?? "", "https://www.mixcloud.com");
  return page?.hostname.endsWith("mixcloud.com") && page.pathname !== "/" ? `https://www.mixcloud.com${page.pathname}` : undefined;
}

/** Returns the page of music at NetEase. */
export function netease({ searchParams }: URL): string | undefined {
  const kind = ["playlist", "album", "song", "program"][Number(searchParams.get("type") ?? Number.NaN)];
  const id = searchParams.get("id");
  return kind !== undefined && id ? `https://music.163.com/#/${kind}?id=${encodeURIComponent(id)}` : undefined;
}

/** Returns the page of music on Spotify, whose first frames had the address `?uri=spotify:track:ID`. */
export function spotifyUri({ pathname, searchParams }: URL): string | undefined {
  const uri = searchParams.get("uri");
  const path = uri === null ? pathname : uri.replace(/^spotify:|^https?:\/\/[\w.]+\//, "/").replaceAll(":", "/");
  return /^\/[\w/-]+$/.test(path) ? `https://open.spotify.com${path}` : undefined;
}
