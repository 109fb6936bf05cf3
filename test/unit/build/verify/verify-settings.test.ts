import { describe, expect, it } from "vitest";
import { type CompiledSite, verifySettings } from "../../../../src/build/verify/verify-settings.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import type { MediaFile } from "../../../../src/model/entry.ts";
import type { Site } from "../../../../src/settings/site-settings.ts";
import { sampleEntry, sampleSite } from "../../../samples.ts";

const podcast: Site["podcast"] = { category: ["Technology"], explicit: false, type: "episodic" };
const recording: MediaFile = { url: "https://news.example/media/a/b.mp3", type: "audio/mpeg", length: 1 };
const artwork: MediaFile = { url: "https://news.example/media/a/b.png", type: "image/png", length: 1, width: 1400, height: 1400 };

function problemsOf(settings: Partial<Site>, compiled: Partial<CompiledSite> = {}): string[] {
  const site = {
    entries: [],
    icon: artwork,
    hasOwnIcon: true,
    locationOf: (path: readonly string[]) => ({ file: path[0] ?? "", line: 1, column: 1 }),
    ...compiled,
  };
  return verifySettings({ ...sampleSite, ...settings }, site).map(formatDiagnostic);
}

describe("verifySettings()", () => {
  it("warns about a slug for a term that no article has", () => {
    const entries = [sampleEntry("a", { categories: ["C#"], authors: [{ name: "Ada" }] })];
    expect(problemsOf({ slugs: { "c#": "c-sharp", ADA: "ada-l", Nobody: "x" } }, { entries })).toEqual([
      'slugs:1:1 warning Cannot find "Nobody", which slugs names: no article has such a category or author',
    ]);
  });

  it("warns about a language that feeds cannot have", () => {
    expect(problemsOf({ language: "yue" })).toEqual([
      expect.stringMatching(/^language:1:1 warning Cannot write language "yue" in feeds: .*"zh-yue"/),
    ]);
    expect(problemsOf({ language: "tok" })).toEqual([expect.stringContaining("they have none, and pages have tok")]);
    expect(problemsOf({ language: "pt-BR" })).toEqual([]);
  });

  it("warns about a selection without articles", () => {
    const entries = [
      sampleEntry("a", { categories: ["Links"], authors: [{ name: "Ada" }], language: "pt-BR" }),
      sampleEntry("b", { categories: ["Unlisted"], unlisted: true }),
    ];
    const keys = ["categories/links", "authors/ada", "languages/pt-br", "categories/link", "categories/unlisted", "authors/Nobody"];
    const selections = Object.fromEntries(keys.map((key) => [key, { listed: false }]));
    expect(problemsOf({ selections }, { entries })).toEqual([
      'selections:1:1 warning Cannot find "categories/link", which selections names: no article is in it; did you mean "categories/links"?',
      'selections:1:1 warning Cannot find "categories/unlisted", which selections names: no article is in it',
      'selections:1:1 warning Cannot find "authors/Nobody", which selections names: no article is in it',
    ]);
  });

  it("warns about podcast settings of a selection if the site is not a podcast", () => {
    const entries = [sampleEntry("a", { categories: ["Show"] })];
    const selections = { "categories/show": { listed: true, newFeedUrl: "https://new.example/rss.xml" } };
    expect(problemsOf({ selections }, { entries })).toEqual([
      "selections:1:1 warning Cannot use selections.categories/show.newFeedUrl: the site is not a podcast; add the table SITE.podcast or remove this line",
    ]);
    expect(problemsOf({ podcast, selections }, { entries })).toEqual([]);
    expect(problemsOf({ selections }, { entries, isIncomplete: true })).toEqual([]);
  });

  it.each([
    ["none of its own", { hasOwnIcon: false, icon: undefined }, "podcast"],
    ["a GIF", { icon: { ...artwork, type: "image/gif" } }, "icon"],
    ["one that is not square", { icon: { ...artwork, height: 1500 } }, "icon"],
    ["one that is too small", { icon: { ...artwork, width: 1399, height: 1399 } }, "icon"],
    ["one that is too large", { icon: { ...artwork, width: 3001, height: 3001 } }, "icon"],
    ["one of which no size is known", { icon: { url: artwork.url, type: "image/png", length: 1 } }, "icon"],
  ])("warns about artwork that directories reject: %s", (_criterion, compiled, key) => {
    expect(problemsOf({ podcast }, compiled)).toEqual([expect.stringMatching(new RegExp(`^${key}:1:1 warning Cannot offer`))]);
    expect(problemsOf({}, compiled)).toEqual([]);
  });

  it.each([
    ["as it should be", { icon: artwork }],
    ["elsewhere", { icon: undefined }],
  ])("accepts artwork %s", (_criterion, compiled) => {
    expect(problemsOf({ podcast }, compiled)).toEqual([]);
  });

  it("warns if a feed does not contain all episodes", () => {
    const entries = ["a", "b", "c"].map((slug) => sampleEntry(slug, { enclosure: recording }));
    expect(problemsOf({ podcast, limit: 2 }, { entries })).toEqual([
      "limit:1:1 warning Cannot show all 3 episodes in directories: the feed contains only 2, and directories do not read archives; raise limit",
    ]);
    expect(problemsOf({ podcast, limit: 3 }, { entries: [...entries, sampleEntry("d")] })).toEqual([]);
    expect(problemsOf({ limit: 2 }, { entries })).toEqual([]);
  });
});
