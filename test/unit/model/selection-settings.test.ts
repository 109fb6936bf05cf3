import { describe, expect, it } from "vitest";
import { categorySelection, languageSelection, wholeSite } from "../../../src/model/selection.ts";
import { hasSummariesOnly, keyOfSelection, limitOf, podcastOf } from "../../../src/model/selection-settings.ts";
import { sampleSite } from "../../samples.ts";

const site = {
  ...sampleSite,
  limit: 5,
  selections: {
    "categories/größe": { listed: true, limit: 50 },
    "languages/pt-br": { listed: true, content: "summary" as const },
  },
};

describe("limitOf()", () => {
  it("returns the limit of the selection, or that of the site", () => {
    expect(limitOf(categorySelection("Größe", site), site)).toBe(50);
    expect(limitOf(languageSelection("pt-BR"), site)).toBe(5);
    expect(limitOf(wholeSite, site)).toBe(5);
  });
});

describe("hasSummariesOnly()", () => {
  it("depends on the selection, or on the site", () => {
    expect(hasSummariesOnly(languageSelection("pt-BR"), site)).toBe(true);
    expect(hasSummariesOnly(wholeSite, site)).toBe(false);
    expect(hasSummariesOnly(wholeSite, { ...site, content: "summary" })).toBe(true);
    expect(hasSummariesOnly(categorySelection("Größe", site), { ...site, content: "summary" })).toBe(true);
  });
});

describe("podcastOf()", () => {
  const shared = { category: ["Arts"], explicit: false, type: "episodic" as const, block: true };
  const own = { guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810", newFeedUrl: "https://new.example/rss.xml" };
  const show = { guid: "ead4c236-bf58-58c6-a2c6-a6b28d128cb6", newFeedUrl: "https://new.example/show.xml" };
  const podcasts = { ...site, podcast: { ...shared, ...own }, selections: { "categories/show": { listed: true, ...show } } };

  it.each([
    ["the whole site", wholeSite, undefined, { ...shared, ...own }],
    ["a selection with an identity", categorySelection("Show", site), undefined, { ...shared, ...show }],
    ["another selection", categorySelection("Sea", site), undefined, shared],
    ["an archive page of the site", wholeSite, 1, shared],
    ["an archive page of a selection", categorySelection("Show", site), 1, shared],
  ])("returns the identity and the new address of %s", (_name, selection, number, expected) => {
    expect(podcastOf(podcasts, { selection, ...(number !== undefined && { number }) })).toEqual(expected);
  });

  it("returns nothing if the site is not a podcast", () => {
    expect(podcastOf({ ...podcasts, podcast: undefined }, { selection: categorySelection("Show", site) })).toBeUndefined();
  });
});

describe("keyOfSelection()", () => {
  it.each([
    [categorySelection("Größe", site), "categories/größe"],
    [languageSelection("pt-BR"), "languages/pt-br"],
    [wholeSite, ""],
  ])("returns the key of $path", (selection, key) => {
    expect(keyOfSelection(selection)).toBe(key);
  });
});
