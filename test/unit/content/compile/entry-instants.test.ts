import { describe, expect, it } from "vitest";
import { compileAll } from "../sample.ts";

function problemsOf(frontMatter: string, source = "moon.md"): Promise<{ readonly problems: readonly string[] }> {
  return compileAll({ [source]: `---\n${frontMatter}\n---\nText` });
}

const doubt = "warning Cannot be sure of the date: feed readers doubt dates before 1990";

describe("entryInstants()", () => {
  // The last three digits of FNV-1a, whose published test vectors these are: 3826002220 and 3214735720.
  it.each([
    ["a", 220],
    ["foobar", 720],
  ])("always returns the same milliseconds for the update %s, which has no time of day", async (id, millisecond) => {
    const { entries } = await compileAll({ "moon.md": `---\nid: ${id}\ndate: 2024-11-06\nupdated: 2024-11-08\n---\nText` });
    expect(entries).toMatchObject([{ id, published: Date.UTC(2024, 10, 5, 23), updated: Date.UTC(2024, 10, 7, 23, 0, 0, millisecond) }]);
  });

  it("does not depend on other articles", async () => {
    const article = "---\ndate: 2024-11-06T12:00:00Z\nupdated: 2024-11-08T12:00:00Z\n---\nText";
    const { entries } = await compileAll({ "ant.md": article, "bee.md": article, "zebra.md": article });
    const times = entries.map(({ published, updated }) => [published, updated]);
    expect(times).toEqual(Array(3).fill([Date.UTC(2024, 10, 6, 12), Date.UTC(2024, 10, 8, 12)]));
  });

  it.each([
    ["date: 2024-12-08", "updated: 2024-12-01", Date.UTC(2024, 11, 7, 23, 0, 0, 220), true],
    ["date: 2024-12-08", "lastmod: 2024-12-07T22:59:59Z", Date.UTC(2024, 11, 7, 23, 0, 0, 220), true],
    ["date: 2024-12-08", "updated: 2024-12-08", Date.UTC(2024, 11, 7, 23, 0, 0, 220), false],
    ["date: 2024-12-08T12:00:00Z", "updated: 2024-12-07", Date.UTC(2024, 11, 8, 12), true],
    ["date: 2024-12-08T12:00:00Z", "updated: 2024-12-08", Date.UTC(2024, 11, 8, 12), false],
    ["date: 2024-12-01\npublishDate: 2024-12-08", "updated: 2024-12-05", Date.UTC(2024, 11, 7, 23, 0, 0, 220), false],
    ["date: 2024-12-08\ndraft: true", "updated: 2024-12-01", Date.UTC(2024, 11, 7, 23, 0, 0, 220), false],
  ])("updates no entry before its date: %j, %j", async (date, line, updated, isReported) => {
    const { entries, problems } = await compileAll(
      { "moon.md": `---\nid: a\n${line}\n${date}\n---\nText` },
      { development: date.includes("draft") },
    );
    expect(entries).toMatchObject([{ updated }]);
    const [, value = ""] = line.split(": ");
    const message = `Cannot use updated "${value}": it is before the date of the article, which was used; correct it, or delete the line`;
    expect(problems).toEqual(isReported ? [`articles/moon.md:3:${line.indexOf(":") + 3} warning ${message}`] : []);
  });

  it("orders entries of one instant by their paths, the last one newest", async () => {
    const article = (id: string) => `---\nid: ${id}\ndate: 2024-11-06\n---\nText`;
    const { entries } = await compileAll({ "a/index.md": article("3"), "b/index.md": article("1"), "c/index.md": article("2") });
    expect(entries.map(({ source }) => source)).toEqual(["c/index.md", "b/index.md", "a/index.md"]);
  });

  it.each([
    ["title: Moon\npubDate: 1989-12-31T23:59:59Z", "moon.md", [`articles/moon.md:3:10 ${doubt}`]],
    ["title: Moon\ndate: null", "1989-12-31-moon.md", [`articles/1989-12-31-moon.md:3:7 ${doubt}`]],
    ["title: Moon", "1989-12-31-moon.md", [`articles/1989-12-31-moon.md:1:1 ${doubt}`]],
    ["date: 1990-01-01T00:00:00Z", "moon.md", []],
  ])("warns about a date before 1990: %j in %s", async (frontMatter, source, problems) => {
    expect((await problemsOf(frontMatter, source)).problems).toEqual(problems);
  });
});
