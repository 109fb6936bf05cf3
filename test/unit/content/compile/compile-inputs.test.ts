import { describe, expect, it } from "vitest";
import {
  type CompileInputs,
  createCompileInputs,
  type Dependency,
  isUpToDate,
  recordDependencies,
} from "../../../../src/content/compile/compile-inputs.ts";
import { ArticleNames } from "../../../../src/content/links/article-names.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const page = { id: "moon", path: "/moon/", url: "https://example.com/moon", anchorPrefix: "moon-" };
const eighth = { ...page, path: "/moon-8/" };
const recording = { url: "https://example.com/a.mp3", type: "audio/mpeg", length: 4 };

function inputs({ seconds = 60, text = "a()", now = noon, sources = ["moon.md", "moon.de.md"] } = {}): CompileInputs {
  const media = {
    publish: (path: string) => (path === "a.mp3" || path === "8-moon/b.mp3" ? recording : undefined),
    pathOf: (name: string) => (name === "B.mp3" ? "8-moon/b.mp3" : undefined),
    otherSpelling: (path: string) => (path === "A.mp3" ? "a.mp3" : undefined),
    durationOf: async () => seconds,
    textOf: (path: string) => (path === "a.js" ? text : undefined),
  };
  return createCompileInputs(
    new ArticleNames(sources),
    media,
    now,
    new Map([
      ["moon.md", page],
      ["8-moon/index.md", eighth],
    ]),
  );
}

async function askAll(around: CompileInputs): Promise<unknown[]> {
  return [
    around.hasPassed(noon),
    around.hasPassed(noon + 1),
    around.now(),
    around.hasTranslations("moon", "de", ".md"),
    around.locate("moon", "here.md"),
    around.file("moon.md"),
    around.file("a.mp3"),
    around.file("b.mp3"),
    around.hasArticle("moon.de.md"),
    around.hasArticle("b.mp3"),
    await around.durationOf("a.mp3"),
    await around.durationOf("b.mp3"),
    around.articleNamed("8-moon"),
    around.articleAt("/moon"),
    around.fileNamed("B.mp3"),
    around.otherSpelling("A.mp3"),
    around.file("moon-8/b.mp3"),
    await around.durationOf("moon-8/b.mp3"),
    around.textOf("a.js"),
  ];
}

const answersOfAll = [
  true,
  false,
  noon,
  true,
  "/moon.md",
  page,
  recording,
  undefined,
  true,
  false,
  60,
  undefined,
  eighth,
  page,
  recording,
  "a.mp3",
  recording,
  60,
  "a()",
];

describe("createCompileInputs()", () => {
  it("answers from the names of the articles, the files and the clock", async () => {
    expect(await askAll(inputs())).toEqual(answersOfAll);
  });
});

describe("recordDependencies()", () => {
  it("returns the same results, and records each call with its result", async () => {
    const answers: Dependency[] = [];
    expect(await askAll(recordDependencies(inputs(), answers))).toEqual(answersOfAll);
    expect(answers).toEqual([
      ["hasPassed", [noon], "true"],
      ["hasPassed", [noon + 1], "false"],
      ["now", [], String(noon)],
      ["hasTranslations", ["moon", "de", ".md"], "true"],
      ["locate", ["moon", "here.md"], '"/moon.md"'],
      ["file", ["moon.md"], JSON.stringify(page)],
      ["file", ["a.mp3"], JSON.stringify(recording)],
      ["file", ["b.mp3"], ""],
      ["hasArticle", ["moon.de.md"], "true"],
      ["hasArticle", ["b.mp3"], "false"],
      ["durationOf", ["a.mp3"], "60"],
      ["durationOf", ["b.mp3"], ""],
      ["articleNamed", ["8-moon"], JSON.stringify(eighth)],
      ["articleAt", ["/moon"], JSON.stringify(page)],
      ["fileNamed", ["B.mp3"], JSON.stringify(recording)],
      ["otherSpelling", ["A.mp3"], '"a.mp3"'],
      ["file", ["moon-8/b.mp3"], JSON.stringify(recording)],
      ["durationOf", ["moon-8/b.mp3"], "60"],
      ["textOf", ["a.js"], '"a()"'],
    ]);
  });
});

describe("isUpToDate()", () => {
  it.each([
    ["nothing", {}, true],
    ["the length of a recording", { seconds: 61 }, false],
    ["the text of a file", { text: "b()" }, false],
    ["the clock", { now: noon + 1 }, false],
    ["the articles", { sources: ["moon.de.md"] }, false],
  ])("returns whether the results are the same after %s changed", async (_, change, expected) => {
    const answers: Dependency[] = [];
    await askAll(recordDependencies(inputs(), answers));
    expect(await isUpToDate(inputs(change), answers)).toBe(expected);
  });

  it.each([
    ["a deleted file", [["file", ["b.mp3"], JSON.stringify(recording)]], false],
    ["a file that is still missing", [["file", ["b.mp3"], ""]], true],
    ["a new file", [["file", ["a.mp3"], ""]], false],
    ["an empty list", [], true],
  ] satisfies [string, Dependency[], boolean][])("compares the recorded result of %s", async (_, answers, expected) => {
    expect(await isUpToDate(inputs(), answers)).toBe(expected);
  });
});
