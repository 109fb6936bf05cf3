import { describe, expect, it } from "vitest";
import { isWorkerName, workerNameFor } from "../../../../src/build/wrangler/worker-name.ts";

describe("workerNameFor()", () => {
  it.each([
    ['Grüße "aus" C:\\temp', "grusse-aus-c-temp"],
    ["Gru\u0308ße", "grusse"], // two characters for one letter, as macOS writes names
    ["Zürich & I", "zurich-i"],
    ["Ærø, Łódź and Đồ", "aero-lodz-and-do"],
    ["Новости", "novosti"],
    ["日本", "ri-ben"],
    ["Ｍｏｏｎ ①", "moon-1"],
    ["İstanbul", "istanbul"],
    ["🙂", "my-feeds"],
    ["", "my-feeds"],
    [`${"a".repeat(53)} b`, "a".repeat(53)],
  ])("converts %j to the name %s", (title, expected) => {
    expect(workerNameFor(title)).toBe(expected);
    expect(isWorkerName(expected)).toBe(true);
  });
});
