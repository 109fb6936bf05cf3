import { describe, expect, it } from "vitest";
import { categorySelection, languageSelection, wholeSite } from "../../../src/model/selection.ts";
import { hasSummariesOnly, keyOfSelection, limitOf } from "../../../src/model/selection-settings.ts";
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

describe("keyOfSelection()", () => {
  it.each([
    [categorySelection("Größe", site), "categories/größe"],
    [languageSelection("pt-BR"), "languages/pt-br"],
    [wholeSite, ""],
  ])("returns the key of $path", (selection, key) => {
    expect(keyOfSelection(selection)).toBe(key);
  });
});
