import { describe, expect, it } from "vitest";
import { isLanguageTag } from "../../../src/conformance/values/language-tag.ts";

describe("isLanguageTag()", () => {
  it.each([
    ..."en EN pt-BR de-1996 zh-Hant-TW sr-Latn en-x-a ger art-lojban mul zxx".split(" "), // languages that CLDR names
    ..."und UND und-Latn mis qaa qtz-DE sgn cel art-x-dothraki".split(" "),
    ..."x-klingon x-a-b i-klingon I-Default en-GB-oed sgn-BE-FR".split(" "),
    ..."zh-cmn zh-yue-HK zh-min-nan sgn-ase".split(" "),
  ])("accepts %s", (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each(["", "e", "x", "x-", "i-x", "zz", "xxx", "en_US", "English", "en-", "und-", "und_US", "zh-cmn-", "root", "en us"])(
    "refuses %j",
    (tag) => {
      expect(isLanguageTag(tag)).toBe(false);
    },
  );
});
