import { describe, expect, it } from "vitest";
import { removePrivateNotes } from "../../../../../../src/content/markup/dialects/lines/private-notes.ts";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

describe("removePrivateNotes()", () => {
  it.each([
    ["%% TODO: ask Jane before publishing %%\n\nb", "<p>b</p>"],
    ["a %% secret two %% more", "<p>a  more</p>"],
    ["a (%% secret %%), %%secret%%.", "<p>a (), .</p>"],
    ["%%secret%% **b**", "<p><strong>b</strong></p>"],
    ["- a %% secret %%\n- %%secret2%% b", "<ul><li>a</li><li>b</li></ul>"],
    ["> a %% secret %%\n>\n> %% secret\n> secret %%\n\nb", "<blockquote><p>a</p></blockquote><p>b</p>"],
    ["| a | %% secret %% |\n|---|---|", "<table><thead><tr><th>a</th><th></th></tr></thead></table>"],
    ["## A %% secret %%", '<h2 id="moon-a">A</h2>'],
    ["a %% use `secret %% x` and\nask %% b", "<p>ab</p>"],
    ["%% secret\n\n```\nsecret\n```\n\nsecret %%\n\nb", "<p>b</p>"],
    ["%%\nsecret\n\n%%\n\nb", "<p>b</p>"],
    ["%% pay 50% only %%\n\nb", "<p>b</p>"],
    ["%% 3 secrets %% a", "<p>a</p>"],
    ["%%\nsecret\n%% b", "<p>b</p>"],
  ])("removes the notes of %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    "50%% of 100%%, printf %%d and %%s",
    '"%d%% of %d%%"',
    "x %% y and a %% b",
    "5 %% 2 and 7 %% 3",
    "50 %% off and 20 %% off",
    "for %%i in (a) do echo %%i, 100%% of 50%%",
    "%% A section of MATLAB\n\nx = 1 %% comment",
    "%% x = 5\n%% y = 6",
    "%% a\n%% b\n%% c",
    "`%% a %%` and `%%timeit`",
    "```\n%% a %%\n```",
    "LIKE '%%foo%%' or \"%%d%%\", “%%x%%”, «%%y%%»",
    "(\"%%a b%%\", '%%c\n%%')",
    "a \\%%b%% c",
    "%%",
    "%% %%",
    "%%%%",
  ])("keeps %j", (text) => {
    expect(removePrivateNotes(text)).toBe(text);
  });

  it.each([
    ["a %% bb %% c", 'Removed "%% bb %%", a comment of Obsidian'],
    ["a\n\n%% b\nc\n%% d", 'Removed "%% b c %%", a comment of Obsidian', 3],
    ["a\n\n%%b%%\n\nc (%%d%%) %%e%%", 'Removed "%%d%%" and 1 more, comments of Obsidian', 5],
    [`a %% ${"words ".repeat(20)}$x$ %% c`, `Removed "%% ${"words ".repeat(8)}words…", a comment of Obsidian`],
    ["a %%$x$ b%% c", 'Removed "%%$…$ b%%", a comment of Obsidian'],
  ])("warns once of notes within the lines of %j", async (text, message, line = 1) => {
    const { problems } = await compileOne(text);
    expect(problems).toEqual([
      `articles/2024-11-06-moon.md:${line}:1 warning ${message}; to show such a text, put it in code, or write \\%% for its first %%`,
    ]);
  });

  it.each(["%%\na\n%%\n\nb", "%% a\n\nb %%\n\nc", "%%a%% b", "- %%a%% b\n\n> %%c%%", "'%%a%%' \\%%b%%"])(
    "warns of none in %j",
    async (text) => {
      expect((await compileOne(text)).problems).toEqual([]);
    },
  );

  it("keeps the number of lines", () => {
    expect(removePrivateNotes("a %% b\nc d %% e\n\n%%\nf\n%%").split("\n")).toHaveLength(6);
  });

  it("removes the notes of titles and summaries", async () => {
    const { content, summary, title } = await compileOne("# Moon %% secret %%\n\n%% secret %%\n\nText %% secret note %% here.");
    expect(title).toBe("Moon");
    expect(`${content}${summary}`).not.toContain("secret");
  });
});
