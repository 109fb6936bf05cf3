import type { Site } from "../../src/settings/site-settings.ts";
import { sampleEntry, sampleSite } from "../samples.ts";
import type { ReaderSample, SampledEntry } from "./reader-samples.ts";

// A channel with every element of the podcast namespace.
const podcastSite: Site = {
  ...sampleSite,
  podcast: {
    category: ["Society & Culture > Documentary", "News"],
    explicit: false,
    type: "episodic",
    email: "podcast@news.example",
    guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
    locked: true,
    funding: [{ url: "https://news.example/support?a=1&b=2", text: "Tea & biscuits" }],
    persons: [{ name: "Ann & Co", url: "https://ann.example/", image: "https://ann.example/a.png?s=1&t=2" }],
  },
};

/** A picture that directories accept as artwork. */
export const cover = {
  url: "https://news.example/media/ef56/cover.png",
  type: "image/png",
  length: 5678,
  width: 1400,
  height: 1400,
  alt: "Waves",
};
const tables = '<a href="https://tides.example/?x=1&#x26;y=2">the tables</a>';

const episodes: readonly SampledEntry[] = [
  {
    ...sampleEntry("tides", {
      title: "3: Ebb & flow <live>",
      published: Date.UTC(2024, 10, 6, 12, 5),
      authors: [{ name: "Ada & Bob" }, { name: "Łukasz 🐟" }],
      categories: ["R&D", "日本語"],
      summary: "How the sea moves.",
      image: cover,
      enclosure: {
        url: "https://news.example/media/0a1b/tides.mp3?a=1&b=2",
        type: "audio/mpeg",
        length: 4_321_000,
        duration: 3723,
        title: "The tides",
      },
      podcast: {
        episode: 3,
        season: 1,
        episodeType: "full",
        episodeTitle: "Ebb & flow <live>",
        explicit: true,
        persons: [
          { name: "Eve & Sons", role: "guest", url: "https://eve.example/?a=1&b=2", image: "https://eve.example/e.jpg" },
          { name: "Ann", role: "editor", group: "writing" },
        ],
        transcripts: [
          { url: "https://news.example/media/0a1b/tides.vtt?a=1&b=2", type: "text/vtt" },
          { url: "https://news.example/media/0a1b/gezeiten.srt", type: "application/x-subrip", language: "de" },
        ],
        chapters: { url: "https://news.example/media/0a1b/chapters.json?a=1&b=2", type: "application/json+chapters" },
      },
      content: `<p><img src="${cover.url}" alt="Waves" width="1400" height="1400"></p>\n<h2>Links</h2>\n<p>See ${tables} &#x26; <strong>more</strong>.</p>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>`,
    }),
    shown: {
      // Podcast apps show the cover already.
      content: { rss: `<h2>Links</h2>\n<p>See ${tables} &#x26; <strong>more</strong>.</p>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>` },
      notes: `<p>Links</p><p>See ${tables} &#x26; <strong>more</strong>.</p><ul><li>One</li><li>Two</li></ul>`,
    },
  },
  {
    ...sampleEntry("sea", {
      title: "البحر",
      published: Date.UTC(2024, 10, 6, 12, 4),
      language: "ar",
      direction: "rtl",
      authors: [{ name: "آدا" }],
      summary: "نص عربي قصير.",
      enclosure: { url: "https://media.example/sea.m4a", type: "audio/x-m4a", length: 1_000_000, duration: 59 },
      podcast: { episode: 2, episodeType: "bonus" },
      content: "<p>نص عربي قصير.</p>",
    }),
    shown: { notes: "<p>نص عربي قصير.</p>" },
  },
  {
    ...sampleEntry("harbour", {
      published: Date.UTC(2024, 10, 6, 12, 3),
      image: { ...cover, url: "https://news.example/media/ef56/harbour.webp", type: "image/webp" },
      enclosure: { url: "https://news.example/media/0a1b/harbour.mp4", type: "video/mp4", length: 2_000_000, duration: 61 },
      podcast: { episodeType: "trailer" },
    }),
    shown: { notes: "<p>What there is to say about harbour.</p>" },
  },
  sampleEntry("no-recording", { published: Date.UTC(2024, 10, 6, 12, 2), image: cover }),
];

/** A podcast with covers, recordings, transcripts, chapters and persons. */
export const podcastSample: ReaderSample = { name: "a podcast", site: podcastSite, entries: episodes };
