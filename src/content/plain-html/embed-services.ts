import { withoutWww } from "../../base/short-address.ts";
import { mixcloud, netease, soundcloud, spotifyUri } from "./services/audio.ts";
import { moreCode } from "./services/code.ts";
import { jsfiddle, scribd, slideshare } from "./services/document.ts";
import { googleServices } from "./services/google.ts";
import { googleMap } from "./services/google-map.ts";
import { moreMedia } from "./services/more-media.ts";
import { officeServices } from "./services/office.ts";
import { fromPath, httpParameter, onHost, pageMatching, replacing, without } from "./services/page.ts";
import { bluesky, pin, tweet } from "./services/post.ts";
import { type Service, unchanged } from "./services/service.ts";
import { withStart } from "./services/start-time.ts";
import { bilibili, dailymotion, odysee, ted, twitch, vimeo, vk, youku } from "./services/video.ts";
import { youtube } from "./services/youtube.ts";

/** The page of embedded content, and the words that name it. */
export interface EmbedPage {
  readonly url: string;
  /** "Video on YouTube". */
  readonly label: string;
}

/**
 * Returns the page of embedded content at a known service. The address that a page embeds is often useless by itself: YouTube shows
 * "Error 153". Returns undefined for other addresses.
 * @param address absolute
 */
export function embedPage(address: string): EmbedPage | undefined {
  const url = URL.parse(address);
  const service = url === null ? undefined : serviceOf(url);
  return url === null || service === undefined ? undefined : { url: service.page(url) ?? url.href, label: service.label };
}

/**
 * Returns whether an address is that of a video, a recording or a post at a known service, and not of one of its pictures or files.
 * @param address absolute
 */
export function isPlayable(address: string): boolean {
  const url = URL.parse(address);
  const service = url === null ? undefined : serviceOf(url);
  if (url === null || service === undefined || !playable.test(service.label) || file.test(url.pathname)) return false;
  return service.page(url) !== undefined || playablePage.test(url.hostname + url.pathname);
}

const wrapper = /^(?:[\w-]+\.)?(?:embedly\.com|iframe\.ly|iframely\.net|if-cdn\.com)$/;

/** Returns the address of what a widget of Embedly or Iframely shows, as Medium writes it; any other address unchanged. */
export function unwrapAddress(address: string): string {
  const url = URL.parse(address.replace(/^\/\//, "https://"));
  if (url === null || !wrapper.test(url.hostname)) return address;
  return httpParameter(url, "url") ?? httpParameter(url, "src") ?? address;
}

/** Returns whether a text is the label of a service. */
export function isEmbedLabel(text: string): boolean {
  return [...services, ...fediverse].some(({ label }) => label === text);
}

const playable = /^(?:Animation|Audio|Media|Music|Podcast|Post|Recording|Talk|Video) /;
const file = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|js|css)$|\/(?:media|images?|img|avatar|thumb(?:nail)?s?|raw)(?:\/|$)/i;
const kinds = "status|videos?|v|p|reels?|tv|posts?|details|track|album|playlist|episode|show|share|view|talks|watch|a|gallery|gifs";
const playablePage = new RegExp(`^(?:www\\.)?(?:(?:soundcloud|mixcloud)\\.com/[\\w-]+/[\\w-]+|[^/]+/(?:[^/]+/){0,2}(?:${kinds})/[^/])`);

function serviceOf(url: URL): Service | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const host = withoutWww(url.hostname);
  return (
    services.find((one) => one.host.test(host) && one.path?.test(url.pathname) !== false) ??
    fediverse.find((one) => one.page(url) !== undefined)
  );
}

const services: readonly Service[] = [
  {
    host: /^(?:(?:m|music|[a-z]{2})\.)?(?:youtube(?:-nocookie|education)?\.com|youtube\.googleapis\.com|youtu\.be)$/,
    label: "Video on YouTube",
    page: youtube,
  },
  { host: /^(?:(?:player|secure)\.)?vimeo\.com$/, label: "Video on Vimeo", page: vimeo },
  {
    host: /^video\.google\.com$/,
    label: "Video on Google Video",
    page: ({ searchParams }) => searchParams.get("docId")?.replace(/^/, "https://video.google.com/videoplay?docid="),
  },
  { host: /^(?:geo\.)?dailymotion\.com$|^dai\.ly$/, label: "Video on Dailymotion", page: withStart(dailymotion, "start") },
  { host: /^(?:player\.|clips\.)?twitch\.tv$/, label: "Video on Twitch", page: twitch },
  { host: /^embed(?:-ssl)?\.ted\.com$/, label: "Talk on TED", page: ted },
  { host: /^(?:\w+\.)?tiktok\.com$/, label: "Video on TikTok", page: replacing(/^\/(?:embed(?:\/v\d)?|player\/v1)\//, "/@/video/") },
  { host: /^loom\.com$/, label: "Video on Loom", page: withStart(replacing(/^\/embed\//, "/share/"), "t") },
  { host: /^vine\.co$/, label: "Video on Vine", page: fromPath(/^\/v\/(\w+)\/(?:embed|card)/, (id) => `https://vine.co/v/${id}`) },
  { host: /^streamable\.com$/, label: "Video on Streamable", page: withStart(replacing(/^\/[eos]\//, "/"), "t") },
  { host: /^(?:fast\.)?wistia\.(?:net|com)$/, label: "Video on Wistia", page: unchanged },
  { host: /^rumble\.com$/, label: "Video on Rumble", page: unchanged },
  { host: /^odysee\.com$/, label: "Video on Odysee", page: withStart(odysee, "t") },
  { host: /^(?:player\.)?bilibili\.com$|^static\.hdslb\.com$/, label: "Video on Bilibili", page: withStart(bilibili, "t") },
  { host: /^player\.youku\.com$/, label: "Video on Youku", page: youku },
  { host: /^embed\.nicovideo\.jp$/, label: "Video on Niconico", page: (url) => onHost(url, "www.nicovideo.jp") },
  { host: /^rutube\.ru$/, label: "Video on Rutube", page: withStart(replacing(/^\/play\/embed\/(\w+)\/?$/, "/video/$1/"), "t") },
  { host: /^(?:vk\.com|vkvideo\.ru)$/, label: "Video on VK", page: vk },
  { host: /^coub\.com$/, label: "Video on Coub", page: replacing(/^\/embed\//, "/view/") },
  { host: /^archive\.org$/, label: "Media on the Internet Archive", page: withStart(replacing(/^\/embed\//, "/details/"), "start") },
  { host: /^open\.spotify\.com$/, label: "Audio on Spotify", page: replacing(/^\/embed(?:-podcast)?\//, "/") },
  { host: /^embed\.spotify\.com$/, label: "Audio on Spotify", page: spotifyUri },
  { host: /^(?:w\.|m\.|player\.)?soundcloud\.com$/, label: "Audio on SoundCloud", page: soundcloud },
  { host: /^(?:\w+\.)?bandcamp\.com$/, label: "Audio on Bandcamp", page: unchanged },
  { host: /^(?:player-widget\.)?mixcloud\.com$/, label: "Audio on Mixcloud", page: mixcloud },
  {
    host: /^widget\.deezer\.com$/,
    label: "Audio on Deezer",
    page: (url) => url.pathname.replace(/^\/widget\/\w+\//, "https://www.deezer.com/"),
  },
  { host: /^music\.163\.com$/, label: "Audio on NetEase", page: netease },
  { host: /^(?:embed\.)?podcasts\.apple\.com$/, label: "Podcast on Apple Podcasts", page: (url) => onHost(url, "podcasts.apple.com") },
  { host: /^(?:embed\.)?music\.apple\.com$/, label: "Music on Apple Music", page: (url) => onHost(url, "music.apple.com") },
  { host: /^(?:(?:platform|mobile)\.)?(?:twitter|x)\.com$/, label: "Post on X", page: tweet },
  { host: /^instagram\.com$/, label: "Post on Instagram", page: replacing(/\/embed(?:\/captioned)?\/?$/, "/") },
  { host: /^threads\.(?:net|com)$/, label: "Post on Threads", page: replacing(/\/embed\/?$/, "") },
  { host: /^facebook\.com$/, label: "Post on Facebook", page: (url) => httpParameter(url, "href") },
  { host: /^(?:embed\.)?bsky\.app$/, label: "Post on Bluesky", page: bluesky },
  { host: /^linkedin\.com$/, label: "Post on LinkedIn", page: replacing(/^\/embed\/feed\//, "/feed/") },
  { host: /^(?:assets\.)?pinterest(?:\.\w{2,3}){1,2}$/, label: "Post on Pinterest", page: pin },
  { host: /^t\.me$/, label: "Post on Telegram", page: (url) => (url.search === "" ? undefined : url.origin + url.pathname) },
  { host: /^imgur\.com$/, label: "Post on Imgur", page: replacing(/\/embed\/?$/, "") },
  { host: /^giphy\.com$/, label: "Animation on Giphy", page: fromPath(/^\/embed\/(\w+)/, (id) => `https://giphy.com/gifs/${id}`) },
  {
    host: /^embed\.(?:reddit|redditmedia)\.com$|^redditmedia\.com$/,
    label: "Post on Reddit",
    page: (url) => onHost(url, "www.reddit.com"),
  },
  { host: /^gist\.github\.com$/, label: "Code on GitHub Gist", page: replacing(/\.(?:js|pibb)$/, "") },
  { host: /^codepen\.io$/, label: "Code on CodePen", page: replacing(/^\/([^/]+)\/embed\/(?:preview\/)?/, "/$1/pen/") },
  { host: /^codesandbox\.io$/, label: "Code on CodeSandbox", page: replacing(/^\/embed\//, "/s/") },
  { host: /^jsfiddle\.net$/, label: "Code on JSFiddle", page: jsfiddle },
  { host: /^jsbin\.com$/, label: "Code on JS Bin", page: replacing(/\/embed\/?$/, "/edit") },
  { host: /^stackblitz\.com$/, label: "Code on StackBlitz", page: (url) => without(url, "embed") },
  { host: /^observablehq\.com$/, label: "Notebook on Observable", page: replacing(/^\/embed\//, "/") },
  { host: /^(?:embed\.)?figma\.com$/, label: "Design on Figma", page: (url) => httpParameter(url, "url") },
  { host: /^asciinema\.org$/, label: "Recording on asciinema", page: replacing(/(?:\.js|\/(?:embed|iframe))$/, "") },
  { host: /^speakerdeck\.com$/, label: "Slides on Speaker Deck", page: unchanged },
  { host: /^(?:slideshare\.net|static\.slidesharecdn\.com)$/, label: "Slides on SlideShare", page: slideshare },
  { host: /^(?:scribd\.com|\w+\.scribdassets\.com)$/, label: "Document on Scribd", page: scribd },
  ...googleServices,
  { host: /^(?:maps\.)?google(?:\.\w{2,3}){1,2}$/, label: "Map on Google Maps", page: googleMap },
  { host: /^openstreetmap\.org$/, label: "Map on OpenStreetMap", page: unchanged },
  ...officeServices,
  ...moreMedia,
  ...moreCode,
];

// Services that anyone may host: only the path shows them.
const fediverse: readonly Service[] = [
  { host: /^/, label: "Post on Mastodon", page: pageMatching(/^\/@[\w.@-]+\/\d+\/embed\/?$/, /\/embed\/?$/, "") },
  { host: /^/, label: "Video on PeerTube", page: withStart(pageMatching(/^\/videos\/embed\/[\w-]+$/, /\/embed\//, "/watch/"), "start") },
];
