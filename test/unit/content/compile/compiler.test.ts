import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/content/compile/article.ts";
import { type ArticleCompilerOptions, type CompileTask, createArticleCompiler } from "../../../../src/content/compile/compiler.ts";
import { entryInstants } from "../../../../src/content/compile/entry-instants.ts";
import { ArticleNames } from "../../../../src/content/links/article-names.ts";
import type { ArticleIdentity } from "../../../../src/content/permalink/identify.ts";
import { noMedia } from "../../../no-media.ts";
import { now, site } from "../sample.ts";

const articles: readonly Article[] = [
  { source: "2024-11-06-moon.md", text: "# Moon\n\nSee [the sun](2024-11-07-sun.md)." },
  { source: "2024-11-07-sun.md", text: "# Sun\n\nText" },
];

function compilerWith(options: Partial<ArticleCompilerOptions> = {}) {
  const names = new ArticleNames(articles.map(({ source }) => source));
  return createArticleCompiler({ site, names, media: noMedia, development: false, now, ...options });
}

/** The tasks for the articles, like those of a build. */
async function ordered(): Promise<[readonly CompileTask[], ReadonlyMap<string, ArticleIdentity>]> {
  const made = await compilerWith().parse(articles);
  const parsed = made.map(({ result }) => result ?? expect.fail("cannot parse"));
  const tasks = parsed.map((one, index) => ({
    article: articles[index] as Article,
    parsed: one,
    instants: entryInstants(one, now, () => expect.fail()),
  }));
  return [tasks, new Map(parsed.map(({ identity, source }) => [source, identity]))];
}

const tooDeep = (file: string) => ({
  file: `articles/${file}`,
  line: 1,
  column: 1,
  severity: "error",
  message: "Cannot compile the article: it is nested too deeply",
});

describe("createArticleCompiler() and parsing", () => {
  it("returns results in the order of the articles, with their dependencies", async () => {
    const made = await compilerWith().parse(articles.toReversed());
    expect(made.map(({ result, ...rest }) => [result?.title, rest])).toEqual([
      ["Sun", { source: "2024-11-07-sun.md", problems: [], dependencies: [] }],
      ["Moon", { source: "2024-11-06-moon.md", problems: [], dependencies: [] }],
    ]);
  });

  it("returns no result for an article that it cannot parse, and continues", async () => {
    const [empty, sun] = await compilerWith().parse([{ source: "a.md", text: "" }, ...articles.slice(1)]);
    expect(empty).toStrictEqual({
      source: "a.md",
      problems: [expect.objectContaining({ file: "articles/a.md", severity: "error" })],
      dependencies: [],
    });
    expect(sun?.result?.title).toBe("Sun");
  });
});

describe("createArticleCompiler() and compiling", () => {
  it("returns results in the order of the tasks, with their dependencies", async () => {
    const [tasks, identities] = await ordered();
    const made = await compilerWith().compile(tasks.toReversed(), identities);
    expect(made.map(({ result, ...rest }) => [result?.content, rest])).toEqual([
      ["<p>Text</p>", { source: "2024-11-07-sun.md", problems: [], dependencies: [] }],
      [
        '<p>See <a href="https://example.com/articles/sun">the sun</a>.</p>',
        {
          source: "2024-11-06-moon.md",
          problems: [],
          dependencies: [["file", ["2024-11-07-sun.md"], JSON.stringify(identities.get("2024-11-07-sun.md"))]],
        },
      ],
    ]);
  });

  it("uses the given digest", async () => {
    const [made] = await compilerWith({ digest: (text) => `${JSON.parse(text).title}'s` }).compile(...(await ordered()));
    expect(made?.result?.hash).toBe("Moon's");
  });

  it.each([
    ["2024-11-06-moon.md", [2, 0]],
    ["2024-11-07-sun.md", [1, 1]],
    ["elsewhere.md", [1, 0]],
  ])("adds the problems of an inspection in %s", async (source, counts) => {
    const [tasks] = await ordered();
    const fault = { file: `articles/${source}`, line: 1, column: 1, severity: "warning", message: "Too dark" } as const;
    const before = await compilerWith().compile(tasks, new Map()); // without identities, the link to the sun is broken
    const after = await compilerWith({ inspect: () => [fault] }).compile(tasks, new Map());
    expect(after).toEqual(before.map((one) => (one.source === source ? { ...one, problems: [...one.problems, fault] } : one)));
    expect(after.map(({ problems }) => problems.length)).toEqual(counts);
  });

  it("inspects the compiled entries only", async () => {
    const inspected: string[] = [];
    const options: Partial<ArticleCompilerOptions> = {
      digest: (text) => {
        if (text.includes('"Moon"')) throw new RangeError("Maximum call stack size exceeded");
        return "1";
      },
      inspect: (entries) => {
        inspected.push(...entries.map(({ title }) => title));
        return [];
      },
    };
    const made = await compilerWith(options).compile(...(await ordered()));
    expect(inspected).toEqual(["Sun"]);
    expect(made.map(({ problems, result }) => [result?.title, problems])).toEqual([
      [undefined, [tooDeep("2024-11-06-moon.md")]],
      ["Sun", []],
    ]);
  });

  it.each([
    [
      "an error of a library",
      new TypeError("Cannot read properties of undefined"),
      /: Cannot read properties of undefined; make it shorter/,
    ],
    ["a text that becomes too long", new RangeError("Invalid string length"), /: Invalid string length; make it shorter/],
    ["what is not an error", "nothing", /: nothing; make it shorter/],
  ])("reports %s, and compiles the other articles", async (_, thrown, message) => {
    const digest = (text: string) => {
      if (text.includes('"Moon"')) throw thrown;
      return "1";
    };
    const made = await compilerWith({ digest }).compile(...(await ordered()));
    expect(made.map(({ isTransient, problems, result }) => [result?.title, problems, isTransient])).toEqual([
      [undefined, [{ ...tooDeep("2024-11-06-moon.md"), message: expect.stringMatching(message) }], true],
      ["Sun", [], undefined],
    ]);
  });

  it("reports a file that was deleted", async () => {
    const gone: Article = {
      source: "2024-11-06-moon.md",
      get text(): string {
        throw new Error("ENOENT: no such file");
      },
    };
    const [moon, sun] = await compilerWith().parse([gone, ...articles.slice(1)]);
    expect(moon?.problems).toEqual([{ ...tooDeep("2024-11-06-moon.md"), message: expect.stringContaining("ENOENT") }]);
    expect(sun?.result?.title).toBe("Sun");
  });
});
