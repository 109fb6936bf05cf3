import { describe, expect, it } from "vitest";
import { titleAnchors } from "../../../../src/content/html/title-anchors.ts";

describe("titleAnchors()", () => {
  it.each([
    ["# My project\n\ntext", ["my-project"]],
    ["text", ["my-project"]],
    ["# My project {#start}\n\ntext", ["my-project", "start"]],
    ["# My project {- #sec:start}\n\ntext", ["my-project", "sec:start"]],
    ["# My project [#start]\n\ntext", ["my-project", "start"]],
    ["# Other\n\n## My page [#my-project]", []],
    ['<h1 id="start">My project</h1>', ["my-project", "start"]],
    ["My project\n===\n\n## Other", ["my-project"]],
    ["## My project", []],
    ["# My project\n\n> ## My project ##", []],
    ["# My project\n\n# My project", []],
    ["My project\n---\n", []],
    ["<h2>My project</h2>", []],
    ["## Other {#my-project}", []],
    ['<p id="my-project">x</p>', []],
    ["(my-project)=\n# x", []],
  ])("returns the anchors that only the title has in %j", (text, anchors) => {
    expect(titleAnchors(["My project", "My project"], text)).toEqual(anchors);
  });

  it("returns none for a title without letters", () => {
    expect(titleAnchors(["…"], "text")).toEqual([]);
  });
});
