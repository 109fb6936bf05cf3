import type { Site } from "../../src/settings/site-settings.ts";
import fc from "../fast-check.ts";
import { sampleSite } from "../samples.ts";
import { wordsIn } from "../words.ts";
import { plainText, someText } from "./arbitrary-text.ts";

const variations = fc.record(
  {
    title: someText,
    description: plainText,
    copyright: plainText,
    language: fc.constantFrom("de", "ar", "pt-BR", "zh-Hans", "en-x-twain"),
    timezone: fc.constantFrom("Pacific/Kiritimati", "America/St_Johns"),
    author: fc.oneof(
      someText.map((name) => ({ name })),
      someText.map((name) => ({ name, url: "https://desk.example/?a=1&b=%3C2%3E" })),
    ),
    permalink: fc.constantFrom("/:slug", "/:year/:month/:slug/", "/:categories/:slug.html"),
    limit: fc.integer({ min: 1, max: 5 }),
    maxAge: fc.constantFrom(0, 59, 86_400),
    hub: fc.constant("https://hub.example/?a&b"),
    favicon: fc.constant("https://news.example/small.png"),
    idBase: fc.constant("https://old.example"),
    icon: fc.constant("https://news.example/i%20.png"),
    podcast: fc.constantFrom<NonNullable<Site["podcast"]>>(
      { category: ["TV & Film > Film Reviews"], email: "pod@news.example", explicit: false, type: "episodic" },
      { category: ["Society & Culture > Documentary", "News"], email: "pod@news.example", explicit: true, type: "serial" },
    ),
    selections: fc.constantFrom<Site["selections"]>(
      { "categories/sea": { listed: false } },
      { "authors/ada": { listed: false }, "languages/ar": { listed: false } },
      { "categories/sea": { listed: true, content: "summary", limit: 3 } },
      { "languages/en": { listed: true, content: "full" } },
      { "categories/sea": { listed: true, limit: 1 }, "categories/r-and-d": { listed: true, content: "summary" } },
      { "categories/sea": { listed: true, guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810", newFeedUrl: "https://new.example/rss.xml" } },
    ),
    content: fc.constant<Site["content"]>("summary"),
    footer: fc.constant('<p><a href="mailto:ada@example.com">Reply</a></p>'),
    words: fc.constantFrom(wordsIn("ar"), wordsIn("pl")),
    gzip: fc.constant(false),
  },
  { requiredKeys: [] },
);

/** Any site that the build accepts. */
export const anySite: fc.Arbitrary<Site> = fc.oneof(
  fc.constant(sampleSite),
  variations.map((fields) => ({ ...sampleSite, ...fields })),
);
