import { fromPath, onHost, replacing } from "./page.ts";
import { type Service, unchanged } from "./service.ts";

/** Services of films and recordings that fewer sites embed. */
export const moreMedia: readonly Service[] = [
  { host: /^player\.mux\.com$/, label: "Video on Mux", page: unchanged },
  { host: /^bitchute\.com$/, path: /^\/embed\//, label: "Video on BitChute", page: replacing(/^\/embed\//, "/video/") },
  { host: /^blogger\.com$/, path: /^\/video\.g$/, label: "Video on Blogger", page: unchanged },
  { host: /^player\.kick\.com$/, label: "Video on Kick", page: (url) => onHost(url, "kick.com") },
  { host: /^(?:play|share)\.vidyard\.com$/, label: "Video on Vidyard", page: unchanged },
  { host: /^ok\.ru$/, path: /^\/videoembed\//, label: "Video on OK", page: replacing(/^\/videoembed\//, "/video/") },
  { host: /^(?:iframe|player)\.mediadelivery\.net$/, label: "Video on Bunny Stream", page: replacing(/^\/embed\//, "/play/") },
  {
    host: /^(?:[\w-]+\.cloudflarestream\.com|iframe\.videodelivery\.net)$/,
    label: "Video on Cloudflare Stream",
    page: replacing(/\/iframe$/, "/watch"),
  },
  { host: /^share\.descript\.com$/, label: "Video on Descript", page: replacing(/^\/embed\//, "/view/") },
  {
    host: /^(?:anchor\.fm|(?:podcasters|creators)\.spotify\.com)$/,
    path: /\/embed(?:\/|$)/,
    label: "Podcast on Spotify",
    page: replacing(/\/embed(?=\/|$)/, ""),
  },
  { host: /^share\.transistor\.fm$/, label: "Podcast on Transistor", page: replacing(/^\/e\//, "/s/") },
  { host: /^player\.simplecast\.com$/, label: "Podcast on Simplecast", page: unchanged },
  { host: /^embed\.acast\.com$/, label: "Podcast on Acast", page: unchanged },
  {
    host: /^buzzsprout\.com$/,
    label: "Podcast on Buzzsprout",
    page: fromPath(/^(\/\d+\/[\w-]+)/, (path) => `https://www.buzzsprout.com${path}`),
  },
  { host: /^(?:html5-player|play)\.libsyn\.com$/, label: "Podcast on Libsyn", page: unchanged },
  { host: /^podbean\.com$/, path: /^\/player-v2\//, label: "Podcast on Podbean", page: unchanged },
  { host: /^player\.captivate\.fm$/, label: "Podcast on Captivate", page: unchanged },
  {
    host: /^embed\.tidal\.com$/,
    label: "Music on TIDAL",
    page: fromPath(/^\/(\w+?)s\/([\w-]+)/, (kind, id) => `https://tidal.com/${kind}/${id}`),
  },
  { host: /^musescore\.com$/, path: /\/embed\/?$/, label: "Music on MuseScore", page: replacing(/\/embed\/?$/, "") },
  { host: /^soundslice\.com$/, path: /\/embed\/?$/, label: "Music on Soundslice", page: replacing(/\/embed\/?$/, "/") },
  { host: /^tenor\.com$/, path: /^\/embed\//, label: "Animation on Tenor", page: replacing(/^\/embed\//, "/view/") },
  { host: /^shadertoy\.com$/, path: /^\/embed\//, label: "Animation on Shadertoy", page: replacing(/^\/embed\//, "/view/") },
  { host: /^flickr\.com$/, path: /\/player\/?$/, label: "Post on Flickr", page: replacing(/\/player\/?$/, "/") },
  { host: /^sketchfab\.com$/, path: /\/embed\/?$/, label: "Model on Sketchfab", page: replacing(/\/embed\/?$/, "") },
  { host: /^komoot\.(?:com|de)$/, path: /\/embed\/?$/, label: "Map on Komoot", page: replacing(/\/embed\/?$/, "") },
  {
    host: /^strava-embeds\.com$/,
    path: /^\/activity\//,
    label: "Map on Strava",
    page: fromPath(/^\/activity\/(\d+)/, (id) => `https://www.strava.com/activities/${id}`),
  },
  {
    host: /^lichess\.org$/,
    path: /^\/(?:embed|study\/embed|(?:tv|training)\/frame)/,
    label: "Game on Lichess",
    page: replacing(/\/(?:embed(?:\/game)?(?=\/)|frame$)/, ""),
  },
  { host: /^chess\.com$/, path: /^\/(?:emboard|dynboard)/, label: "Game on Chess.com", page: unchanged },
  { host: /^umap\.openstreetmap\.(?:fr|de)$/, label: "Map on uMap", page: unchanged },
];
