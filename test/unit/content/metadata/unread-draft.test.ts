import { describe, expect, it } from "vitest";
import { compileAll } from "../sample.ts";

const fences = (lines: string) => `---\n${lines}\n---\nText`;

describe("front matter that cannot be read", () => {
  it.each([
    ["a quote that is not closed", fences('title: "Moon\ndraft: true\ndate: 2024-11-06')],
    ["a fence that is not closed", "---\ntitle: Moon\ndraft: true\ndate: 2024-11-06\n\nText"],
    ["another case and another key", fences('title: "Moon\nPublished: false')],
    ["TOML", '+++\ntitle = "Moon\ndraft = true\n+++\nText'],
  ])("never stops a build if it marks a draft: %s", async (_name, text) => {
    const { entries, problems } = await compileAll({ "a.md": text });
    expect({ entries, problems }).toEqual({
      entries: [],
      problems: [expect.stringMatching(/^articles\/a\.md:\d+:\d+ warning Cannot (?:read|find the end of) the .*front matter/)],
    });
  });

  it.each([
    ["no mark", fences('title: "Moon\ndate: 2024-11-06')],
    ["draft: false", fences('title: "Moon\ndraft: false')],
    ["a mark in the text", '---\ntitle: "Moon\n---\n\ndraft: true\n'],
  ])("is an error with %s", async (_name, text) => {
    const { problems } = await compileAll({ "a.md": text });
    expect(problems).toEqual([expect.stringMatching(/^articles\/a\.md:\d:\d+ error Cannot read the YAML front matter/)]);
  });
});
