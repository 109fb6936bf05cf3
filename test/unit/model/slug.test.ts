import { describe, expect, it } from "vitest";
import { plainSlug, prettySlug, slugify } from "../../../src/model/slug.ts";

describe("prettySlug()", () => {
  it.each([
    ["The-Moon's (Far) Side!", "The-Moon's-(Far)-Side!"],
    ["C#  & C++", "C-&-C++"],
    ["-a-", "a"],
    ["#", "untitled"],
  ])("converts %j as Jekyll does", (text, expected) => {
    expect(prettySlug(text)).toBe(expected);
  });
});

describe("plainSlug()", () => {
  it.each([
    ["The Moon's (Far) Side!", "the-moon-s-far-side"],
    ["C#  & C++ v1.2", "c-c-v1-2"],
    ["U\u0308ber_uns", "über-uns"],
    ["#", "untitled"],
  ])("keeps letters and digits of %j", (text, expected) => {
    expect(plainSlug(text)).toBe(expected);
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
    ["Wait ...", "wait"],
    ["a_b~c", "a_b~c"],
    ["", "untitled"],
    ["🐟!", "untitled"],
  ])("converts %j to a path segment", (text, expected) => {
    expect(slugify(text)).toBe(expected);
  });
});
