import { describe, expect, it } from "vitest";
import { findAnchor, isOnEveryPage } from "../../../../src/content/html/find-anchor.ts";

describe("findAnchor()", () => {
  const anchors = new Set(["setting-up", "1-café", "a-b", "ab", "月"]);

  it.each([
    ["setting-up", "setting-up"],
    ["Setting-Up", "setting-up"],
    ["setting_up", "setting-up"],
    ["caf%C3%A9", "1-café"],
    ["cafe", "1-café"],
    ["%E6%9C%88", "月"],
    ["a-b", "a-b"],
    ["A-B", undefined], // two anchors
    ["nowhere", undefined],
    ["-", undefined],
    ["%", undefined],
  ])("finds the anchor that %s means", (wanted, found) => {
    expect(findAnchor(wanted, anchors)).toBe(found);
  });
});

describe("isOnEveryPage()", () => {
  it.each([
    ["", true],
    ["top", true],
    [":~:text=moon", true],
    ["topics", false],
  ])("returns for %j", (anchor, isThere) => {
    expect(isOnEveryPage(anchor)).toBe(isThere);
  });
});
