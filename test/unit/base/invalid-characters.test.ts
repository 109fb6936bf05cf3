import { describe, expect, it } from "vitest";
import { codePointName, hasInvalidCharacters, replaceInvalidCharacters } from "../../../src/base/invalid-characters.ts";

describe("replaceInvalidCharacters()", () => {
  it.each([
    ["\0", "␀"],
    ["\u0007", "␇"],
    ["\u001F", "␟"],
    ["\v", "\n"],
    ["\f", "\n"],
    ["\u007F", "␡"],
    ["\u0080", "€"],
    ["\u0081", "□"],
    ["\u0093", "“"],
    ["\u009F", "Ÿ"],
    ["\uFFFD", "□"],
    ["\uFFFE", "□"],
    ["\uFFFF", "□"],
    ["\uFDD0", "□"],
    ["\u{1FFFF}", "□"],
    ["\uD83D", "□"],
    ["\uDC1F", "□"],
  ])("replaces %j", (character, expected) => {
    const told: unknown[] = [];
    expect(replaceInvalidCharacters(`🐟${character}b`, (...one) => told.push(one))).toBe(`🐟${expected}b`);
    expect(told).toEqual([[character, 2]]);
  });

  it.each(["\t\n\r", "a\u00A0\u00AD\u200B\u200F\uFEFF\uE000", "🐟👩‍👩‍👧", "قمر 月 ﷺ"])("keeps %j", (text) => {
    expect(replaceInvalidCharacters(text, () => expect.fail())).toBe(text);
  });
});

describe("hasInvalidCharacters()", () => {
  it.each([
    ["\0a", true],
    ["a\uFFFE", true],
    ["a\t🐟\n", false],
    ["", false],
  ])("finds invalid characters in %j", (text, expected) => {
    expect(hasInvalidCharacters(text)).toBe(expected);
  });
});

describe("codePointName()", () => {
  it.each([
    ["\u0007", "U+0007"],
    ["\uD83D", "U+D83D"],
    ["🐟", "U+1F41F"],
  ])("names %j", (character, expected) => {
    expect(codePointName(character)).toBe(expected);
  });
});
