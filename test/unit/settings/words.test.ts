import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readTags } from "../../../src/build/source/read-words.ts";
import { faultsOfWords } from "../../../src/settings/words.ts";

const tableOf = (tag: string): Record<string, unknown> =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../../src/words/${tag}.json`), "utf8"));
const english = tableOf("en");

describe("the tables of words", () => {
  it("exist for at least these languages", () => {
    expect(readTags()).toEqual(expect.arrayContaining("ar de en es fa fr he it ja ko nl pl pt ru tr uk zh zh-Hant".split(" ")));
  });

  it.each(readTags())("%s.json has the keys and placeholders of English, and the plural categories of its language", (tag) => {
    expect(faultsOfWords(tableOf(tag), english, tag)).toEqual([]);
  });

  it.each(readTags())("%s.json says whether a person has reviewed it", (tag) => {
    const status = tableOf(tag)["status"];
    if (tag === "en") expect(status).toBe("original");
    else expect(status).toMatch(/^(?:unreviewed machine translation|reviewed\b.*)$/);
  });
});

describe("faultsOfWords()", () => {
  const { articles: _, ...withoutArticles } = english;

  it.each([
    ["a missing word", withoutArticles, "articles is missing"],
    ["an unknown word", { ...english, weather: "Weather" }, "weather is unknown"],
    ["a word that is not a text", { ...english, articles: 7 }, "articles is not a text"],
    ["an empty word", { ...english, articles: " " }, "articles is not a text"],
    ["a text instead of a table", { ...english, errors: "Error" }, "errors is not a table of words"],
    ["a missing placeholder", { ...english, pageNumber: "Page" }, "pageNumber lacks {number}"],
    ["an unknown placeholder", { ...english, pageNumber: "Page {number} of {total}" }, "pageNumber has the unknown placeholder {total}"],
    ["a missing plural category", { ...english, articleCount: { other: "{count} articles" } }, "articleCount.one is missing"],
    ["a file that is not a table", [], "status is missing"],
    ["a file that is a text", "words", "the file is not a table of words"],
  ])("reports %s", (_, table, expected) => {
    expect(faultsOfWords(table, english, "en")).toContain(expected);
  });

  it("allows a plural form without the number", () => {
    expect(faultsOfWords({ ...english, articleCount: { one: "one article", other: "{count} articles" } }, english, "en")).toEqual([]);
  });
});
