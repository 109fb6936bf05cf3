import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { readMetadata } from "../../../../src/content/metadata/metadata.ts";
import { type Diagnostic, formatDiagnostic } from "../../../../src/model/diagnostic.ts";

function read(yaml: string) {
  const problems: Diagnostic[] = [];
  const { draft, unlisted } = readMetadata(parseFrontMatter("x.md", `---\n${yaml}\n---\nText`), (problem) => problems.push(problem));
  return { draft, unlisted, problems: problems.map(formatDiagnostic) };
}

describe("isMarkedAsUnlisted()", () => {
  it.each([
    ["title: x", false],
    ["feed: false", true],
    ["feed: no", true],
    ["Feed: False", true],
    ["feed: true", false],
    ["feed: {excerpt_only: true}", false],
    ["unlisted: true", true],
    ["unlisted: false", false],
    ["eleventyExcludeFromCollections: true", true],
    ["eleventyExcludeFromCollections: false", false],
    ["_build: {list: never}", true],
    ["_build: {list: false}", true],
    ["build: {list: local}", true],
    ["build: {list: Never, render: always}", true],
    ["build: {list: always}", false],
    ["build: {list: true}", false],
    ["status: hidden", true],
    ["Status: Hidden", true],
    ["status: published", false],
    ["hidden: false", false],
    ["exclude_from_feed: true", true],
    ["feed_exclude: true", true],
    ["unlisted: true\nfeed: true", false],
    ["hidden: true\nfeed: true", false],
    ["hidden: true\nfeed: false", true],
    ["in_search_index: false", false],
    ["pagefind: false", false],
    ["sitemap: false", false],
  ])("returns for %j", (yaml, unlisted) => {
    const { problems, ...read_ } = read(yaml);
    expect(read_).toEqual({ draft: false, unlisted });
    expect(problems.filter((problem) => !problem.includes("not known"))).toEqual([]);
  });

  it.each(["feed: false\ndraft: true", "build: {list: never, render: never}", "unlisted: true\npublished: false"])(
    "does not publish a draft: %j",
    (yaml) => {
      expect(read(yaml)).toEqual({ draft: true, unlisted: true, problems: [] });
    },
  );

  it("warns about hidden: true, which some systems only apply to the front page", () => {
    expect(read("hidden: true")).toEqual({
      draft: false,
      unlisted: true,
      problems: [
        "x.md:2:9 warning Left out of all feeds and of search engines because of hidden: true; add feed: true to keep it in them, or feed: false",
      ],
    });
  });

  it("warns about a value of feed that is neither true nor false", () => {
    expect(read("feed: none")).toEqual({
      draft: false,
      unlisted: false,
      problems: ['x.md:2:7 warning Cannot use feed "none": write feed: false for an article that is in no feed'],
    });
  });

  it("excludes an article from the feeds for a misspelled feed: false", () => {
    expect(read("feed: flase")).toEqual({
      draft: false,
      unlisted: true,
      problems: [
        'x.md:2:7 warning Cannot use feed "flase": write feed: false for an article that is in no feed; this article is in no feed',
      ],
    });
  });

  it.each(["unlisted: ture", "hidden: ja", "exclude_from_feed: treu", "eleventyExcludeFromCollections: maybe", "_build: {list: nevr}"])(
    "excludes an article from the feeds for %j, with a warning",
    (yaml) => {
      const { problems, unlisted } = read(yaml);
      expect({ unlisted, count: problems.length }).toEqual({ unlisted: true, count: 1 });
      expect(problems[0]).toMatch(/warning Cannot read \w+ .+: the article is left out of all feeds; write feed: false or feed: true$/);
    },
  );

  it.each(["unlisted:", "unlisted: off", "hidden: ture\nfeed: true", "eleventyExcludeFromCollections: [posts]", "build: {list: always}"])(
    "keeps %j in the feeds",
    (yaml) => {
      expect(read(yaml)).toEqual({ draft: false, unlisted: false, problems: [] });
    },
  );
});
