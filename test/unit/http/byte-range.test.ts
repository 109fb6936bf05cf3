import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseByteRange } from "../../../src/http/byte-range.ts";

const length = 100;
const huge = "9".repeat(40);

describe("parseByteRange()", () => {
  it.each([
    ["bytes=0-0", [0, 1]],
    ["bytes=0-99", [0, 100]],
    ["bytes=0-", [0, 100]],
    ["bytes=10-19", [10, 20]],
    ["bytes=99-", [99, 100]],
    ["bytes=90-1000", [90, 100]],
    [`bytes=1-${huge}`, [1, 100]],
    ["bytes=-1", [99, 100]],
    ["bytes=-100", [0, 100]],
    [`bytes=-${huge}`, [0, 100]],
    ["bytes=007-0009", [7, 10]],
    ["BYTES=1-2", [1, 3]],
    [" bytes=1-2 ", [1, 3]],
    ["bytes= 1-2 ", [1, 3]],
    ["bytes=,\t1-2, ,", [1, 3]],
  ])("reads %s", (range, [start, end]) => {
    expect(parseByteRange(range, length)).toEqual({ start, end });
  });

  it.each(["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=-00", `bytes=${huge}-`])("returns unsatisfiable for %s", (range) => {
    expect(parseByteRange(range, length)).toBe("unsatisfiable");
  });

  it.each([
    "",
    "bytes",
    "bytes=",
    "bytes=-",
    "bytes=,",
    "bytes=2-1",
    "bytes=200-100",
    "bytes=a-b",
    "bytes=0x1-2",
    "bytes=1.5-2",
    "bytes=+1-2",
    "bytes=1",
    "bytes=1-2-3",
    "bytes=--1",
    "bytes=1 - 2",
    "bytes =1-2",
    "bytes 1-2",
    "bytes:1-2",
    "bytes=1–2",
    "bytes=١-٢",
    "bytes=1-2;x",
    "bytes=1-2/100",
    "byte=1-2",
    "items=1-2",
    "seconds=1-2",
    "bytes=bytes=1-2",
  ])("ignores %j", (range) => {
    expect(parseByteRange(range, length)).toBeUndefined();
  });

  it.each(["bytes=0-1,3-4", "bytes=0-1,-1", "bytes=0-1,x", "bytes=500-600,700-", "bytes=0-,0-,0-,0-"])("ignores the ranges %s", (range) => {
    expect(parseByteRange(range, length)).toBeUndefined();
  });

  it.each([
    ["bytes=0-", "unsatisfiable"],
    ["bytes=0-0", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=-5", undefined],
  ])("reads %s of an empty file", (range, expected) => {
    expect(parseByteRange(range, 0)).toBe(expected);
  });

  it("returns a part that is not empty and inside the file, whatever the header", () => {
    const position = fc.oneof(fc.nat(200).map(String), fc.constantFrom("", huge, "-1", "x"));
    const header = fc.oneof(
      fc.tuple(position, position).map(([first, last]) => `bytes=${first}-${last}`),
      fc.string().map((text) => `bytes=${text}`),
      fc.string(),
    );
    fc.assert(
      fc.property(header, fc.nat(100), (range, size) => {
        const part = parseByteRange(range, size);
        if (part === undefined || part === "unsatisfiable") return;
        expect(part.start).toBeGreaterThanOrEqual(0);
        expect(part.end).toBeGreaterThan(part.start);
        expect(part.end).toBeLessThanOrEqual(size);
      }),
    );
  });
});
