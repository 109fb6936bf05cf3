import { describe, expect, it } from "vitest";
import { parseFileName, slugify } from "../../../src/content/slug.ts";

describe("parseFileName()", () => {
  it.each([
    ["moon.md", { slug: "moon" }],
    ["notes/Full Moon.html", { slug: "notes/full-moon" }],
    ["2024-11-06-moon.txt", { slug: "moon", date: "2024-11-06" }],
    ["notes/2024-11-06_moon.md", { slug: "notes/moon", date: "2024-11-06" }],
    ["2024-11-06 moon.md", { slug: "moon", date: "2024-11-06" }],
    ["2024-11-06.md", { slug: "2024-11-06", date: "2024-11-06" }],
    ["2024-11-06-moon/index.md", { slug: "moon", date: "2024-11-06" }],
    ["moon/index.md", { slug: "moon" }],
    ["index.md", { slug: "index" }],
    ["index/index.md", { slug: "index" }],
    ["2024/11/moon.md", { slug: "2024/11/moon" }],
    ["v1.2.md", { slug: "v1.2" }],
    ["🐟.md", { slug: "untitled" }],
  ])("reads %s", (source, expected) => {
    const { slug, date } = parseFileName(source);
    expect({ slug, ...(date !== undefined && { date }) }).toEqual(expected);
  });
});

describe("slugify()", () => {
  it.each([
    ["The Moon's Far Side!", "the-moons-far-side"],
    ["Moon’s", "moons"],
    ["Über Straße", "über-straße"],
    ["u\u0308ber", "über"],
    ["月の裏側", "月の裏側"],
    ["القمر البعيد", "القمر-البعيد"],
    ["हिन्दी", "हिन्दी"],
    ["a/b\\c?d#e", "a-b-c-d-e"],
    ["--a  b--", "a-b"],
    ["..", "untitled"],
    [".hidden.", "hidden"],
    ["a_b~c", "a_b~c"],
    ["", "untitled"],
    ["🐟!", "untitled"],
  ])("makes a path segment of %j", (text, expected) => {
    expect(slugify(text)).toBe(expected);
  });
});
