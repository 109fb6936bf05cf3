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
