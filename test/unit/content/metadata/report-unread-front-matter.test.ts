import { describe, expect, it } from "vitest";
import { compileAll } from "../sample.ts";

async function compileOne(text: string) {
  const { drafts, entries, problems } = await compileAll({ "2024-11-06-a.md": text });
  return { drafts, titles: entries.map(({ title }) => title), problems };
}

describe("reportUnreadFrontMatter()", () => {
  it.each([
    ["em dashes", "—\ntitle: Secret\ndraft: true\n—\nbody", "—"],
    ["an em dash without an end", "—\ntitle: Secret\ndraft: true\n\nbody", "—"],
    ["two hyphens", "--\ndraft: true\n--\nbody", "--"],
    ["hyphens that do not match", "----\ntitle: Secret\ndraft: true\n---\nbody", "----"],
    ["two plus signs", '++\ntitle = "Secret"\ndraft = true\n++\nbody', "++"],
    ["asterisks", "***\ntitle: Secret\ndate: 2024-11-06\n***\nbody", "***"],
    ["hyphens before a key", "---title: Secret\ndraft: true\n---\nbody", "---"],
    ["a first key that is not known", "\n---\nfoo: bar\ndraft: true\n---\nbody", "---"],
    ["a switch that is not clear", "–––\ndraft: ture\n\nbody", "–––"],
  ])("rejects front matter between other lines: %s", async (_, text, fence) => {
    const { problems, titles } = await compileOne(text);
    expect(titles).toEqual([]);
    expect(problems).toEqual([
      expect.stringContaining(
        `error Cannot read the front matter: ${JSON.stringify(fence)} does not begin it; write a line of three hyphens ("---") before and after it`,
      ),
    ]);
  });

  it.each([
    '{"title": "Secret", "draft": true\n\nbody',
    '{\n  "title": "Secret",\n  "draft": true\n\nbody',
    '{"title": "Secret", "draft": true} body',
    '{title: "Secret", draft: true}\nbody',
    "{“title”: “Secret”, “draft”: true}\nbody",
    "\n{'draft': true}\nbody",
  ])("rejects invalid JSON: %j", async (text) => {
    const { problems, titles } = await compileOne(text);
    expect({ titles, count: problems.length }).toEqual({ titles: [], count: 1 });
    expect(problems[0]).toMatch(/error Cannot read the (?:JSON )?front matter: /);
  });

  it.each(["draft: true\n\nbody", "Status: draft\nShade: draft\n\nbody", "published: false\n---\nbody"])(
    "rejects a text that begins with a draft key without a fence: %j",
    async (text) => {
      const { problems, titles } = await compileOne(text);
      expect({ titles, count: problems.length }).toEqual({ titles: [], count: 1 });
      expect(problems[0]).toContain("error Cannot publish a text that begins with ");
    },
  );

  it.each(["title: Secret\ndraft: true\n\nbody", "Title: Secret\nStatus: Draft\n\nbody", "status: draft\nTags: a\n\nbody"])(
    "keeps a text that begins with several keys of a draft without a fence as a draft: %j",
    async (text) => {
      const { problems, titles } = await compileOne(text);
      expect({ titles, count: problems.length }).toEqual({ titles: [], count: 1 });
      expect(problems[0]).toContain("warning Cannot publish a text that begins with ");
    },
  );

  it("warns about several known keys without a fence", async () => {
    const { problems, titles } = await compileOne("Title: Moon\nAuthor: Ada\n\nbody");
    expect(titles).toHaveLength(1);
    expect(problems).toEqual([
      'articles/2024-11-06-a.md:1:1 warning Cannot use Title, Author at the top of the text: if it is front matter, write a line of three hyphens ("---") before and after it',
    ]);
  });

  it.each([
    "***\n\nProse after a line across the page.\n\n---\n\nMore",
    "***\nTitle: a word and its history\n\nProse",
    "\n---\n\nProse: text\n\n---\n",
    "----\nText\n----\nMore",
    "Title: a word and its history\n\nProse",
    "Draft: an unfinished text\n\nProse",
    "— title: what a dialogue begins with\n\nProse",
    "- title: a list\n- draft: true\n",
    "{{ page.title }}\n\nProse",
    "{: .lead}\nProse",
    '{"a": 1} is JSON',
    "    ---\n    draft: true\n    ---\n",
    "```yaml\ndraft: true\n```\n",
    "> draft: true\n",
    "# Moon\n\ndraft: true\n",
    "Note: read this\nWarning: and that\n\nProse",
  ])("reads %j as text", async (text) => {
    const { problems, titles } = await compileOne(text);
    expect({ count: titles.length, problems: problems.filter((problem) => /front matter|hide/.test(problem)) }).toEqual({
      count: 1,
      problems: [],
    });
  });

  it("only warns about a draft", async () => {
    const { problems } = await compileAll({ "_drafts/2024-11-06-a.md": "—\ntitle: Secret\n—\nbody" });
    expect(problems).toEqual([expect.stringContaining("warning Cannot read the front matter")]);
  });
});
