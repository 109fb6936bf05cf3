import { describe, expect, it } from "vitest";
import { describeSoak, isSound } from "../../soak/report.ts";
import { growthOf, percentile, slopeOf } from "../../soak/statistics.ts";

const mebibyte = 1024 * 1024;
const every = (seconds: number, memory: (second: number) => number) =>
  Array.from({ length: seconds + 1 }, (_, second) => ({ seconds: second, value: memory(second) }));

describe("percentile()", () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[3, 1, 2], 1, 3],
    [[3, 1, 2], 0, 1],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
    [[], 0.5, Number.NaN],
  ])("of %j at %f", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe("slopeOf()", () => {
  it("returns the growth per second", () => {
    expect(slopeOf(every(60, (second) => 5 + 2 * second))).toBeCloseTo(2);
    expect(slopeOf(every(60, (second) => (second % 2) * 100))).toBeCloseTo(0, 0);
    expect(slopeOf([])).toBe(0);
  });
});

describe("growthOf()", () => {
  it("reports memory that goes up and down, or only warms up, as flat", () => {
    expect(growthOf(every(600, (second) => (200 + (second % 40)) * mebibyte))?.isGrowing).toBe(false);
    expect(growthOf(every(600, (second) => Math.min(100 + second, 200) * mebibyte))?.isGrowing).toBe(false);
  });

  it("detects a leak", () => {
    const growth = growthOf(every(600, (second) => (200 + second / 6 + (second % 10)) * mebibyte));
    expect(growth).toMatchObject({ isGrowing: true });
    expect((growth?.slope ?? 0) / mebibyte).toBeCloseTo(1 / 6, 1);
  });

  it("returns undefined after a minute", () => {
    expect(growthOf(every(60, (second) => second * mebibyte))).toBeUndefined();
    expect(growthOf([])).toBeUndefined();
  });
});

describe("isSound()", () => {
  const result = {
    seconds: 10,
    latencies: new Map([["tag", [1, 2, 3]]]),
    faults: new Map(),
    heldBack: 0,
    growth: undefined,
    memory: [0, 30, 59, 61, 125].map((seconds) => ({ seconds, value: (100 + seconds) * mebibyte })),
  };
  const growth = { from: mebibyte, to: 2 * mebibyte, slope: 1, isGrowing: true };
  const faults = new Map([["a cookie", { count: 2, example: "tag: GET /rss.xml" }]]);

  it("is true for right responses and flat memory", () => {
    expect(isSound(result)).toBe(true);
    expect(isSound({ ...result, growth: { ...growth, isGrowing: false } })).toBe(true);
    expect(isSound({ ...result, growth })).toBe(false);
    expect(isSound({ ...result, faults })).toBe(false);
    expect(isSound({ ...result, latencies: new Map() })).toBe(false);
  });

  it("describes the result", () => {
    const text = describeSoak({ ...result, faults, growth, heldBack: 4 });
    expect(text).toMatch(/^tag +3 +0\.3 +2\.0 +3\.0 +3\.0 +3\.0$/m);
    expect(text).toContain(
      "2 wrong answers of 3; 4 polls were skipped, because too many were waiting\n  2 × a cookie (tag: GET /rss.xml)\n",
    );
    expect(text).toMatch(
      /\nmemory of workerd, MiB by the minute: 100 161 225\n1\.0 after the warm-up, 2\.0 in the end, 0\.0 a minute: it grows$/,
    );
    expect(describeSoak(result)).toMatch(/by the minute: 100 161 225; its growth is known after two minutes$/);
    expect(describeSoak({ ...result, memory: [] })).toMatch(/memory of workerd: not available on this system$/);
  });
});
