import { describe, expect, it } from "vitest";
import { locateId } from "../../../../src/doctor/comparison/locate-id.ts";

describe("locateId()", () => {
  it.each([
    ["---\ntitle: a\n---\nText", 'id: "https://a.example/?p=1"'],
    ["+++\ntitle = 'a'\n+++\nText", 'id = "https://a.example/?p=1"'],
    ['{\n"title": "a"\n}\nText', '"id": "https://a.example/?p=1",'],
    ["Text without any", 'id: "https://a.example/?p=1"'],
    ["---\ntitle: without an end", 'id: "https://a.example/?p=1"'],
  ])("prints the line in the syntax of %j", (text, expected) => {
    expect(locateId(text, "https://a.example/?p=1")).toBe(expected);
  });

  it("escapes", () => {
    expect(locateId("---\n---\n", 'a"b\\')).toBe('id: "a\\"b\\\\"');
  });
});
