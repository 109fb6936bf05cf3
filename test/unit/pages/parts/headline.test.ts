import { describe, expect, it } from "vitest";
import { headline } from "../../../../src/pages/parts/headline.ts";
import { sampleEntry, sampleSite } from "../../../browser/sample-site.ts";

function of(title: string, summary: string, language = "en") {
  return headline(sampleEntry("moon", { title, summary, language }), sampleSite());
}

describe("headline()", () => {
  it.each([
    ["a title", of("Moon", "It rose."), { name: "Moon", summary: "It rose." }],
    ["a short summary", of("", "It rose."), { name: "It rose.", summary: "" }],
    ["nothing", of("", ""), { name: "November 6, 2024", summary: "" }],
    ["nothing, in German", of("", "", "de"), { name: "6. November 2024", summary: "" }],
    ["nothing, in Latin, for which there are no dates", of("", "", "la"), { name: "November 6, 2024", summary: "", language: "en" }],
  ])("names an entry that has %s", (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it("splits a long summary between words, without loss", () => {
    const summary = "Fog until noon, then a gull on every bollard, as if someone had handed out numbers.";
    expect(of("", summary)).toEqual({
      name: "Fog until noon, then a gull on every bollard, as if someone…",
      summary: "…had handed out numbers.",
    });
  });

  it("finds the words of a language without spaces", () => {
    const { name, summary } = of("", "灯台守は秋に去るはずだった。".repeat(10), "ja");
    expect(name.length).toBeLessThanOrEqual(61);
    expect(name.slice(0, -1) + summary.slice(1)).toBe("灯台守は秋に去るはずだった。".repeat(10));
  });

  it("never cuts a character in two", () => {
    expect(of("", "👩‍👩‍👧‍👦".repeat(20)).name.isWellFormed()).toBe(true);
  });
});
