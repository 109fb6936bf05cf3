import { feedDocument } from "../src/feed/feed-document.ts";
import { renderFeed } from "../src/feed/render-feed.ts";
import type { CompiledContent } from "../src/model/compiled-content.ts";
import type { CompiledEntry } from "../src/model/entry.ts";
import { atom, jsonFeed, rss } from "../src/model/format.ts";
import { wholeSite } from "../src/model/selection.ts";
import type { Site } from "../src/settings/site-settings.ts";
import { wordsIn } from "./words.ts";

/** A site as the build completes it. */
export const sampleSite: Site = {
  title: "News & <Views>",
  description: "What is & what isn't",
  url: "https://news.example",
  idBase: "https://news.example",
  language: "en",
  timezone: "UTC",
  author: { name: "The desk", url: "https://news.example/about", email: "desk@news.example" },
  permalink: "/articles/:slug",
  ids: "addresses",
  limit: 20,
  content: "full",
  footer: "",
  maxAge: 3600,
  icon: "https://news.example/icon.png",
  favicon: "https://news.example/favicon.ico",
  copyright: "© 2024 The News & Views",
  gzip: true,
  slugs: {},
  selections: {},
  words: wordsIn("en"),
};

/** An entry with everything that it must have. */
export function sampleEntry(slug: string, fields: Partial<CompiledEntry> = {}): CompiledEntry {
  const published = fields.published ?? Date.UTC(2024, 10, 6, 12);
  return {
    id: `https://news.example/articles/${slug}`,
    source: `${slug}.md`,
    path: `/articles/${slug}`,
    url: `https://news.example/articles/${slug}`,
    title: `About ${slug}`,
    published,
    updated: published,
    authors: [sampleSite.author],
    categories: [],
    language: "en",
    direction: "ltr",
    summary: `What there is to say about ${slug}.`,
    aliases: [],
    draft: false,
    hash: `hash of ${slug} ${JSON.stringify(fields)}`,
    content: `<p>What there is to say about ${slug}.</p>`,
    ...fields,
  };
}

/** Returns the compiled content of a site with these entries. */
export function sampleContent(entries: readonly CompiledEntry[], changes: Partial<CompiledContent> = {}): CompiledContent {
  return {
    site: sampleSite,
    settings: "{}",
    development: false,
    code: { feeds: "f", pages: "p" },
    entries,
    redirects: { moved: {}, gone: [] },
    ...changes,
  };
}

/** Entries with everything in them that has ever gone wrong in a feed; newest first. */
export const awkwardEntries: readonly CompiledEntry[] = [
  sampleEntry("types", {
    title: 'Vec<T> & &amp; "x" ]]> 🐟',
    published: Date.UTC(2024, 10, 6, 12, 5),
    updated: Date.UTC(2024, 10, 7, 8, 0, 1),
    authors: [{ name: "Ada & Bob <crew>" }, { name: "Łukasz 🐟", url: "https://ada.example/?a=1&b=2" }],
    categories: ["R&D", 'a < b > "c"', "C++", "日本語"],
    summary: "Generics: Vec<T> & friends, &amp; more ]]> 🐟",
    content:
      "<p>if (a &#x3C; b &#x26;&#x26; c > d) { x = a[b[0]]>1 } ]]> and ]]> again &#x26;amp; 🐟</p>\n<pre><code>let a = 1;\n\tlet b;\n</code></pre>",
  }),
  sampleEntry("greeting", {
    title: "مرحبا بالعالم",
    published: Date.UTC(2024, 10, 6, 12, 4),
    language: "ar",
    direction: "rtl",
    summary: "نص عربي قصير.",
    content: "<p>نص عربي قصير.</p>",
  }),
  sampleEntry("dinner", {
    title: "Fish & chips < 5",
    published: Date.UTC(2024, 10, 6, 12, 3),
    id: "tag:old.example,2019:post-17",
    image: {
      url: "https://news.example/media/ab12/fish.png?a=1&b=2",
      type: "image/png",
      length: 1234,
      width: 640,
      height: 480,
      alt: "A fish",
    },
    enclosure: {
      url: "https://news.example/media/cd34/talk.mp3",
      type: "audio/mpeg",
      length: 4_321_000,
      duration: 3723,
      title: 'A "talk" <live> & more',
    },
    podcast: { episode: 12, season: 2, episodeType: "bonus", explicit: true },
    content: '<p><img src="https://news.example/media/ab12/fish.png?a=1&#x26;b=2" alt="A fish" width="640" height="480"></p>\n<p>Five.</p>',
  }),
  sampleEntry("phones", { title: "AT&T", published: Date.UTC(2024, 10, 6, 12, 2), categories: ["Phones"] }),
  sampleEntry("untitled", {
    title: "",
    published: Date.UTC(2024, 10, 6, 12, 1),
    summary: "A note without a title, which every format allows and every reader names from its text in its own way.",
    content: "<p>A note without a title, which every format allows and every reader names from its text in its own way.</p>",
  }),
  sampleEntry("picture", {
    title: "Only a picture",
    published: Date.UTC(2024, 10, 6, 12, 0),
    summary: "",
    content: '<p><img src="https://news.example/media/ab12/fish.png" alt=""></p>',
  }),
];

/** The three documents of a site's entries. */
export function renderSamples(entries: readonly CompiledEntry[], site: Site = sampleSite) {
  const page = { selection: wholeSite, entries, archivePages: 0 };
  const render = (format: typeof rss) => renderFeed(format, feedDocument(site, page, format, entries));
  return { rss: render(rss), atom: render(atom), json: render(jsonFeed) };
}
