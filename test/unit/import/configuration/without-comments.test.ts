import { describe, expect, it } from "vitest";
import { withoutComments } from "../../../../src/import/configuration/without-comments.ts";

describe("withoutComments()", () => {
  it.each([
    ["a // b\nc", "a \nc"],
    ["a // b", "a "],
    ["a /* b\n// c */ d", "a  d"],
    ["a /* b", "a "],
    ['"https://a" // b', '"https://a" '],
    ["'/*' + `//\n//` /* b */ c", "'/*' + `//\n//`  c"],
    ['"\\"//" // b', '"\\"//" '],
    ["<p>don't</p> // b", "<p>don't</p> "],
    ["a `b // c", "a `b "],
    ["a / b / c", "a / b / c"],
    ["", ""],
  ])("changes %j to %j", (source, expected) => {
    expect(withoutComments(source)).toBe(expected);
  });

  it.each(["'\\", "`\\`", "/*/", "/*", "'", '"\n'])("needs little time for %j, repeated", (part) => {
    expect(withoutComments(part.repeat(100_000)).length).toBeLessThanOrEqual(part.length * 100_000);
  });
});
