/** The beginnings of pages whose tags have further arguments, which shortcode-html.ts reads. */
export const starts = {
  dailymotion: "https://www.dailymotion.com/video/",
  gist: "https://gist.github.com/",
  soundcloud: "https://w.soundcloud.com/player/?url=",
  vimeo: "https://vimeo.com/",
  youtube: "https://www.youtube.com/watch?v=",
} as const;

// The pages of content, by the name of its service in tags and components. An id follows; those without a page need an address.
const pages: Readonly<Record<string, string>> = {
  asciinema: "https://asciinema.org/a/",
  buzzsprout: "https://www.buzzsprout.com/",
  bsky: "",
  bluesky: "",
  codepen: "https://codepen.io/team/codepen/pen/",
  codesandbox: "https://codesandbox.io/s/",
  eggheadlesson: "https://egghead.io/lessons/",
  facebook: "",
  figma: "https://www.figma.com/",
  flickr: "",
  gist: starts.gist,
  githubgist: starts.gist,
  iframe: "",
  instagram: "https://www.instagram.com/p/",
  jsfiddle: "https://jsfiddle.net/",
  lbry: "https://odysee.com/",
  loom: "https://www.loom.com/share/",
  mastodon: "",
  odysee: "https://odysee.com/",
  peertube: "",
  pin: "https://www.pinterest.com/pin/",
  pinterest: "https://www.pinterest.com/pin/",
  reddit: "",
  replit: "https://replit.com/",
  simplecast: "https://player.simplecast.com/",
  simplecastepisode: "https://player.simplecast.com/",
  slideshare: "https://www.slideshare.net/slideshow/embed_code/key/",
  snack: "https://snack.expo.dev/",
  speakerdeck: "https://speakerdeck.com/player/",
  stackblitz: "https://stackblitz.com/edit/",
  streamable: "https://streamable.com/",
  ted: "https://www.ted.com/talks/",
  threads: "",
  tiktok: "https://www.tiktok.com/@/video/",
  toot: "",
  twitch: "https://www.twitch.tv/videos/",
  twittertimeline: "https://x.com/",
  videopress: "https://videopress.com/v/",
  whimsical: "https://whimsical.com/",
  wikipedia: "",
  wistia: "https://fast.wistia.net/embed/iframe/",
};

const others: Readonly<Record<string, string>> = { dailymotion: starts.dailymotion, vimeo: starts.vimeo, youtube: starts.youtube };

/** The names of services whose tags contain an id or an address. */
export const serviceNames: readonly string[] = Object.keys(pages);

/** Returns the address of content at a service. @param id an id, a part of the path, or an address */
export function serviceAddress(service: string, id: string): string | undefined {
  if (/^https?:\/\/[^\s/]/.test(id)) return id;
  const [, path] = /^(?!embed_code\/|key\/|player\/)([\w-]+\/[\w-]+)$/.exec(id) ?? []; // HackMD: the path of a page, not the key of its player
  if (service === "slideshare" && path !== undefined) return `https://www.slideshare.net/${path}`;
  if (service === "speakerdeck" && path !== undefined) return `https://speakerdeck.com/${path}`;
  const known = Object.hasOwn(pages, service) ? pages : others;
  const start = Object.hasOwn(known, service) ? known[service] : undefined;
  if (service === "slideshare" && /^\d{1,20}$/.test(id)) return `https://www.slideshare.net/slideshow/embed_code/${id}`; // of old slides
  return !start || !/^[\w@][\w@./?=&#:-]*$/.test(id) ? undefined : start + id;
}
