import { describe, expect, it } from "vitest";
import { openOldSite } from "../../../../src/import/old-site/open-old-site.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { overflowingDates } from "../../../../src/import/site-rules/overflowing-dates.ts";
import { folderWith } from "../generators/in-memory-site.ts";

describe("overflowingDates()", () => {
  // The values of js-yaml 4.1.0.
  it.each([
    ["2010-14-24", "2011-02-24"],
    ["2010-24-14", "2011-12-14"],
    ["2010-00-10", "2009-12-10"],
    ["2024-01-00", "2023-12-31"],
    ["2024-02-32", "2024-03-03"],
    ["2024-02-30", undefined], // the compiler reads it, with a warning
    ["2024-02-29", undefined],
    ["0000-00-00", undefined],
    ["2010-1-24", undefined],
    ["9999-99-99", undefined],
    ["2010-14-24 10:00", undefined],
    ["14-24-2010", undefined],
    ["2022-05-15 02:05:62", "2022-05-15T02:06:02Z"],
    ["2022-12-31T24:60:00Z", "2023-01-01T01:00:00Z"],
    ["2022-05-15 02:05:62.5 +02:00", "2022-05-15T00:06:02Z"],
    ["2022-05-15 02:05:62 -05:30", "2022-05-15T07:36:02Z"],
    ["2010-14-24 10:00:00", "2011-02-24T10:00:00Z"],
    ["2022-05-15 02:05:59", undefined],
  ])("returns the date that js-yaml reads in %s", (written, day) => {
    expect(overflowingDates({ pubDate: written, other: written })).toEqual(day === undefined ? {} : { pubDate: day });
  });

  it.each([
    ["Astro", "astro.config.mjs", "src/content/blog/a.md"],
    ["Eleventy", ".eleventy.js", "posts/a.md"],
    ["Gatsby", "gatsby-config.js", "content/blog/a.md"],
  ])("gives copies from %s that day, and reports it", (_, config, path) => {
    const folder = folderWith({ [config]: "module.exports = {}", [path]: "---\ntitle: A\ndate: 2010-14-24\n---\nText" });
    const { articles, notes } = planSite(folder, openOldSite(folder).site);
    expect(articles[0]?.plan).toMatchObject({ kind: "post", corrections: { date: "2011-02-24" } });
    expect(articles[0]?.frontMatter["date"]).toBe("2011-02-24");
    expect(notes).toEqual([
      `There is no such day, so the copies have the day that the old generator read: check it: ${path} (date: 2010-14-24, now 2011-02-24)`,
    ]);
  });

  it("keeps such a date of a generator that does not read YAML so", () => {
    const folder = folderWith({ "_config.yml": "title: A", "_posts/2010-01-02-a.md": "---\ndate: 2010-14-24\n---\nText" });
    const { articles, notes } = planSite(folder, openOldSite(folder).site);
    expect([articles[0]?.frontMatter["date"], notes]).toEqual(["2010-14-24", []]);
  });
});
