import { describe, expect, it } from "vitest";
import { formatDate, languageOfDates } from "../../../../src/pages/parts/format-date.ts";
import { sampleSite } from "../../../browser/sample-site.ts";

const instant = Date.UTC(2024, 11, 31, 23, 30);

describe("formatDate()", () => {
  it.each([
    ["en", "UTC", "December 31, 2024"],
    ["en", "Europe/Berlin", "January 1, 2025"],
    ["de", "Europe/Berlin", "1. Januar 2025"],
    ["ja", "UTC", "2024年12月31日"],
  ])("formats the day in %s, in %s", (language, timezone, expected) => {
    expect(formatDate(instant, sampleSite("", { language, timezone }))).toBe(expected);
  });

  it("formats the minute with the name of the zone", () => {
    const text = formatDate(instant, sampleSite("", { timezone: "America/New_York" }), "minute");
    expect(text.replaceAll("\u202f", " ")).toBe("December 31, 2024 at 6:30 PM EST");
  });
});

describe("languageOfDates()", () => {
  it.each([
    ["de", "de"],
    ["pt-BR", "pt-BR"],
    ["en-GB", "en-GB"],
    ["la", "en"], // no runtime has dates in Latin
  ])("returns for %s: %s", (language, expected) => {
    expect(languageOfDates({ language, timezone: "UTC" })).toBe(expected);
  });
});
