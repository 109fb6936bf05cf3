import registry from "language-subtag-registry/data/json/registry.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { canonicalLanguage, directionOf, extendedPrefix } from "../../../../src/base/language/canonical-language.ts";
import { isRegisteredLanguage } from "../../../../src/base/language/registered-language.ts";

describe("canonicalLanguage()", () => {
  it.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["pt_BR", "pt-BR"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["iw", "he"],
    ["zh-yue", "yue"],
    ["ZH-Yue-hant-hk", "yue-Hant-HK"],
    ["zh-cmn-Hans", "zh-Hans"],
    ["ar-arz", "arz"],
    ["zh-min-nan", "nan"],
    ["en-GB-oed", "en-GB-oxendict"],
    ["i-klingon", "tlh"],
    ["i-Default", "en-x-i-default"],
    ["sgn-BE-FR", "sfb"],
    ["x-klingon", "und-x-klingon"],
    ["en-gbr", undefined],
    ["en-yue", undefined],
    ["zh-foo", undefined],
    ["x-", undefined],
    ["i-x", undefined],
    ["constructor", undefined],
    ["", undefined],
    ["a b", undefined],
    ["e", undefined],
    ["en-", undefined],
  ])("spells %j", (tag, expected) => {
    expect(canonicalLanguage(tag)).toBe(expected);
  });
});

describe("extendedPrefix()", () => {
  it("returns the prefix of every extended language of the registry", () => {
    const prefixes = registry.flatMap(({ Prefix, Subtag, Type }) => (Type === "extlang" ? [[Subtag, Prefix]] : []));
    expect(prefixes.length).toBeGreaterThan(200);
    expect(prefixes.map(([language]) => [language, [extendedPrefix(String(language))]])).toEqual(prefixes);
    expect(extendedPrefix("de")).toBeUndefined();
  });
});

describe("the old tags of the registry", () => {
  const old = registry.flatMap(({ Tag, Type, ...others }) =>
    Type === "grandfathered" ? [[Tag ?? "", others["Preferred-Value"]] as const] : [],
  );

  it.each(old)("%s has a tag that is known", (tag, preferred) => {
    const canonical = canonicalLanguage(tag) ?? "";
    expect(isRegisteredLanguage(canonical)).toBe(true);
    if (preferred !== undefined) expect(canonical).toBe(canonicalLanguage(preferred));
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
