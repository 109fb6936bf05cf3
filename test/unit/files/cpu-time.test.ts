import { describe, expect, it } from "vitest";
import { cpuTimeOf } from "../../../src/files/cpu-time.ts";

describe("cpuTimeOf()", () => {
  it.runIf(process.platform === "linux")("agrees with process.cpuUsage()", () => {
    const { system, user } = process.cpuUsage();
    const own = (user + system) / 1000;
    const measured = cpuTimeOf(process.pid) ?? 0;
    expect(measured).toBeGreaterThanOrEqual(own - 20); // in ticks of 10 ms
    const after = process.cpuUsage();
    expect(measured).toBeLessThanOrEqual((after.user + after.system) / 1000 + 20);
  });

  it("returns undefined for a process that does not exist", () => {
    expect(cpuTimeOf(2 ** 30)).toBeUndefined();
  });
});
