import { describe, expect, it, onTestFinished } from "vitest";
import { type PoolOptions, startCompilerPool } from "../../../../src/build/processes/compiler-pool.ts";
import { openMediaFolder } from "../../../../src/build/source/media-folder.ts";
import type { Article } from "../../../../src/content/compile/article.ts";
import { entryInstants } from "../../../../src/content/compile/entry-instants.ts";
import { makeFolder } from "../../cli/sample-folder.ts";
import { now, site } from "../../content/sample.ts";

const date = "---\ndate: 2024-11-06\ntitle: A\n---\n";
const article = (name: string, text = `See [b](b.md) of ${name}`): Article => ({ source: `${name}.md`, text: date + text });
const large = article("large", "# a\n".repeat(80_000)); // takes some 200 MB

async function compileWith(options: Omit<PoolOptions, "processes">, articles: readonly Article[]) {
  const folder = makeFolder({});
  const setup = { site, folder, sources: articles.map(({ source }) => source), development: false, now };
  const pool = startCompilerPool(setup, openMediaFolder(folder, site.url), { processes: 1, ...options });
  onTestFinished(() => pool.close());
  const parsed = await pool.parse(articles);
  const found = parsed.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const tasks = found.map((one, index) => ({
    article: articles[index] as Article,
    parsed: one,
    instants: entryInstants(one, now, () => {}),
  }));
  const compiled = await pool.compile(tasks, new Map(found.map(({ identity, source }) => [source, identity])));
  return { parsed, compiled };
}

describe("startCompilerPool()", () => {
  const few = ["a", "b", "c", "d"].map((name) => article(name));
  const [a, b, ...others] = few as [Article, Article, ...Article[]];

  it.each([
    ["by itself, as it is known to be heavy", (source: string) => source === large.source],
    ["among others", () => false],
  ])("compiles all articles except one that takes too much memory: %s", async (_, isHeavy) => {
    const { compiled, parsed } = await compileWith({ isHeavy, memory: 64 }, [a, b, large, ...others]);
    expect(parsed.map(({ source, problems }) => [source, problems])).toEqual(
      ["a.md", "b.md", "large.md", "c.md", "d.md"].map((source) => [source, []]),
    );
    expect(compiled.map(({ isTransient, problems, result, source }) => [result?.source ?? source, problems, isTransient])).toEqual([
      ["a.md", [], undefined],
      ["b.md", [], undefined],
      [
        "large.md",
        [
          {
            ...{ file: "articles/large.md", line: 1, column: 1, severity: "error" },
            message: "Cannot compile the article: it takes more than 64 MB of memory; make several articles of it",
          },
        ],
        true,
      ],
      ["c.md", [], undefined],
      ["d.md", [], undefined],
    ]);
    // Processes that replaced others know of the other articles.
    expect(compiled.map(({ result }) => result?.content.includes('href="https://example.com/articles/b"'))).toEqual(
      ["a", "b", "large", "c", "d"].map((name) => (name === "large" ? undefined : true)),
    );
  });

  it("reports a file that was deleted", async () => {
    const gone: Article = {
      source: "gone.md",
      get text(): string {
        throw new Error("ENOENT: no such file");
      },
    };
    const { compiled, parsed } = await compileWith({ isHeavy: () => false }, [a, gone, b]);
    expect(parsed.map(({ problems }) => problems.map(({ file, message }) => `${file} ${message}`))).toEqual([
      [],
      [expect.stringMatching(/^articles\/gone\.md Cannot compile the article: ENOENT: no such file; /)],
      [],
    ]);
    expect(compiled).toHaveLength(2);
  });

  it("names an article that exceeds the time limit", async () => {
    const slow: Article = { source: "slow.mdx", text: `---\ndate: 2024-11-06\n---\n${"*a_ ".repeat(9000)}` }; // its title is in its text
    const isHeavy = (source: string) => source === slow.source;
    const folder = makeFolder({});
    const setup = { site, folder, sources: [a.source, slow.source], development: false, now };
    const pool = startCompilerPool(setup, openMediaFolder(folder, site.url), { processes: 1, isHeavy, deadline: 1 });
    onTestFinished(() => pool.close());
    const [made] = await pool.parse([slow]);
    expect(made?.problems.map(({ message }) => message)).toEqual([
      "Cannot compile the article: it takes more than 0.001 seconds; make several articles of it",
    ]);
  });
});
