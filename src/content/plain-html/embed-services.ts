/** The page of embedded content, and the words that name it. */
export interface EmbedPage {
  readonly url: string;
  /** "Video on YouTube". */
  readonly label: string;
}

type Page = (url: URL) => string | undefined;

interface Service {
  /** Matches the host without `www.`. */
  readonly host: RegExp;
  readonly label: string;
  /** Returns the page, or undefined if it has the address of the embedded content, or none. */
  readonly page: Page;
}

/**
 * Returns the page of embedded content at a known service. The address that a page embeds is often useless by itself: YouTube shows
 * "Error 153". Returns undefined for other addresses.
 * @param address absolute
 */
export function embedPage(address: string): EmbedPage | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const service = services.find((one) => one.host.test(host)) ?? fediverse.find((one) => one.page(url) !== undefined);
  return service && { url: service.page(url) ?? url.href, label: service.label };
}

const services: readonly Service[] = [
  { host: /^(?:(?:m|music)\.)?(?:youtube(?:-nocookie|education)?\.com|youtu\.be)$/, label: "Video on YouTube", page: youtube },
  { host: /^(?:player\.)?vimeo\.com$/, label: "Video on Vimeo", page: vimeo },
  { host: /^(?:geo\.)?dailymotion\.com$|^dai\.ly$/, label: "Video on Dailymotion", page: dailymotion },
  { host: /^(?:player\.|clips\.)?twitch\.tv$/, label: "Video on Twitch", page: twitch },
  { host: /^embed\.ted\.com$/, label: "Talk on TED", page: (url) => onHost(url, "www.ted.com") },
  { host: /^(?:\w+\.)?tiktok\.com$/, label: "Video on TikTok", page: replacing(/^\/(?:embed(?:\/v\d)?|player\/v1)\//, "/@/video/") },
  { host: /^loom\.com$/, label: "Video on Loom", page: replacing(/^\/embed\//, "/share/") },
  { host: /^archive\.org$/, label: "Media on the Internet Archive", page: replacing(/^\/embed\//, "/details/") },
  { host: /^open\.spotify\.com$/, label: "Audio on Spotify", page: replacing(/^\/embed(?:-podcast)?\//, "/") },
  { host: /^(?:w\.|m\.)?soundcloud\.com$/, label: "Audio on SoundCloud", page: soundcloud },
  { host: /^(?:\w+\.)?bandcamp\.com$/, label: "Audio on Bandcamp", page: () => undefined },
  { host: /^(?:embed\.)?podcasts\.apple\.com$/, label: "Podcast on Apple Podcasts", page: (url) => onHost(url, "podcasts.apple.com") },
  { host: /^(?:embed\.)?music\.apple\.com$/, label: "Music on Apple Music", page: (url) => onHost(url, "music.apple.com") },
  { host: /^(?:platform\.)?(?:twitter|x)\.com$/, label: "Post on X", page: tweet },
  { host: /^instagram\.com$/, label: "Post on Instagram", page: replacing(/\/embed(?:\/captioned)?\/?$/, "/") },
  { host: /^facebook\.com$/, label: "Post on Facebook", page: (url) => httpParameter(url, "href") },
  {
    host: /^embed\.(?:reddit|redditmedia)\.com$|^redditmedia\.com$/,
    label: "Post on Reddit",
    page: (url) => onHost(url, "www.reddit.com"),
  },
  { host: /^gist\.github\.com$/, label: "Code on GitHub Gist", page: replacing(/\.(?:js|pibb)$/, "") },
  { host: /^codepen\.io$/, label: "Code on CodePen", page: replacing(/^\/([^/]+)\/embed\/(?:preview\/)?/, "/$1/pen/") },
  { host: /^codesandbox\.io$/, label: "Code on CodeSandbox", page: replacing(/^\/embed\//, "/s/") },
  { host: /^jsfiddle\.net$/, label: "Code on JSFiddle", page: jsfiddle },
  { host: /^stackblitz\.com$/, label: "Code on StackBlitz", page: (url) => without(url, "embed") },
  { host: /^asciinema\.org$/, label: "Recording on asciinema", page: replacing(/(?:\.js|\/(?:embed|iframe))$/, "") },
  { host: /^(?:maps\.)?google(?:\.\w{2,3}){1,2}$/, label: "Map on Google Maps", page: googleMap },
  { host: /^openstreetmap\.org$/, label: "Map on OpenStreetMap", page: () => undefined },
];

// Services that anyone may host: only the path shows them.
const fediverse: readonly Service[] = [
  { host: /^/, label: "Post on Mastodon", page: matching(/^\/@[\w.@-]+\/\d+\/embed\/?$/, /\/embed\/?$/, "") },
  { host: /^/, label: "Video on PeerTube", page: matching(/^\/videos\/embed\/[\w-]+$/, /\/embed\//, "/watch/") },
];

function youtube(url: URL): string | undefined {
  const [, path = ""] = /^\/(?:(?:embed|v|e|shorts|live)\/)?([\w-]+)\/?$/.exec(url.pathname) ?? [];
  const isName = /^(?:embed|videoseries|watch|playlist|live_stream|channel|results)$/.test(path);
  const video = isName ? url.searchParams.get("v") : path;
  const channel = path === "live_stream" ? url.searchParams.get("channel") : null;
  const playlist = url.searchParams.get("list");
  if (channel !== null) return `https://www.youtube.com/channel/${encodeURIComponent(channel)}/live`;
  if (!video) return playlist === null ? undefined : `https://www.youtube.com/playlist?list=${encodeURIComponent(playlist)}`;
  const seconds = secondsOf(url.searchParams.get("start") ?? url.searchParams.get("t") ?? url.searchParams.get("time_continue"));
  const list = playlist === null ? "" : `&list=${encodeURIComponent(playlist)}`;
  return `https://www.youtube.com/watch?v=${encodeURIComponent(video)}${list}${seconds === 0 ? "" : `&t=${seconds}`}`;
}

// 90, 90s, 1m30s.
function secondsOf(text: string | null): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s?)?$/.exec(text ?? "") ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

// A video that is not listed needs its hash.
function vimeo(url: URL): string | undefined {
  const [, id] = /^\/(?:video\/)?(\d+)/.exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  const hash = url.searchParams.get("h") ?? /^\/\d+\/([\da-f]+)/.exec(url.pathname)?.[1];
  return `https://vimeo.com/${id}${hash ? `/${encodeURIComponent(hash)}` : ""}${/^#t=[\dhms]+$/.test(url.hash) ? url.hash : ""}`;
}

function jsfiddle({ origin, pathname }: URL): string | undefined {
  const end = pathname.indexOf("/embedded/");
  return end < 0 ? undefined : `${origin}${pathname.slice(0, end)}/`;
}

function dailymotion(url: URL): string | undefined {
  const id = url.searchParams.get("video") ?? /\/(?:embed\/)?video\/(\w+)/.exec(url.pathname)?.[1];
  return id && `https://www.dailymotion.com/video/${encodeURIComponent(id)}`;
}

function twitch({ hostname, searchParams }: URL): string | undefined {
  const [channel, clip, video] = ["channel", "clip", "video"].map((name) => searchParams.get(name));
  if (clip && hostname === "clips.twitch.tv") return `https://clips.twitch.tv/${encodeURIComponent(clip)}`;
  if (video) return `https://www.twitch.tv/videos/${encodeURIComponent(video.replace(/^v/, ""))}`;
  return channel ? `https://www.twitch.tv/${encodeURIComponent(channel)}` : undefined;
}

// The address of the API is no page, but the player is one.
function soundcloud(url: URL): string | undefined {
  const track = httpParameter(url, "url");
  return track !== undefined && /^https?:\/\/(?:www\.)?soundcloud\.com\//.test(track) ? track : undefined;
}

function tweet({ searchParams }: URL): string | undefined {
  const id = searchParams.get("id");
  return id === null ? undefined : `https://x.com/i/status/${encodeURIComponent(id)}`;
}

// The address of an embedded map refuses to be opened by itself.
function googleMap(url: URL): string | undefined {
  if (/^\/maps\/d\/(?:u\/\d+\/)?embed/.test(url.pathname)) return `https://www.google.com/maps/d/viewer${url.search}`;
  const { searchParams } = url;
  const place = searchParams.get("q") ?? searchParams.get("center") ?? placeIn(searchParams.get("pb") ?? "");
  return place ? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}` : undefined;
}

// `!1m…!2d<longitude>!3d<latitude>…!2s<name>!…`
function placeIn(data: string): string | undefined {
  const [, name] = /!2s(?!0x)([^!]{3,200})/.exec(data) ?? [];
  const [, longitude, latitude] = /!2d(-?[\d.]+)!3d(-?[\d.]+)/.exec(data) ?? [];
  return name ?? (latitude === undefined ? undefined : `${latitude},${longitude}`);
}

function replacing(pattern: RegExp, by: string): Page {
  return (url) => {
    const path = url.pathname.replace(pattern, by);
    return path === url.pathname ? undefined : url.origin + path;
  };
}

function matching(path: RegExp, pattern: RegExp, by: string): Page {
  return (url) => (path.test(url.pathname) ? url.origin + url.pathname.replace(pattern, by) : undefined);
}

function onHost(url: URL, host: string): string {
  return `https://${host}${url.pathname}${url.search}`;
}

function without(url: URL, parameter: string): string {
  const copy = new URL(url);
  copy.searchParams.delete(parameter);
  return copy.href;
}

function httpParameter(url: URL, name: string): string | undefined {
  const value = url.searchParams.get(name);
  return value !== null && /^https?:\/\//.test(value) ? value : undefined;
}
