import { describe, expect, it } from "vitest";
import { decodeUri } from "../../../src/base/decode-uri.ts";
import { fileNameOf } from "../../../src/base/file-name-of.ts";

describe("decodeUri()", () => {
  it.each([
    ["caf%C3%A9", "café"],
    ["100%", "100%"],
    ["%ff", "%ff"],
    ["", ""],
  ])("decodes %j", (text, expected) => {
    expect(decodeUri(text)).toBe(expected);
  });
});

describe("fileNameOf()", () => {
  it.each([
    ["https://example.com/x/a.png?w=3#y/z", "a.png"],
    ["a.png", "a.png"],
    ["/x/", ""],
    ["?a=/b", ""],
    ["", ""],
  ])("returns the last name of %j", (address, expected) => {
    expect(fileNameOf(address)).toBe(expected);
  });
});
