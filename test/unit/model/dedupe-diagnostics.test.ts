import { describe, expect, it } from "vitest";
import { compileAll } from "../content/sample.ts";

describe("dedupeDiagnostics()", () => {
  it("reports a key of a thousand articles in one line", async () => {
    const text = "---\ndate: 2024-11-06\nmood: x\ncolour: y\n---\nText";
    const articles = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${String(index).padStart(4, "0")}.md`, text]));
    const { problems } = await compileAll({ ...articles, "9999.md": text.replace("colour: y\n", "") });
    expect(problems).toEqual([
      'articles/0000.md:3:1 warning Cannot use key "mood": it is not known (and in 1000 more files)',
      'articles/0000.md:4:1 warning Cannot use key "colour": it is not known (and in 999 more files)',
    ]);
  });

  it("adds no count without duplicates, and keeps other problems", async () => {
    const { problems } = await compileAll({
      "a.md": "---\ndate: 2024-11-06\nmood: x\nlang: a b\n---\nText",
      "b.md": "---\ndate: 2024-11-06\nlang: a b\n---\nText",
    });
    expect(problems.map((problem) => problem.slice(0, 60))).toEqual([
      'articles/a.md:3:1 warning Cannot use key "mood": it is not k',
      'articles/a.md:4:7 warning Cannot use language "a b": it is n',
      'articles/b.md:3:7 warning Cannot use language "a b": it is n',
    ]);
  });

  it.each([
    [10, 10],
    [11, 1],
  ])("reports an anchor that %i articles lack in %i lines", async (count, lines) => {
    const text = "---\ndate: 2024-11-06\n---\n[a](#comments)\n\n[b](#comments)";
    const articles = Object.fromEntries(Array.from({ length: count }, (_, index) => [`${String(index).padStart(2, "0")}.md`, text]));
    const { problems } = await compileAll({ ...articles, "99.md": text.replaceAll("#comments", "#notes") });
    const end = lines === 1 ? " (and in 10 more files)" : "";
    const advice = "in this article: link to one of its headings";
    expect(problems).toEqual([
      ...Array.from(
        { length: lines },
        (_, index) => `articles/${String(index).padStart(2, "0")}.md:4:1 warning Cannot find the anchor "#comments" ${advice}${end}`,
      ),
      `articles/99.md:4:1 warning Cannot find the anchor "#notes" ${advice}`,
    ]);
  });
});
