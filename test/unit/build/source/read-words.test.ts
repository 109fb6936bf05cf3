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

  const english: object = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../../../src/words/en.json"), "utf8"));

  function readOwn(table: string) {
    const folder = makeFolder({ "en.json": JSON.stringify(english), "fi.json": table });
    const told: string[] = [];
    return { words: readWords("fi", (message) => told.push(message), folder), told };
  }

  it("warns about a table that is not JSON, and returns the English words", () => {
    const { told, words } = readOwn("{");
    expect(words).toMatchObject({ tag: "en", subscribe: "Subscribe" });
    expect(told).toEqual([
      expect.stringMatching(/^Cannot use all of src\/words\/fi\.json: Expected .*; compare it with src\/words\/en\.json$/s),
    ]);
  });

  it.each<[object, string, readonly string[]]>([
    [{ transcript: undefined }, "transcript is missing", ["transcript"]],
    [{ transcript: " ", weather: "Sää" }, "weather is unknown, transcript is not a text", ["transcript"]],
    [{ pageNumber: "Sivu {n}" }, "pageNumber has the unknown placeholder {n}, pageNumber lacks {number}", ["pageNumber"]],
    [{ errors: { 404: {} } }, "errors.404.title is missing", ["errors"]],
    [{ status: undefined }, "status is missing", []],
  ])("replaces only faulty words with English ones: %j", (changes, expected, replaced) => {
    const { told, words } = readOwn(JSON.stringify({ ...english, subscribe: "Tilaa", ...changes }));
    expect(told).toEqual([expect.stringContaining(expected)]);
    const { status: _, ...complete } = { ...english, status: "" };
    expect(words).toEqual({ ...complete, tag: "fi", subscribe: "Tilaa", ...(replaced.length > 0 && { english: replaced }) });
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

  it("prefers a table of the region, and ignores one in another script", () => {
    expect(tableFor("pt-PT", ["pt", "pt-PT"])).toBe("pt-PT");
    expect(tableFor("zh-TW", ["zh"])).toBe(undefined);
    expect(tableFor("sr-Latn", ["sr"])).toBe(undefined);
  });
});
