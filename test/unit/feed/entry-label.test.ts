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
    expect(entryLabel({ ...entry, published })).toBe(expected);
  });
});
