import { describe, expect, it } from "vitest";
import { calloutTitle, isCalloutKind } from "../../../../../../src/content/markup/dialects/lines/callout-kinds.ts";

const languages = "ar cs da de en es fi fr he it ja ko nb nl no pl pt ru sv tr uk zh zh-Hant".split(" ");
const kinds =
  "note tip important warning caution danger info details example question abstract summary todo success failure bug quote seealso".split(
    " ",
  );
const similar = "hint attention error information faq help tldr check done fail missing cite admonition secondary topic".split(" ");

describe("calloutTitle()", () => {
  it.each(languages)("has a word for each kind in %s", (language) => {
    const titles = [...kinds, ...similar].map((kind) => calloutTitle(kind, language));
    expect(titles.filter((title) => title.trim() === "")).toEqual([]);
    if (language !== "en")
      expect(titles.filter((title) => /^(?:Todo|Success|Failure|Quote|Tldr|Done|Check|Cite|Seealso)$/.test(title))).toEqual([]);
  });

  it.each([
    ["abstract", "de", "Kurzfassung"],
    ["TODO", "fr", "À faire"],
    ["bug", "nb", "Programfeil"],
    ["seealso", "en", "See also"],
    ["seealso", "zh-TW", "另請參閱"],
    ["done", "en", "Done"],
    ["done", "de-AT", "Erfolg"],
    ["tldr", "es", "Resumen"],
    ["hint", "en", "Tip"],
    ["my-kind", "de", "My kind"],
  ])("names %s in %s", (kind, language, title) => {
    expect(calloutTitle(kind, language)).toBe(title);
  });

  it("has words for kinds that the dialects know", () => {
    expect([...kinds, ...similar].filter((kind) => !isCalloutKind(kind))).toEqual([]);
    expect(isCalloutKind("wow")).toBe(false);
  });
});
