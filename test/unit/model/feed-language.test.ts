import registry from "language-subtag-registry/data/json/registry.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { canonicalLanguage } from "../../../src/base/language/canonical-language.ts";
import { describeFeedLanguage, documentLanguage, feedLanguage } from "../../../src/model/feed-language.ts";
import { validatorLanguages } from "./validator-languages.ts";

describe("feedLanguage()", () => {
  it.each([
    ["en", "en"],
    ["pt-BR", "pt-BR"],
    ["gsw-CH", "gsw-CH"],
    ["yue-Hant-HK", "zh-yue-Hant-HK"],
    ["arz", "ar-arz"],
    ["nan", "zh-nan"],
    ["ase", "sgn-ase"],
    ["tok", "und"],
    ["zxx", "und"],
    ["und-x-klingon", "und-x-klingon"],
  ])("writes %s as %s", (tag, expected) => {
    expect(feedLanguage(tag)).toBe(expected);
    expect(documentLanguage(tag)).toBe(expected === "und" ? undefined : expected);
  });

  it("writes every registered language so that the W3C validator knows it, and its own languages unchanged", () => {
    const tags = registry.flatMap(({ Subtag, Type }) => (Type === "language" ? (canonicalLanguage(Subtag ?? "") ?? []) : []));
    expect(tags.length).toBeGreaterThan(8000);
    const firstOf = (tag: string) => tag.split("-")[0] ?? "";
    expect(tags.filter((tag) => !validatorLanguages.has(firstOf(feedLanguage(tag))))).toEqual([]);
    expect(tags.filter((tag) => validatorLanguages.has(firstOf(tag)) && feedLanguage(tag) !== tag)).toEqual([]);
  });
});

describe("describeFeedLanguage()", () => {
  it("says what feeds have instead of a language that the validator does not know", () => {
    expect(describeFeedLanguage("de", "de")).toBeUndefined();
    expect(describeFeedLanguage("yue", "zh-yue")).toBe(
      'Cannot write language "yue" in feeds: the W3C validator does not know it; they have "zh-yue", and pages have yue',
    );
    expect(describeFeedLanguage("tok", "und")).toContain('they have "und" (undetermined), and pages have tok');
    expect(describeFeedLanguage("tok", undefined)).toContain("they have none, and pages have tok");
  });
});
