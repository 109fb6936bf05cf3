import { fromPath, replacing, without } from "./page.ts";
import type { Service } from "./service.ts";

/** Services of code that fewer sites embed. */
export const moreCode: readonly Service[] = [
  { host: /^repl(?:it\.com|\.it)$/, label: "Code on Replit", page: (url) => without(url, "embed", "lite") },
  { host: /^scratch\.mit\.edu$/, path: /\/embed\/?$/, label: "Code on Scratch", page: replacing(/\/embed\/?$/, "") },
  { host: /^trinket\.io$/, path: /^\/embed\//, label: "Code on Trinket", page: replacing(/^\/embed\//, "/") },
  {
    host: /^editor\.p5js\.org$/,
    label: "Code on p5.js",
    page: fromPath(/^(\/[^/]+)\/(?:embed|full)(\/[^/]+)/, (user, id) => `https://editor.p5js.org${user}/sketches${id}`),
  },
  { host: /^openprocessing\.org$/, path: /\/embed\/?$/, label: "Code on OpenProcessing", page: replacing(/\/embed\/?$/, "") },
  { host: /^carbon\.now\.sh$/, label: "Code on Carbon", page: fromPath(/^\/embed\/(\w+)/, (id) => `https://carbon.now.sh/${id}`) },
  {
    host: /^kaggle\.com$/,
    path: /^\/embed\//,
    label: "Notebook on Kaggle",
    page: replacing(/^\/embed\//, "/code/"),
  },
];
