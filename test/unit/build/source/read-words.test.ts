import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readTags, readWords, tableFor } from "../../../../src/build/source/read-words.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

const fail = (message: string) => {
  throw new Error(message);
};

describe("readWords()", () => {
  it.each([
    ["de", "de", "Abonnieren"],
    ["de-CH", "de", "Abonnieren"],
    ["pt-BR", "pt", "Assinar"],
    ["en-GB", "en", "Subscribe"],
    ["sw", "en", "Subscribe"],
  ])("reads the words of %s from %s.json", (language, tag, subscribe) => {
    expect(readWords(language, fail)).toMatchObject({ tag, subscribe });
  });

  it.each([
    ["{", "Expected property name"],
    ['{ "status": "reviewed by Ada" }', "skipToContent is missing, "],
  ])("reports a table that cannot be used, and returns the English words: %s", (table, expected) => {
    const folder = makeFolder({ "en.json": readFileSync(resolve(import.meta.dirname, "../../../../src/words/en.json")), "de.json": table });
    const told: string[] = [];
    expect(readWords("de", (message) => told.push(message), folder)).toMatchObject({ tag: "en", subscribe: "Subscribe" });
    expect(told).toEqual([expect.stringMatching(/^Cannot use src\/words\/de\.json: .*; compare it with src\/words\/en\.json$/s)]);
    expect(told[0]).toContain(expected);
  });

  it("does not return the note on the translation", () => {
    expect(readWords("de", fail)).not.toHaveProperty("status");
  });
});

describe("tableFor()", () => {
  it.each([
    ["zh", "zh"],
    ["zh-CN", "zh"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-Hant-TW", "zh-Hant"],
    ["uz-Arab", undefined],
    ["de-Latn-DE-1996", "de"],
    ["ar-EG-u-nu-latn", "ar"],
    ["sr", undefined],
  ])("finds the table for %s: %s", (language, expected) => {
    expect(tableFor(language, readTags())).toBe(expected);
  });

  it("prefers a table of the region, and none in another script", () => {
    expect(tableFor("pt-PT", ["pt", "pt-PT"])).toBe("pt-PT");
    expect(tableFor("zh-TW", ["zh"])).toBe(undefined);
    expect(tableFor("sr-Latn", ["sr"])).toBe(undefined);
  });
});
