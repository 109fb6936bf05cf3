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
  ])("always gives the entry %s, which has no time of day, the same milliseconds", async (id, millisecond) => {
    const { entries } = await compileAll({ "moon.md": `---\nid: ${id}\ndate: 2024-11-06\nupdated: 2024-11-08\n---\nText` });
    expect(entries).toMatchObject([
      { id, published: Date.UTC(2024, 10, 5, 23, 0, 0, millisecond), updated: Date.UTC(2024, 10, 7, 23, 0, 0, millisecond) },
    ]);
  });

  it("moves the later of two entries with the same update by a millisecond, in the order of their ids", async () => {
    const article = (id: string, date = "2024-11-06T12:00:00Z") =>
      `---\nid: ${id}\ndate: ${date}\nupdated: 2024-11-08T12:00:00Z\n---\nText`;
    const { entries } = await compileAll({
      "a.md": article("c"),
      "b.md": article("b"),
      "c.md": article("a", "2024-11-07T12:00:00Z"),
    });
    const noon = Date.UTC(2024, 10, 8, 12);
    expect(Object.fromEntries(entries.map(({ id, updated }) => [id, updated - noon]))).toEqual({ b: 0, c: 1, a: 2 });
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
