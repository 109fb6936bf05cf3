import { describe, expect, it } from "vitest";
import { newArticle } from "../../../src/cli/new-article.ts";
import { compileAll } from "../content/sample.ts";

const now = Date.UTC(2025, 0, 15, 23, 30, 5, 678);

describe("newArticle()", () => {
  it("makes the file name of the day and the title, in the site's time zone", () => {
    expect(newArticle("A walk", now, "Europe/Berlin")).toEqual({
      source: "2025-01-16-a-walk.md",
      text: "---\ntitle: A walk\ndate: 2025-01-16T00:30:05+01:00\ndraft: true\n---\n\n",
    });
    expect(newArticle("A walk", now, "UTC")).toMatchObject({
      source: "2025-01-15-a-walk.md",
      text: expect.stringContaining("date: 2025-01-15T23:30:05+00:00\n"),
    });
  });

  it.each(['Vec<T> & "x": # 🐟', "- a", "yes", "2025", "مرحبا", "a: b", "'", "@x `y`", "long ".repeat(60).trim()])(
    "compiles to a draft with the title %j",
    async (title) => {
      const { source, text } = newArticle(title, now, "UTC");
      const { entries, problems } = await compileAll({ [source]: `${text}Text.` }, { development: true });
      expect(problems).toEqual([]);
      expect(entries).toMatchObject([{ title, draft: true, published: Math.floor(now / 1000) * 1000 }]);
    },
  );
});
