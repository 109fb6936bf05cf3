import { describe, expect, it } from "vitest";
import { cpuSeconds, memoryOf, parseChildrenCpuSeconds, parseMemory } from "../../bench/workerd/process-usage.ts";
import { workerdConfig } from "../../bench/workerd/workerd-config.ts";

const worker = {
  compatibilityDate: "2026-10-01",
  compatibilityFlags: ["nodejs_compat"],
  modules: ["bundle/worker.js", "bundle/parts/index.bin"],
  json: { SITE: "SITE.json" },
  folders: { ASSETS: '/tmp/a "b"' },
};

describe("workerdConfig()", () => {
  it("names the modules as in the bundle, the entry first", () => {
    expect(workerdConfig(worker)).toContain(
      'modules = [(name = "worker.js", esModule = embed "bundle/worker.js"), (name = "parts/index.bin", data = embed "bundle/parts/index.bin")]',
    );
  });

  it("binds JSON from files, and folders as services", () => {
    const config = workerdConfig(worker);
    expect(config).toContain('bindings = [(name = "SITE", json = embed "SITE.json"), (name = "ASSETS", service = "disk:ASSETS")]');
    expect(config).toContain('(name = "disk:ASSETS", disk = (path = "/tmp/a \\"b\\""))');
  });

  it("rejects characters that end a text", () => {
    expect(() => workerdConfig({ ...worker, compatibilityDate: "2026\n" })).toThrow("Cannot write");
  });
});

describe("cpuSeconds()", () => {
  it("grows while a process computes", () => {
    const before = cpuSeconds(process.pid);
    for (const end = performance.now() + 50; performance.now() < end; ) Math.random();
    const spent = cpuSeconds(process.pid) - before;
    expect(spent).toBeGreaterThan(0.001);
    expect(spent).toBeLessThan(5);
  });
});

describe("parseChildrenCpuSeconds()", () => {
  it("adds up the CPU times of ended children, whatever the name of the process", () => {
    expect(parseChildrenCpuSeconds("12 (a) b) c) S 1 2 3 4 5 6 7 8 9 10 11 12 250 150 20 0")).toBe(4);
  });
});

describe("parseMemory()", () => {
  it("reads the current and the maximum memory, in bytes", () => {
    expect(parseMemory("Name:\tx\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n")).toEqual({ now: 1_048_576, peak: 2_097_152 });
  });

  it("returns undefined for a process that has ended", () => {
    expect(parseMemory("Name:\tx\nState:\tZ (zombie)\n")).toBeUndefined();
    expect(memoryOf(2 ** 30)).toBeUndefined();
  });
});
