import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { aimsOf } from "../../bench/report/aims.ts";
import { drawChart, panelsOf } from "../../bench/report/chart.ts";
import { count, decimal, size, spread } from "../../bench/report/numbers.ts";
import { fillRegions } from "../../bench/report/regions.ts";
import { speedTable } from "../../bench/report/serving-tables.ts";
import { markdownTable } from "../../bench/report/table.ts";
import { sampleBench } from "./sample-bench.ts";

describe("numbers", () => {
  it.each([
    [count(7403), "7,400"],
    [count(14_526), "14,500"],
    [count(12.4), "12"],
    [decimal(0.934), "0.93"],
    [decimal(8.6), "8.60"],
    [decimal(23.456), "23.5"],
    [decimal(1234), "1,230"],
    [size(98), "98 B"],
    [size(142_330), "142 kB"],
    [size(7_523_681), "7.52 MB"],
    [size(6_810_000_000_000), "6.81 TB"],
    [spread({ median: 0.93, min: 0.9, max: 0.951 }), "0.93 (0.90–0.95)"],
  ])("%s is %s", (written, expected) => expect(written).toBe(expected));
});

describe("markdownTable()", () => {
  it("aligns sentences that contain figures as text", () => {
    expect(markdownTable(["a", "b"], [["x", "every 30 minutes"]])).toMatch(/\| -+ \| -+ \|/);
  });

  it("has columns as wide as their contents, with figures aligned right", () => {
    expect(
      markdownTable(
        ["Who", "a second"],
        [
          ["Broadsheet", "7,403"],
          ["x", "12"],
        ],
      ),
    ).toBe(
      // biome-ignore format: a row each
      [
        "| Who        | a second |",
        "| ---------- | -------: |",
        "| Broadsheet |    7,403 |",
        "| x          |       12 |",
      ].join("\n"),
    );
  });
});

describe("fillRegions()", () => {
  it("replaces only the contents of the regions", () => {
    const page = "# A\n<!-- one -->\nold\n<!-- /one -->\nkept\n";
    const filled = fillRegions(page, { one: "new" });
    expect(filled).toBe("# A\n<!-- one -->\n\nnew\n\n<!-- /one -->\nkept\n");
    expect(fillRegions(filled, { one: "new" })).toBe(filled);
  });

  it("rejects a page without the region", () => expect(() => fillRegions("", { one: "" })).toThrow("Cannot find the region <!-- one -->"));
});

describe("speedTable()", () => {
  it("has a row for each contender and response, with ratio and spread", () => {
    const rows = speedTable(sampleBench.serving).split("\n");
    expect(rows).toHaveLength(2 + 3 * 2);
    expect(rows[2]).toMatch(
      /^\| RSS, 304 \| Broadsheet +\| +9,500 \| 0\.95 \(0\.93–0\.96\) \| +100 \| 1\.05 \(1\.05–1\.05\) \| +0\.20 \/ 0\.90 \|$/,
    );
  });
});

describe("aimsOf()", () => {
  it("reports whether each aim is met", () => {
    const isMet = Object.fromEntries(aimsOf(sampleBench).map(({ isMet, what }) => [what, isMet]));
    expect(isMet).toMatchObject({
      "RSS: 304 per second, against the bare Worker": true,
      "RSS: 200 per second, against the bare Worker": false,
      "RSS: 304 per second, against the usual way": false, // 0.95 / 0.1 is under 12
      "RSS: 200 per second, against the usual way": true,
      "10,000 articles, cold: time of hugo": false,
      "10,000 articles after an edit": true,
      "10,000 articles after an edit, against cold": true,
    });
  });
});

describe("drawChart()", () => {
  const svg = drawChart(panelsOf(sampleBench), 'A & B < "C"');

  it("is well-formed, and has bars in proportion to the values", () => {
    const bars: number[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ attributes, name }) => void (name === "rect" && bars.push(Number(attributes["width"]))));
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(svg).close();
    const [ours = 0, bare = 0, usual = 0] = bars;
    expect(ours / bare).toBeCloseTo(0.95, 2);
    expect(usual / bare).toBeCloseTo(0.1, 2);
    expect(bars).toHaveLength(3 + 3 + 2 + 2);
  });

  it("has a dark colour scheme", () => expect(svg).toContain("@media (prefers-color-scheme: dark)"));
});
