import { describe, expect, it } from "vitest";
import type { FrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { readCategories, type Separation } from "../../../../src/content/metadata/category-metadata.ts";

function read(data: FrontMatter["data"], separation: Separation): { categories: readonly string[]; warnings: string[] } {
  const warnings: string[] = [];
  const { categories } = readCategories(data, [], separation, (key, message) => warnings.push(`${key}: ${message}`));
  return { categories, warnings };
}

describe("readCategories()", () => {
  it.each([
    ["tags", { tags: "moon tides" }, ["moon", "tides"]],
    ["categories", { categories: " moon \n tides " }, ["moon", "tides"]],
    ["no single tag", { tag: "moon tides" }, ["moon tides"]],
    ["no single category", { category: "moon tides" }, ["moon tides"]],
    ["no other taxonomy", { taxonomies: { hashtags: "moon tides", categories_en: "north sea" } }, ["moon tides", "north sea"]],
    ["no list", { tags: ["moon tides", ["north sea"]] }, ["moon tides", "north sea"]],
    ["no table", { tags: { name: "moon tides" } }, ["moon tides"]],
  ])("splits words where Jekyll does: %s", (_, data, categories) => {
    expect(read(data, "words")).toEqual({ categories, warnings: [] });
  });

  it.each([
    ["one word", { tags: "moon" }, ["moon"]],
    ["words with a comma", { tags: "full moon, tides" }, ["full moon", "tides"]],
    ["words in a list", { tags: ["full moon"] }, ["full moon"]],
    ["words in a table", { tags: { name: "full moon" } }, ["full moon"]],
    ["words under a singular key", { tag: "full moon" }, ["full moon"]],
    ["words of another taxonomy", { taxonomies: { hashtags: "full moon" } }, ["full moon"]],
  ])("does not warn about %s", (_, data, categories) => {
    expect(read(data, "guess")).toEqual({ categories, warnings: [] });
  });

  it("warns if words may be one term or several", () => {
    expect(read({ tags: "full moon" }, "guess")).toEqual({
      categories: ["full moon"],
      warnings: [
        'tags: Cannot be sure whether tags "full moon" is one or several: it is used as one; write ["full moon"] or ["full","moon"]',
      ],
    });
  });

  it("merges terms that differ only in case, but not ß and ss", () => {
    expect(read({ tags: ["Straße", "STRAßE", "Strasse", "strasse"] }, "one").categories).toEqual(["Straße", "Strasse"]);
  });
});
