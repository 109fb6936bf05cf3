import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../src/build/build.ts";
import { podcastGuid } from "../../../src/build/podcast-guid.ts";
import { checkDocument } from "../../../src/conformance/check.ts";
import { childOf, childrenOf, parseXml, type XmlElement } from "../../../src/conformance/xml/xml.ts";
import { feedDocument } from "../../../src/feed/feed-document.ts";
import { renderFeed } from "../../../src/feed/render-feed.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";
import { atom, type Format, jsonFeed, rss } from "../../../src/model/format.ts";
import { wholeSite } from "../../../src/model/selection.ts";
import { makeFolder, png } from "./sample-folder.ts";
import { mp3, mp4 } from "./sample-recordings.ts";

// A podcast with everything in it that may go wrong, from its folder to its documents.
const now = Date.UTC(2025, 0, 1);

const settings = `[vars.SITE]
title = "Fish & \\"Chips\\" <5> 🐟"
description = "Talks about fish & chips"
url = "https://fish.example"
author = { name = "Ada & \\"Bob\\" <crew> Łukasz", email = "desk@fish.example" }

[vars.SITE.podcast]
category = ["Society & Culture > Documentary", "TV & Film"]
type = "serial"
locked = true
complete = true
newFeedUrl = "https://new.example/rss.xml"
funding = [{ url = "https://fish.example/?a&b", text = "Fish & <more>" }]
persons = [{ name = "Ada & <Bob>", role = "Host", image = "https://fish.example/ada.png?a&b" }]
`;

const articles = {
  "articles/1.md": `---
title: Cod & "haddock" ]]> <live> 🐟
date: 2024-11-06
author: [Ada & "Bob", Łukasz &amp; 日本]
image: Cover & art.png
enclosure: {url: Fish & chips.mp3, title: 'A "talk" & more <live>'}
episode: 1
season: 2
episodeType: trailer
explicit: yes
episodeTitle: Cod & <more>
persons: [{ name: Eve & <crew>, role: Guest, url: https://e.example/?a&b }]
transcript: [talk.vtt, { url: talk.srt, language: de }]
chapters: talk.json
---
Text & [a link](https://e.example/?a&b)`,
  "articles/2.md": `+++
date = 2024-11-07
title = "قمر"
language = "ar"
enclosure = { url = "https://cdn.example/a.m4a?b&c=d.m4a", length = 9, duration = 01:02:03 }
+++
نص`,
  "articles/3.md": `---
date: 2024-11-08
enclosure: film.mp4
---
A film`,
  "articles/4.md": "---\ndate: 2024-11-09\nenclosure: {url: https://cdn.example/b.mp3}\n---\nNo length",
  "articles/5.md": "---\ndate: 2024-11-10\n---\nNo enclosure",
  "articles/Fish & chips.mp3": mp3(62),
  "articles/talk.vtt": "WEBVTT\n",
  "articles/talk.srt": "1\n00:00:01,000 --> 00:00:04,000\nSalt\n",
  "articles/talk.json": '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Start"}]}',
  "articles/film.mp4": mp4(9, "video"),
  "articles/Cover & art.png": png,
};

/** Returns the lines that a build of the site prints, and its documents by the judge's names for them. */
async function publish(toml: string) {
  const config = join(makeFolder({ "wrangler.toml": toml, ...articles }), "wrangler.toml");
  const { content, problems } = await build({ config, environment: "", purpose: "deploy", now });
  if (content === undefined) throw new Error(`Cannot build: ${JSON.stringify(problems)}`);
  const { entries, site } = content;
  const page = { selection: wholeSite, entries, archivePages: 0 };
  const render = (format: Format) => renderFeed(format, feedDocument(site, page, format, entries));
  return { told: problems.map(formatDiagnostic), documents: { rss: render(rss), atom: render(atom), json: render(jsonFeed) } };
}

function parse(document: string): XmlElement {
  const root = parseXml(document, (rule, place) => expect.unreachable(`${rule} ${place}`));
  return root ?? expect.unreachable("no document");
}

function itunesOf(element: XmlElement | undefined) {
  const found = element?.children.filter(({ name }) => name.startsWith("itunes:")) ?? [];
  return found.map(({ attributes, name, text }) => [name.slice(7), text.trim() || Object.fromEntries(attributes)]);
}

describe("a podcast", () => {
  it("has documents that obey every rule", async () => {
    const { documents, told } = await publish(settings);
    expect(told).toEqual([
      expect.stringMatching(/wrangler\.toml:\d+:1 warning Cannot offer a podcast without artwork of its own/),
      expect.stringMatching(
        /^articles\/1\.md:5:8 warning Cannot offer "Cover & art\.png" of 1 × 1 pixels \(image\/png\) as artwork of the episode/,
      ),
      "articles/3.md:1:1 warning Cannot offer an episode without a title to podcast directories: add a title",
      "articles/4.md:1:1 warning Cannot offer an episode without a title to podcast directories: add a title",
      'articles/4.md:3:12 warning Cannot find out the length of "https://cdn.example/b.mp3": give it as length, in bytes',
    ]);
    for (const kind of ["rss", "atom", "json"] as const) {
      const path = { rss, atom, json: jsonFeed }[kind].path;
      expect(checkDocument(kind, documents[kind], `https://fish.example${path}`, now)).toEqual([]);
    }
  });

  it("has in RSS the elements that directories and players need", async () => {
    const { documents } = await publish(settings);
    const channel = childOf(parse(documents.rss), "channel");
    const owner = channel && childOf(channel, "itunes:owner");
    expect(owner?.children.map(({ text }) => text)).toEqual(['Ada & "Bob" <crew> Łukasz', "desk@fish.example"]);
    expect(itunesOf(channel)).toEqual([
      ["author", 'Ada & "Bob" <crew> Łukasz'],
      ["image", { href: "https://fish.example/icon.png" }],
      ["category", { text: "Society & Culture" }],
      ["category", { text: "TV & Film" }],
      ["explicit", "false"],
      ["type", "serial"],
      ["owner", {}],
      ["new-feed-url", "https://new.example/rss.xml"],
      ["complete", "Yes"],
    ]);
    const [bare, unknown, film, arabic, cod] = (channel && childrenOf(channel, "item")) ?? [];
    expect(itunesOf(bare)).toEqual([]);
    expect(itunesOf(unknown)).toEqual([]);
    expect(itunesOf(film)).toEqual([["duration", "9"]]);
    expect(itunesOf(arabic)).toEqual([["duration", "3723"]]);
    expect(itunesOf(cod)).toEqual([
      ["title", "Cod & <more>"],
      ["duration", "62"],
      ["explicit", "true"],
      ["episode", "1"],
      ["season", "2"],
      ["episodeType", "trailer"],
      ["image", { href: expect.stringMatching(/\/Cover%20&%20art\.png$/) }],
    ]);
  });

  it("describes transcripts, chapters and people with the podcast namespace", async () => {
    const { documents } = await publish(settings);
    const channel = childOf(parse(documents.rss), "channel");
    const namespaceOf = (element: XmlElement | undefined) =>
      (element?.children ?? [])
        .filter(({ name }) => name.startsWith("podcast:") || name.includes("podcastindex"))
        .map(({ attributes, name, text }) => [name.replace(/^.*[:/]/, ""), text.trim(), Object.fromEntries(attributes)]);
    expect(namespaceOf(channel)).toEqual([
      ["guid", podcastGuid("https://fish.example/rss.xml"), {}],
      ["locked", "yes", { owner: "desk@fish.example" }],
      ["funding", "Fish & <more>", { url: "https://fish.example/?a&b" }],
      ["person", "Ada & <Bob>", { role: "Host", img: "https://fish.example/ada.png?a&b" }],
    ]);
    const cod = channel && childrenOf(channel, "item").at(-1);
    expect(namespaceOf(cod)).toEqual([
      ["transcript", "", { url: expect.stringMatching(/\/talk\.vtt$/), type: "text/vtt" }],
      ["transcript", "", { url: expect.stringMatching(/\/talk\.srt$/), type: "application/x-subrip", language: "de" }],
      ["chapters", "", { url: expect.stringMatching(/\/talk\.chapters\.json$/), type: "application/json+chapters" }],
      ["person", "Eve & <crew>", { role: "guest", href: "https://e.example/?a&b" }],
    ]);
    expect(childOf(cod as XmlElement, "description")?.text).toBe('<p>Text &#x26; <a href="https://e.example/?a&#x26;b">a link</a></p>');
  });

  it("has the durations in JSON Feed", async () => {
    const { documents } = await publish(settings);
    const items: { attachments?: { duration_in_seconds?: number }[] }[] = JSON.parse(documents.json).items;
    expect(items.map(({ attachments }) => attachments?.[0]?.duration_in_seconds)).toEqual([undefined, undefined, 9, 3723, 62]);
  });
});

describe("the same site without the table", () => {
  it("has no trace of a podcast in any document", async () => {
    const { documents } = await publish(settings.replace(/\[vars\.SITE\.podcast\][\s\S]*/, ""));
    for (const document of Object.values(documents)) expect(document).not.toMatch(/itunes|podcastindex/i);
  });
});
