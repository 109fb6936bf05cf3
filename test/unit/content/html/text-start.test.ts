import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { textStart } from "../../../../src/content/html/text-start.ts";

describe("textStart()", () => {
  it.each([
    [3, "abc"],
    [5, "abcde"],
    [100, "abcdefg"],
    [0, ""],
  ])("returns the first %d characters of an element", (length, expected) => {
    expect(textStart(parseHtml("<p>ab<b>c<i></i>de</b><!-- x -->fg"), length)).toBe(expected);
  });
});
