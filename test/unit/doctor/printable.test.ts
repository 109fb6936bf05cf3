import { describe, expect, it } from "vitest";
import { printable } from "../../../src/doctor/printable.ts";

describe("printable()", () => {
  it.each([
    ["\u001B[31mred\u001B[0m", "\\u{1b}[31mred\\u{1b}[0m"],
    ["\u001B]0;title\u0007", "\\u{1b}]0;title\\u{7}"],
    ["\u009B2J", "\\u{9b}2J"],
    ["two\r\nlines\tof it", "two lines of it"],
    ["a\u202Eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["\uD83D alone", "\\u{d83d} alone"],
    ["Fish 🐟 & ü", "Fish 🐟 & ü"],
  ])("shows %j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it("cuts what is long", () => {
    expect(printable("a".repeat(10_000), 10)).toBe(`${"a".repeat(10)}…`);
    expect(printable("🐟".repeat(10), 3)).toBe("🐟…");
  });
});
