import { dropped, type KnownSystem } from "./known-system.ts";

const hosted = (name: string): KnownSystem["advice"] => {
  const report = `report it to the support of ${name}`;
  const sentence = `${name} writes and sends the feed, and its authors cannot change how; ${report}`;
  return {
    content: `Look for embeds and pasted HTML in the post, and remove them; if the post has none, ${report}`,
    "entry title": `Give the post a title; if it has one, ${report}`,
    entries: `The feed has the published posts of the site; if there are some, ${report}`,
    headers: sentence,
    "last modified": `${name} decides how it sends and compares dates, and its authors cannot change that; most readers use the ETag`,
    links: `Write full addresses in the links of the post; if there are only such ones, ${report}`,
    "media type": sentence,
    "plain text": `Write titles without tags and codes such as &amp;; if the titles have none, ${report}`,
    "robots.txt": `${name} writes robots.txt, and its authors cannot change it; ${report}`,
    podcast: `Look at the settings of the podcast, or of the episode; if all are filled in, ${report}`,
    template: sentence,
    title: `Write the title and the description in the settings of the site; if they are there, ${report}`,
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
};
