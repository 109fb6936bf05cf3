import { readFileSync } from "node:fs";
import { parseRssFeed, type RssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { feedDocument } from "../../../src/feed/feed-document.ts";
import { renderFeed } from "../../../src/feed/render-feed.ts";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import { offerSettings } from "../../../src/import/offered-settings/offer-settings.ts";
import { settingsOfFeed } from "../../../src/import/offered-settings/settings-of-feed.ts";
import { rss } from "../../../src/model/format.ts";
import { wholeSite } from "../../../src/model/selection.ts";
import { sampleSettings } from "../../../src/settings/sample-site.ts";
import { type Site, siteSchema } from "../../../src/settings/site-settings.ts";
import { sampleSite } from "../../samples.ts";
import { compileImported, placeAll } from "./imported.ts";

const names = ["buzzsprout", "transistor", "podlove", "castopod"] as const;
const feedOf = (name: string) => readFileSync(`${import.meta.dirname}/../../fixtures/podcasts/${name}.xml`, "utf8");

/** Imports a feed into a new site, and renders the RSS of that site. */
async function roundTrip(text: string) {
  const document = parseFeedDocument(text, undefined);
  const offer = offerSettings(settingsOfFeed(document.site ?? {}), undefined, sampleSettings);
  const { favicon: _, redirects: __, ...valid } = siteSchema.parse(offer.complete);
  const url = valid.url || sampleSite.url;
  const site: Site = { ...sampleSite, ...valid, icon: valid.icon ?? sampleSite.icon, url, idBase: url };
  const files = (await placeAll(document.entries, site)).flatMap((placed) => (placed.outcome === "new" ? placed.files : []));
  const entries = await compileImported(document.entries, site);
  const rendered = renderFeed(rss, feedDocument(site, { selection: wholeSite, entries, archivePages: 0 }, rss, entries));
  return { document, offer, entries, files, again: parseRssFeed(rendered) };
}

type Feed = RssFeed.Feed<string>;
type Item = NonNullable<Feed["items"]>[number];

// Everything that directories and apps read and that Broadsheet has a key for.
function channelOf({ copyright, itunes = {}, language, link, podcast = {}, title }: Feed) {
  const { author, block = false, categories, complete = false, explicit, image, owner, type } = itunes;
  const { fundings, guid, locked, persons } = podcast;
  return {
    ...{ title, link: link && new URL(link).origin, language: language?.toLowerCase(), copyright },
    itunes: { author, block, categories, complete, explicit, image, email: owner?.email, type },
    podcast: { fundings, guid, locked: locked?.value, persons },
  };
}

const lower = (text: string | undefined) => text?.toLowerCase();

function itemOf({ enclosures, guid, itunes = {}, link, podcast = {}, pubDate, title }: Item) {
  const { block = false, duration, episode, episodeType, explicit, image, season } = itunes;
  const persons = podcast.persons?.map((person) => ({ ...person, role: lower(person.role), group: lower(person.group) }));
  return {
    ...{ title, path: link && new URL(link).pathname, guid: guid?.value, published: Date.parse(String(pubDate)), enclosures },
    itunes: {
      block,
      duration,
      episode,
      episodeType,
      explicit,
      image,
      season: season === 0 ? undefined : season,
      title: itunes.title ?? title,
    },
    podcast: {
      persons,
      chapters: podcast.chapters?.url,
      transcripts: podcast.transcripts?.map(({ language, type, url }) => ({ language, type: type?.replace(/;.*/, ""), url })),
    },
  };
}

describe("an imported podcast", () => {
  it.each(names)("keeps every field that Broadsheet has a key for: %s", async (name) => {
    const original = parseRssFeed(feedOf(name));
    const { again, offer } = await roundTrip(feedOf(name));
    expect(channelOf(again as Feed)).toEqual(channelOf(original as Feed));
    const pages = new Map(original.items?.map((item) => [item.guid?.value, item.link]));
    const items = again.items?.map((item) => itemOf({ ...item, link: pages.get(item.guid?.value) && item.link } as Item));
    expect(items).toEqual(original.items?.map((item) => itemOf(item as Item)));
    expect(offer.missing).toMatchObject({ limit: 100 });
  });
});

describe("the report about a podcast", () => {
  it.each([
    [
      "buzzsprout",
      ["podcast:soundbite", "podcast:transcript rel", "itunes:season (not a whole number from 1 on)"],
      ["podcast:location", "itunes:keywords"],
    ],
    [
      "transistor",
      ["podcast:alternateEnclosure", "podcast:value", "podcast:transcript rel"],
      [
        "podcast:trailer",
        "podcast:podping",
        'itunes:new-feed-url "https://feeds.host.example/slow-code", since directories would follow it to another feed than yours',
      ],
    ],
    ["podlove", ["itunes:summary (an entry has one summary)"], ["podcast:license", "the name of itunes:owner", "itunes:summary"]],
    [
      "castopod",
      ["podcast:location", "podcast:socialInteract", "podcast:soundbite", "podcast:season name", "podcast:transcript rel"],
      ["podcast:location", expect.stringContaining("itunes:new-feed-url")],
    ],
  ] as const)("names each kind of element without a key: %s", async (name, ofEntries, ofFeed) => {
    const { document, offer } = await roundTrip(feedOf(name));
    expect(document.entries.flatMap(({ dropped = [] }) => dropped).sort()).toEqual([...ofEntries].sort());
    expect(offer.notes).toEqual(
      expect.arrayContaining(ofFeed.map((kind) => (typeof kind === "string" ? `Not imported from the feed itself: ${kind}` : kind))),
    );
    expect(offer.notes.filter((note) => note.startsWith("Not imported"))).toHaveLength(ofFeed.length);
  });
});

describe("texts of a podcast", () => {
  it("contain the show notes, and a summary if there is one", async () => {
    const { entries, files } = await roundTrip(feedOf("podlove"));
    expect(entries).toMatchObject([{ summary: "Auf und ab mit Käthe", content: expect.stringContaining("<em>leckt</em>") }]);
    expect(files.map(({ path }) => path)).toEqual(["2024/2024-11-20-hf012-schleusen.chapters.json"]);
    expect(JSON.parse(new TextDecoder().decode(files[0]?.bytes))).toEqual({
      version: "1.2.0",
      chapters: [
        { startTime: 0, title: "Begrüßung" },
        { startTime: 94.5, title: "Das Tor", url: "https://hafenfunk.example/tor" },
      ],
    });
  });

  it("contain the summary of iTunes without another text, and keywords as categories", async () => {
    expect((await roundTrip(feedOf("buzzsprout"))).entries[1]).toMatchObject({ content: expect.stringContaining("Only water.") });
    expect((await roundTrip(feedOf("transistor"))).entries[0]).toMatchObject({ categories: ["loops", "recursion"] });
  });
});

const namespaces =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters"';
const podcast = (channel: string, item = "", base = "<title>T</title><itunes:category text='Arts'/>") =>
  `<rss version="2.0" ${namespaces}><channel>${base}${channel}<item><title>A</title><guid>a</guid><pubDate>2024-01-02T00:00:00Z</pubDate>${item}</item></channel></rss>`;

describe("settings of a podcast", () => {
  const offerFor = (channel: string, written = sampleSettings, base?: string) =>
    offerSettings(settingsOfFeed(parseFeedDocument(podcast(channel, "", base), undefined).site ?? {}), undefined, written);

  it("contain the e-mail address of the owner, wherever the feed has it", () => {
    expect(offerFor('<podcast:locked owner="a@b.example">no</podcast:locked>').missing).toMatchObject({
      podcast: { category: "Arts", email: "a@b.example", locked: false },
    });
  });

  it.each([
    ["", {}, "address of its owner", /podcast = \{ category = "Arts", email = "…" \}/],
    [
      "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>",
      { base: "<title>T</title>" },
      "category of Apple Podcasts and no address of its owner",
      /guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"/,
    ],
  ])("contain a line to complete if directories need more", (channel, { base }: { base?: string }, missing, line) => {
    const { missing: written, notes } = offerFor(channel, sampleSettings, base);
    expect(written).not.toHaveProperty("podcast");
    expect(notes.join("\n")).toContain(`Not a podcast yet, since the feed has no ${missing}: complete this line`);
    expect(notes.join("\n")).toMatch(line);
  });

  it("contain categories in Apple's spelling, and the outer category of those that Apple has removed", () => {
    const base = `<title>T</title><itunes:category text="society &amp;amp; culture"><itunes:category text="History"/></itunes:category><itunes:category text="Games &amp;amp; Hobbies"/>`;
    const { missing, notes } = offerFor("<itunes:owner><itunes:email>a@b.example</itunes:email></itunes:owner>", sampleSettings, base);
    expect(missing).toMatchObject({ podcast: { category: "Society & Culture" } });
    expect(notes.filter((note) => note.includes("not a category of Apple Podcasts"))).toHaveLength(2);
  });

  it("keep the owner's limit, and report if it is too low", () => {
    const { missing, notes } = offerFor("<item><title>B</title></item>", { ...sampleSettings, limit: 1 });
    expect(missing).not.toHaveProperty("limit");
    expect(notes.join()).toContain("Kept limit = 1 of wrangler.toml; the old feed has 2 episodes");
  });

  it("do not change when the podcast is imported again", () => {
    const { site = {} } = parseFeedDocument(feedOf("castopod"), undefined);
    const { complete } = offerSettings(settingsOfFeed(site), undefined, sampleSettings);
    expect(complete).toMatchObject({ podcast: { guid: "aa6b1c9e-8d0f-5a3b-b6ba-0c5ac3d97c12", locked: true } });
    expect(offerSettings(settingsOfFeed(site), undefined, complete).missing).toEqual({});
  });

  it("are missing for a weblog", () => {
    const { missing } = offerFor(
      "<itunes:author>Ada</itunes:author><itunes:image href='https://a.example/i.png'/>",
      sampleSettings,
      "<title>T</title>",
    );
    expect(missing).toMatchObject({ author: { name: "Ada" } });
    for (const key of ["icon", "limit", "podcast"]) expect(missing).not.toHaveProperty(key);
  });
});

describe("a hostile podcast", () => {
  const long = "x".repeat(1_000_000);
  const script = "&lt;script&gt;alert(1)&lt;/script&gt;";
  const person = (name: string) => `<podcast:person role="${script}" href="javascript:alert(1)" img="//[">${name}</podcast:person>`;

  it.each([
    [
      "long texts",
      `<podcast:guid>${long}</podcast:guid><itunes:author>${long}</itunes:author><itunes:type>${long}</itunes:type><itunes:category text="${long}"/><itunes:owner><itunes:email>${long}@a.example</itunes:email><itunes:name>${long}</itunes:name></itunes:owner><description>${long}</description><podcast:funding url="https://a.example/${long}">${long}</podcast:funding><podcast:person>${long}</podcast:person>`,
      `<itunes:title>${long}</itunes:title><itunes:subtitle>${long}</itunes:subtitle><itunes:keywords>${long}</itunes:keywords><podcast:person role="${long}">${long}</podcast:person><podcast:transcript url="https://a.example/${long}.vtt" type="${long}" language="${long}"/><podcast:chapters url="https://a.example/${long}" type="application/json"/><psc:chapters><psc:chapter start="${"1".repeat(100_000)}" title="${long}"/></psc:chapters>`,
    ],
    [
      "scripts and invalid URLs",
      `${person(script)}<podcast:funding url="javascript:alert(1)">${script}</podcast:funding><podcast:locked owner="${script}">maybe</podcast:locked><itunes:image href="data:text/html,x"/>`,
      `${person(script)}<itunes:title>${script}</itunes:title><podcast:transcript url="javascript:x" type="text/vtt"/><podcast:chapters url="file:///etc/passwd" type="application/json"/>`,
    ],
    [
      "very many elements",
      `${person("P").repeat(5000)}${'<podcast:funding url="https://a.example/">F</podcast:funding>'.repeat(5000)}`,
      `${`<podcast:person href="https://a.example/${"x".repeat(1900)}">${"y".repeat(128)}</podcast:person>`.repeat(200)}${'<podcast:transcript url="https://a.example/t.vtt" type="text/vtt"/>'.repeat(5000)}<itunes:keywords>${"a,b,".repeat(50_000)}</itunes:keywords><psc:chapters>${'<psc:chapter start="1" title="T"/>'.repeat(5000)}</psc:chapters>`,
    ],
  ])("loses no entry and writes no invalid setting: %s", async (_, channel, item) => {
    const { again, entries, offer } = await roundTrip(podcast(channel, `<description>Text</description>${item}`));
    expect(entries).toMatchObject([{ id: "a", title: "A" }]);
    expect(again.items).toMatchObject([{ title: "A", guid: { value: "a" } }]);
    expect(JSON.stringify([again, offer.missing]).length).toBeLessThan(60_000);
    expect(JSON.stringify([again, offer.missing])).not.toMatch(/javascript:|file:|data:text/);
    expect(entries[0]?.podcast?.persons?.length ?? 0).toBeLessThanOrEqual(100);
  });
});

describe("other formats", () => {
  it("reads the elements of iTunes and the chapters in Atom", () => {
    const entry = `<entry><title>A</title><id>a</id><updated>2024-01-02T00:00:00Z</updated><itunes:title>B</itunes:title><itunes:block>Yes</itunes:block><psc:chapters><psc:chapter start="1:02" title="C"/></psc:chapters><content>Text</content></entry>`;
    const { entries, site } = parseFeedDocument(
      `<feed xmlns="http://www.w3.org/2005/Atom" ${namespaces}><title>T</title><id>f</id><itunes:category text="Arts"/><itunes:type>serial</itunes:type>${entry}</feed>`,
      undefined,
    );
    expect(entries).toMatchObject([{ podcast: { episodeTitle: "B", block: true }, chapters: [{ startTime: 62, title: "C" }] }]);
    expect(site).toMatchObject({ podcast: { category: ["Arts"], type: "serial" }, episodes: 1 });
  });

  it("finds no podcast in JSON Feed, which has no elements for it", () => {
    const feed = { version: "https://jsonfeed.org/version/1.1", title: "T", items: [{ id: "1", content_text: "Text" }] };
    const { entries, site } = parseFeedDocument(JSON.stringify(feed), undefined);
    expect([entries[0]?.podcast, entries[0]?.dropped, site?.podcast, site?.dropped]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
