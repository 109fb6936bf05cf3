import { secondsOf } from "./start-time.ts";

/** Returns the page of a video, a playlist or a channel on YouTube, for all addresses that it ever offered to copy. */
export function youtube(url: URL): string | undefined {
  const inner = url.pathname === "/attribution_link" ? URL.parse(url.searchParams.get("u") ?? "", url.origin) : null;
  const { hash, hostname, path, query } = partsOf(inner ?? url);
  const channel = /\/live_stream$/.test(path) ? query.get("channel") : null;
  if (channel !== null) return `https://www.youtube.com/channel/${encodeURIComponent(channel)}/live`;
  const video = videoOf(path, hostname) ?? query.get("v") ?? query.get("video_id") ?? /^#p\/(?:\w+\/)*([\w-]{11})$/.exec(hash)?.[1];
  return video ? watchPage(video, query, hash) : listPage(path, query);
}

interface Parts {
  readonly hostname: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly hash: string;
}

// The parameters may follow the path without a question mark (/v/ID&hl=en), in the fragment (#!v=ID), or after `&amp;`.
function partsOf({ hash, hostname, pathname, search }: URL): Parts {
  const [path = "", ...inPath] = pathname.replace(/(?:%20)?\/?$/, "").split(/[&;]|%26/);
  const inHash = hash.includes("=") ? hash.replace(/^#!?/, "") : "";
  const parameters = [...inPath, search.slice(1).replaceAll("?", "&"), inHash].join("&").replaceAll("&amp;", "&");
  return { hash, hostname, path, query: new URLSearchParams(parameters) };
}

const named = /^\/(?:embed|v|vi|e|shorts|live|video|watch)\/([\w-]+)$/;
const noVideo = /^(?:videoseries|watch|playlist|live_stream|channel|results)$/;

function videoOf(path: string, hostname: string): string | undefined {
  const found = named.exec(path)?.[1] ?? (hostname === "youtu.be" ? /^\/([\w-]+)$/.exec(path)?.[1] : undefined);
  return found === undefined || noVideo.test(found) ? undefined : found;
}

function watchPage(video: string, query: URLSearchParams, hash: string): string {
  const list = query.get("list");
  const timeInHash = /^#t=([\dhms]+)$/.exec(hash)?.[1];
  const seconds = secondsOf(query.get("start") ?? query.get("t") ?? query.get("time_continue") ?? timeInHash);
  const parameters = `${list === null ? "" : `&list=${encodeURIComponent(list)}`}${seconds === 0 ? "" : `&t=${seconds}`}`;
  return `https://www.youtube.com/watch?v=${encodeURIComponent(video)}${parameters}`;
}

// The first playlists (/p/ID, /view_play_list?p=ID) had ids without the `PL` of today.
function listPage(path: string, query: URLSearchParams): string | undefined {
  const list = query.get("list");
  const old = /^\/(?:p|cp)\/(\w+)$/.exec(path)?.[1] ?? (path === "/view_play_list" ? query.get("p") : null);
  const type = query.get("listType");
  if (list !== null && type === "search") return `https://www.youtube.com/results?search_query=${encodeURIComponent(list)}`;
  if (list !== null && type === "user_uploads") return `https://www.youtube.com/user/${encodeURIComponent(list)}/videos`;
  const id = list ?? old?.replace(/^(?=[\dA-F]{16}$)/, "PL");
  return id ? `https://www.youtube.com/playlist?list=${encodeURIComponent(id)}` : undefined;
}
