import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { readMetadata } from "../../../../src/content/metadata/metadata.ts";
import { type Diagnostic, formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { compileAll } from "../sample.ts";

function read(yaml: string) {
  const problems: Diagnostic[] = [];
  const { draft, unlisted } = readMetadata(parseFrontMatter("x.md", `---\n${yaml}\n---\nText`), (problem) => problems.push(problem));
  return { draft, unlisted, problems: problems.map(formatDiagnostic) };
}

describe("findDraftMark()", () => {
  it.each([
    ...["draft: 'true'", "draft: y", "draft: ON", "draft: 1", 'draft: " true "', "Draft: True", "private: yes", "publish: false"],
    ...["status: Unpublished", "published: 0", "permalink: False", "Render: false", "Build: {render: Never}"],
  ])("marks %j as a draft without a warning", (yaml) => {
    expect(read(yaml)).toEqual({ draft: true, unlisted: false, problems: [] });
  });

  it.each([
    ...["draft: 'false'", "draft: n", "draft: off", "draft: 0", "draft:", "draft: ~", "draft: null", "private: no", "publish: true"],
    ...["status: publish", "status: seedling", "status: evergreen", "published: 1", "published: 2024-11-06", "published: 31/02/2024"],
    ...["permalink: /false", "permalink: moon", "render: true", "_build: {render: link}", "headless: off"],
  ])("publishes %j without a warning", (yaml) => {
    expect(read(yaml)).toEqual({ draft: false, unlisted: false, problems: [] });
  });

  it.each([
    ...["draft: ture", "draft: maybe", 'draft: "ja"', "draft: treu", "draft: tru", "draft: 2", "draft: [true]", "draft: {a: true}"],
    ...["draft: nein", "published: flase", "published: nope", "private: ture", "publish: fasle", "headless: ture"],
    ...["render: flase", "build: {render: nevr}", "status: drfat", "status: privte", "permalink: flase", "permalink: no"],
  ])("marks %j as a draft, with a warning", (yaml) => {
    const { draft, problems } = read(yaml);
    expect({ draft, count: problems.length }).toEqual({ draft: true, count: 1 });
    expect(problems[0]).toMatch(
      /^x\.md:2:\d+ warning Cannot read \w+ .+: the article is a draft until you write draft: true, or draft: false/,
    );
  });

  it.each([
    ...["isDraft: true", "is_draft: yes", "IsDraft: true", "is-draft: 1", "isPrivate: true", "unpublished: true", "wip: true"],
    ...["isPublished: false", "is_published: no", "isPublic: false", "public: false", "state: draft", "post_status: Private"],
    ...["publishStatus: unpublished", "isDraft: false\nwip: true", "draft: ~\nisDraft: true", "dg-publish: false"],
  ])("marks %j as a draft, and shows the better spelling", (yaml) => {
    const { draft, problems } = read(yaml);
    expect({ draft, count: problems.length }).toEqual({ draft: true, count: 1 });
    expect(problems[0]).toMatch(/^x\.md:\d:\d+ warning Cannot use \S+ ".+": it was read as draft: true, which is the better spelling/);
  });

  it.each([
    ...[
      "isDraft: false",
      "is_draft: no",
      "dg-publish: true",
      "isPublished: true",
      "public: yes",
      "wip: false",
      "state: published",
      "state: Bavaria",
    ],
    ...[
      "public: /moon",
      "wip: beer",
      "isDraft: ~",
      "isDraft: [true]",
      "draft: false\nisDraft: true",
      "state: drafty",
      "isPublished: 2024-11-06",
    ],
  ])("publishes %j without a warning", (yaml) => {
    expect(read(yaml)).toEqual({ draft: false, unlisted: false, problems: [] });
  });

  it("explains how to publish the article", () => {
    expect(read("draft: ture").problems).toEqual([
      'x.md:2:8 warning Cannot read draft "ture": the article is a draft until you write draft: true, or draft: false to publish it',
    ]);
    expect(read("published: flase").problems).toEqual([
      'x.md:2:12 warning Cannot read published "flase": the article is a draft until you write draft: true, or draft: false without published to publish it',
    ]);
  });

  it("excludes an article with an unclear value from a build", async () => {
    const articles = { "2024-11-06-a.md": "---\npublished: flase\n---\nText", "2024-11-06-b.md": "---\nDraft: ture\n---\nText" };
    const { drafts, entries } = await compileAll(articles);
    expect({ drafts, entries }).toEqual({ drafts: 2, entries: [] });
  });
});
