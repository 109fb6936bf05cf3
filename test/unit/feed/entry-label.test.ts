import { describe, expect, it } from "vitest";
import { entryLabel } from "../../../src/feed/entry-label.ts";

describe("entryLabel()", () => {
  const published = Date.UTC(2024, 10, 6);

  it.each([
    ["its title", { title: "Moon", summary: "It rose." }, "Moon"],
    ["how it begins", { title: "", summary: "It rose." }, "It rose."],
    ["how it begins, cut short", { title: "", summary: "It rose. ".repeat(20) }, `${"It rose. ".repeat(8)}It rose…`],
    ["its day", { title: "", summary: "" }, "2024-11-06"],
  ])("labels an entry by %s", (_, entry, expected) => {
    expect(entryLabel({ ...entry, published }, { timezone: "UTC" })).toBe(expected);
  });

  it.each([
    ["Europe/Berlin", "2026-11-05T23:00Z", "2026-11-06"],
    ["America/New_York", "2026-11-22T04:30Z", "2026-11-21"],
    ["UTC", "0800-01-02", "0800-01-02"],
  ])("labels an entry by its day in %s", (timezone, instant, day) => {
    expect(entryLabel({ title: "", summary: "", published: Date.parse(instant) }, { timezone })).toBe(day);
  });
});
