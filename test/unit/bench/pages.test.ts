import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { warnOfLoad } from "../../bench/machine.ts";
import { root } from "../../bench/project.ts";
import { readBench } from "../../bench/report/bench-file.ts";
import { pagesOf } from "../../bench/report/pages.ts";
import { sampleBench } from "./sample-bench.ts";

const textAt = (path: string) => readFileSync(join(root, path), "utf8");

describe("docs/", () => {
  it.each(Object.entries(pagesOf(readBench(), textAt)))(
    "%s contains the figures of docs/bench.json (otherwise: npm run bench -- report)",
    (path, text) => {
      expect(textAt(path)).toBe(text);
    },
  );
});

describe("pagesOf()", () => {
  it("does not change regions without measurements", () => {
    const { serving } = sampleBench;
    const page = ["aims", "serving machine", "speed", "start", "wire", "render", "readers", "inputs", "costs"]
      .map((name) => `<!-- ${name} -->\n<!-- /${name} -->`)
      .join("\n");
    expect(Object.keys(pagesOf({ serving }, () => page))).toEqual(["docs/benchmarks.md", "docs/cost.md", "docs/bench.svg"]);
  });

  it("warns if the machine was busy", () => {
    const serving = { ...sampleBench.serving, machine: { ...sampleBench.serving.machine, load: 7 } };
    expect(pagesOf({ serving }, textAt)["docs/benchmarks.md"]).toContain("**The machine was busy (load 7 on 2 cores)");
    expect(warnOfLoad({ load: 0.3, cores: 2 })).toBeUndefined();
  });
});
