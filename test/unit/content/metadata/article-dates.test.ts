import { describe, expect, it } from "vitest";
import { compileAll, compileOne, now, site } from "../sample.ts";

describe("readDates() and publishDate", () => {
  it.each([
    ["later than the date", "date: 2024-11-06T12:00Z\npublishDate: 2024-11-08T12:00Z", "2024-11-08T12:00:00.000Z"],
    ["earlier than the date", "date: 2024-11-06T12:00Z\npublishDate: 2024-11-05T12:00Z", "2024-11-06T12:00:00.000Z"],
    ["alone", "publishDate: 2024-11-05T12:00Z", "2024-11-05T12:00:00.000Z"],
  ])("publishes nothing before it: %s", async (_, yaml, expected) => {
    expect(new Date((await compileOne(`---\n${yaml}\n---\nText`, "moon.md")).published).toISOString()).toBe(expected);
  });

  it("does not change the date in the permalink", async () => {
    const text = "---\ndate: 2024-11-06\npublishDate: 2024-12-08\n---\nText";
    const options = { site: { ...site, permalink: "/:year/:month/:slug/" } };
    expect((await compileOne(text, "moon.md", options)).path).toBe("/2024/11/moon/");
  });

  it("reports an invalid one", async () => {
    expect((await compileAll({ "a.md": "---\ndate: 2024-11-06\npublishDate: soon\n---\nText" })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:14 error Cannot read publishDate "soon": not a date/),
    ]);
  });
});

describe("readDates() and expiryDate", () => {
  const dated = (yaml: string) => `---\ndate: 2024-11-06\n${yaml}\n---\nText`;

  it("excludes expired articles, with one warning", async () => {
    const articles = { "a.md": dated("expiryDate: 2024-12-01"), "b.md": dated("expires: 2024-12-02"), "c.md": dated("") };
    const { entries, problems } = await compileAll(articles);
    expect(entries.map(({ source }) => source)).toEqual(["c.md"]);
    expect(problems).toEqual([
      'articles/a.md:3:13 warning Left out what has expired: expiryDate "2024-12-01" has passed (and in 1 more file)',
    ]);
    expect((await compileAll(articles, { development: true })).entries).toHaveLength(1);
  });

  it("is exact to the instant, in the site's zone", async () => {
    const a = dated("expires: 2025-01-01T13:00"); // Berlin
    expect((await compileAll({ "a.md": a }, { now: now - 1 })).entries).toHaveLength(1);
    expect((await compileAll({ "a.md": a }, { now })).entries).toHaveLength(0);
  });

  it("keeps the expiry of other articles", async () => {
    const { expires, problems } = await compileOne(dated("expires: 2025-12-01"), "a.md");
    expect({ expires, problems }).toEqual({ expires: Date.UTC(2025, 10, 30, 23), problems: [] }); // Berlin
  });

  it("does not warn about a draft, and reports an invalid date", async () => {
    expect((await compileAll({ "a.md": dated("draft: true\nexpires: 2024-12-01") })).problems).toEqual([]);
    expect((await compileAll({ "a.md": dated("expires: never") })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:10 error Cannot read expires "never"/),
    ]);
    expect((await compileAll({ "a.md": dated("expiryDate: never") })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:13 error Cannot read expiryDate "never"/),
    ]);
  });
});
