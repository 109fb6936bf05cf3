import { describe, expect, it } from "vitest";
import { canonicalLanguage, directionOf } from "../../../src/base/canonical-language.ts";

describe("canonicalLanguage()", () => {
  it.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["pt_BR", "pt-BR"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["iw", "he"],
    ["", undefined],
    ["a b", undefined],
    ["e", undefined],
    ["en-", undefined],
  ])("spells %j", (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected);
  });
});

describe("directionOf()", () => {
  it.each([
    ["en", "ltr"],
    ["ja", "ltr"],
    ["ar", "rtl"],
    ["he", "rtl"],
    ["fa-IR", "rtl"],
    ["ur", "rtl"],
    ["dv", "rtl"],
    ["az", "ltr"],
    ["az-Arab", "rtl"],
    ["ar-Latn", "ltr"],
    ["xx", "ltr"],
    ...["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"].map((script): [string, string] => [
      `und-${script}`,
      "rtl",
    ]),
  ])("returns for %s: %s", (language, expected) => {
    expect(directionOf(language)).toBe(expected);
  });
});
