import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { afterWork } from "../../../../src/build/processes/after-work.ts";

const minute = 60_000;

describe("afterWork()", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[string, (elapsed: number) => number | undefined, number]>([
    ["works all the time", (elapsed) => elapsed, minute],
    ["uses several CPUs", (elapsed) => 4 * elapsed, minute],
    ["gets half of a busy CPU", (elapsed) => elapsed / 2, 2 * minute],
    ["gets an eighth of a busy CPU", (elapsed) => elapsed / 8, 8 * minute],
    ["only waits", () => 0, 10 * minute],
    ["cannot be measured", () => undefined, 3 * minute],
    ["has ended", (elapsed) => (elapsed === 0 ? 0 : undefined), minute],
  ])("ends a process that %s in time", (_, cpuTime, end) => {
    const act = vi.fn();
    const began = performance.now();
    afterWork(7, minute, act, () => cpuTime(performance.now() - began));
    vi.advanceTimersByTime(end - 1);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(act).toHaveBeenCalledOnce();
  });

  it("does nothing after it was cancelled, even during a measurement", () => {
    const act = vi.fn();
    const cancel = afterWork(7, minute, act, () => 0);
    vi.advanceTimersByTime(5 * minute);
    cancel();
    vi.advanceTimersByTime(20 * minute);
    expect(act).not.toHaveBeenCalled();
  });
});
