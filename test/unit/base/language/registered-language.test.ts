import languages from "language-subtag-registry/data/json/language.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { canonicalLanguage } from "../../../../src/base/language/canonical-language.ts";
import { isRegisteredLanguage } from "../../../../src/base/language/registered-language.ts";

describe("isRegisteredLanguage()", () => {
  it("accepts every language of the registry", () => {
    const tags = Object.keys(languages).filter((tag) => !tag.includes("..")); // qaa..qtz
    expect(tags.length).toBeGreaterThan(8000);
    expect(tags.filter((tag) => !isRegisteredLanguage(canonicalLanguage(tag) ?? ""))).toEqual([]);
  });

  it.each(["en", "pt-BR", "apc", "und", "qaa", "qtz-DE", "tok-x-a", "und-x-klingon"])("accepts %s", (tag) => {
    expect(isRegisteredLanguage(tag)).toBe(true);
  });

  it.each(["English", "zzz", "qua-", "xx", "", "x", "a-b-c", "constructor", "quz-quz"])("rejects %j", (tag) => {
    expect(isRegisteredLanguage(tag)).toBe(false);
  });
});
