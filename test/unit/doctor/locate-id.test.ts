import { describe, expect, it } from "vitest";
import { idLine } from "../../../src/doctor/locate-id.ts";

describe("idLine()", () => {
  it.each([
    ["---\ntitle: a\n---\nText", 'id: "https://a.example/?p=1"'],
    ["+++\ntitle = 'a'\n+++\nText", 'id = "https://a.example/?p=1"'],
    ['{\n"title": "a"\n}\nText', '"id": "https://a.example/?p=1",'],
    ["Text without any", 'id: "https://a.example/?p=1"'],
    ["---\ntitle: without an end", 'id: "https://a.example/?p=1"'],
  ])("writes the syntax of %j", (text, expected) => {
    expect(idLine(text, "https://a.example/?p=1")).toBe(expected);
  });

  it("escapes", () => {
    expect(idLine("---\n---\n", 'a"b\\')).toBe('id: "a\\"b\\\\"');
  });
});
