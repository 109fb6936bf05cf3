import { describe, expect, it } from "vitest";
import type { Assumptions } from "../../bench/cost/assumptions.ts";
import { assumptions } from "../../bench/cost/assumptions.ts";
import { costTable } from "../../bench/cost/cost-tables.ts";
import { estimate } from "../../bench/cost/estimate.ts";
import { figuresOf } from "../../bench/cost/figures.ts";
import { prices } from "../../bench/cost/prices.ts";
import { sampleBench } from "./sample-bench.ts";

const figures = { notModifiedCpu: 0.1, fullCpu: 0.2, coldCpu: 8, notModifiedBytes: 600, fullBytes: 60_000, compressedBytes: 10_000 };
const everybody = { title: "all", share: 1, pollsADay: 10, conditional: 0.5, reason: "" };
const given: Assumptions = {
  readers: [everybody],
  articlesADay: 1,
  compressed: 0.5,
  maxAge: 3600,
  isCached: false,
  places: 2,
  variants: 3,
  keptSeconds: 0,
};

describe("estimate()", () => {
  it("counts a poll with a validator as a 304 if nothing is new", () => {
    // 100 × 10 polls, half with a validator; nine of ten of those find nothing new.
    expect(estimate(100, given, figures, prices)).toMatchObject({ polls: 1000, notModified: 450, full: 550 });
  });

  it("counts one poll for all subscribers of a service", () => {
    const services = { ...given, readers: [{ ...everybody, services: 4 }] };
    expect(estimate(1_000_000, services, figures, prices).polls).toBe(40);
    expect(estimate(3, services, figures, prices).polls).toBe(30);
  });

  it("adds up CPU time and bytes", () => {
    const { bytes, cpuSeconds } = estimate(100, { ...given, keptSeconds: 1e9 }, figures, prices);
    expect(cpuSeconds).toBeCloseTo((450 * 0.1 + 550 * 0.2) / 1000);
    expect(bytes).toBeCloseTo(450 * 600 + 550 * 35_000);
  });

  it("runs the Worker behind the cache only for stale responses", () => {
    const cached = estimate(100, { ...given, isCached: true }, figures, prices);
    expect(cached.workerRuns).toBe(2 * 3 * 24);
    expect(cached.cpuSeconds).toBeCloseTo((144 * 8) / 1000);
    expect(estimate(1, { ...given, isCached: true }, figures, prices).workerRuns).toBe(10); // no more than there are polls
  });

  it("starts the Worker more often if it runs rarely", () => {
    const each = 86_400; // a poll a second in each of two places
    const polls = { ...given, readers: [{ ...everybody, share: 1, pollsADay: 2 * each, conditional: 1 }], articlesADay: 0, keptSeconds: 2 };
    const cold = Math.exp(-2);
    expect(estimate(1, polls, figures, prices).cpuSeconds).toBeCloseTo((2 * each * (cold * 8 + (1 - cold) * 0.1)) / 1000);
  });

  it("charges for requests beyond the plan, and counts cache hits", () => {
    expect(estimate(1000, given, figures, prices).dollars).toBe(5);
    // 10,000,000 polls a day are 300 million a month, 290 more than included; they use 46.5 million ms of CPU time, 16.5 more.
    const { dollars } = estimate(1_000_000, { ...given, keptSeconds: 1e9 }, figures, prices);
    expect(dollars).toBeCloseTo(5 + 290 * 0.3 + 16.5 * 0.02);
    const cached = estimate(1_000_000, { ...given, isCached: true }, figures, prices);
    expect(cached.dollars).toBeCloseTo(5 + 290 * 0.3);
  });

  it("reports whether the free plan suffices", () => {
    expect(estimate(10_000, given, figures, prices).isFree).toBe(true);
    expect(estimate(10_001, given, figures, prices).isFree).toBe(false);
  });
});

describe("assumptions", () => {
  it("include all subscribers", () => {
    expect(assumptions.readers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe("costTable()", () => {
  it("has a row for each size", () => {
    const table = costTable([100, 10_000_000], assumptions, figuresOf(sampleBench), prices);
    expect(table.split("\n")).toHaveLength(4);
    expect(table).toMatch(/^\| 100 +\|/m);
    expect(table).toMatch(/^\| 10,000,000 +\|.*\| too small \|/m);
  });
});

describe("figuresOf()", () => {
  it("returns our figures from the measurements", () => {
    expect(figuresOf(sampleBench)).toMatchObject({ coldCpu: 9, notModifiedBytes: 650, fullBytes: 60_700, compressedBytes: 9700 });
  });

  it("names the command to run if nothing was measured", () => expect(() => figuresOf({})).toThrow("run npm run bench first"));
});
