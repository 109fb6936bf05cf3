import { describe, expect, it } from "vitest";
import { hasDate, isPublic } from "../../../src/model/entry.ts";

const entry = { draft: false, published: 1000 };

describe("isPublic()", () => {
  it.each([
    ["at its instant", entry, 1000, true],
    ["later", entry, 1001, true],
    ["a millisecond before", entry, 999, false],
    ["as a draft", { ...entry, draft: true }, 1000, false],
    ["before it expires", { ...entry, expires: 2000 }, 1999, true],
    ["at the instant at which it expires", { ...entry, expires: 2000 }, 2000, false],
    ["before it appears, though it expires", { ...entry, expires: 2000 }, 999, false],
    ["as a draft that expires", { ...entry, draft: true, expires: 2000 }, 1999, false],
  ])("%s", (_when, times, now, expected) => expect(isPublic(times, now)).toBe(expected));
});

describe("hasDate()", () => {
  it.each([
    [{ published: 1 }, true],
    [{ published: 0 }, true],
    [{ published: 1, unlisted: true as const }, true],
    [{ published: 0, unlisted: true as const }, false],
  ])("returns for %j: %s", (entry, expected) => {
    expect(hasDate(entry)).toBe(expected);
  });
});
