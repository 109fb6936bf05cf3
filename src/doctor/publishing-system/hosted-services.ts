import { dropped, type KnownSystem } from "./known-system.ts";

/** @param entry the word of the service for an entry */
const hosted = (name: string, entry: "episode" | "post" = "post"): KnownSystem["advice"] => {
  const report = `report it to the support of ${name}`;
  const sentence = `${name} writes and sends the feed, and its authors cannot change how; ${report}`;
  return {
    address: `Look at the domain in the settings of the ${entry === "post" ? "site" : "podcast"}; if it is right, ${report}`,
    content: `Look for embeds and pasted HTML in the ${entry}, and remove them; if the ${entry} has none, ${report}`,
    "entry title": `Give the ${entry} a title; if it has one, ${report}`,
    entries: `The feed has the published ${entry}s; if there are some, ${report}`,
    headers: sentence,
    "last modified": `${name} decides how it sends and compares dates, and its authors cannot change that; most readers use the ETag`,
    links: `Write full addresses in the links of the ${entry}; if there are only such ones, ${report}`,
    "media type": sentence,
    "plain text": `Write titles and descriptions without tags and codes such as &amp;; if they have none, ${report}`,
    "robots.txt": `${name} writes robots.txt, and its authors cannot change it; ${report}`,
    podcast: `Look at the settings of the podcast, or of the episode; if all are filled in, ${report}`,
    template: sentence,
    "same time": `Give one of the ${entry}s another time of publication; if they have different ones, ${report}`,
    title: `Write the title and the description in the settings of the ${entry === "post" ? "site" : "podcast"}; if they are there, ${report}`,
  };
};

/** The services that write and send feeds, with few settings. */
export const hostedServices: Readonly<Record<string, KnownSystem>> = {
  Blogger: {
    sign: /blogger/i,
    advice: {
      ...hosted("Blogger"),
      date: "Look at Published on in the settings of the post",
      length: "Add max-results to the address: /feeds/posts/default?max-results=25",
      "robots.txt": "Settings → Crawlers and indexing → Custom robots.txt",
      title: "Settings → Basic: Title and Description",
    },
  },
  Substack: {
    sign: /substack/i,
    advice: {
      ...hosted("Substack"),
      svg: `Substack itself writes SVG for the buttons of pictures and players, ${dropped}; otherwise look for pasted HTML`,
    },
  },
  Medium: { sign: /^medium\b/i, advice: hosted("Medium") },
  Squarespace: {
    sign: /squarespace/i,
    advice: {
      ...hosted("Squarespace"),
      "robots.txt": "Settings → Crawlers: allow search engines; Squarespace writes the rest of robots.txt, and nothing else changes it",
      style: `Squarespace itself writes styles for its blocks, ${dropped}; otherwise look for embeds and pasted HTML`,
    },
  },
  Shopify: { sign: /^shopify$/i, advice: hosted("Shopify") },
  "Spotify for Creators": { sign: /^anchor podcasts\b/i, advice: hosted("Spotify for Creators", "episode") },
  Buzzsprout: { sign: /^buzzsprout\b/i, advice: hosted("Buzzsprout", "episode") },
  Libsyn: { sign: /^libsyn\b/i, advice: hosted("Libsyn", "episode") },
  Podbean: { sign: /^(?:https?:\/\/(?:www\.)?)?podbean\b/i, advice: hosted("Podbean", "episode") },
  Transistor: { sign: /^transistor\b/i, advice: hosted("Transistor", "episode") },
};
