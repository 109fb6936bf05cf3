import { describe, expect, it } from "vitest";
import { isKnownLanguage } from "../../../../src/base/language/known-language.ts";
import { languageNamed } from "../../../../src/base/language/language-named.ts";

describe("isKnownLanguage()", () => {
  it.each(["en", "pt-BR", "zh-Hant-TW", "tlh", "gsw-CH"])("accepts %s", (tag) => {
    expect(isKnownLanguage(tag)).toBe(true);
  });

  it.each(["English", "zzz", "en_US", "", "x", "a-b-c"])("rejects %s", (tag) => {
    expect(isKnownLanguage(tag)).toBe(false);
  });
});

describe("languageNamed()", () => {
  it.each([
    ["English", "en"],
    ["german", "de"],
    ["Deutsch", "de"],
    ["日本語", "ja"],
    ["Klingonish", undefined],
  ])("finds the tag of %s", (name, expected) => {
    expect(languageNamed(name)).toBe(expected);
  });
});
