import { describe, expect, it } from "vitest";
import { HiddenComments } from "../../../../../src/import/generators/quartz/hidden-comments.ts";

describe("HiddenComments.removeFrom()", () => {
  it.each([
    ["a %%hidden%% b", "a  b"],
    ["a\n\n%%\nhidden\n\n```\nhidden\n```\n%%\n\nb", "a\n\n\n\nb"],
    ["%%a%%%%b%%c", "c"],
    ["a\n%% hidden\n\nto the end", "a\n"],
    ["100%% sure", "100%% sure"],
    ["`%%a%%`\n\n```\n%%b%%\n```\n\n    %%c%%\n", "`%%a%%`\n\n```\n%%b%%\n```\n\n    %%c%%\n"],
    ["<!-- %% --> a %%b%%", "<!-- %% --> a "],
  ])("removes the comments in %j", (body, expected) => {
    expect(new HiddenComments().removeFrom(body)).toBe(expected);
  });

  it("counts the comments of one note", () => {
    const comments = new HiddenComments();
    expect(comments.notes).toEqual([]);
    comments.removeFrom("%%a%% %%b%%");
    comments.removeFrom("%%c%%");
    expect(comments.notes).toEqual(["Removed 3 comments of Obsidian (%%…%%), which readers must not see"]);
  });

  it("takes linear time", () => {
    expect(new HiddenComments().removeFrom("a %% ".repeat(100_001))).toHaveLength(3 * 50_000 + 5);
  });
});
