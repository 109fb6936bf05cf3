import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";
import { drawn } from "./drawn.ts";

describe("ids of headings in brackets", () => {
  it.each([
    ["## A b [#stats]", '<h2 id="moon-stats">A b</h2>'],
    ["## A **b** [#my_own-id]", '<h2 id="moon-my_own-id">A <strong>b</strong></h2>'],
    ["## **A** [#stats]", '<h2 id="moon-stats"><strong>A</strong></h2>'],
    ["## A [#stats] ##", '<h2 id="moon-stats">A</h2>'],
    ["A\n[#stats]\n---", '<h2 id="moon-stats">A</h2>'],
    ["> ## A [#stats]", '<blockquote><h2 id="moon-stats">A</h2></blockquote>'],
    ["## A [!toc]", '<h2 id="moon-a">A</h2>'],
    ["## A [!toc] [#stats]", '<h2 id="moon-stats">A</h2>'],
    ["## A [#stats] [!toc]", '<h2 id="moon-stats">A</h2>'],
    ["## A [#stats]\n\n[b](#stats)", '<h2 id="moon-stats">A</h2><p><a href="/moon#moon-stats">b</a></p>'],
  ])("are read in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
    expect(await drawn(text, "mdx")).toBe(html);
  });

  it.each([
    "Issue [#12]",
    "A [#B]",
    "A [#b c]",
    "Orange [#ffa500]",
    "White [#fff]",
    "Bug [#ABC-12]",
    "[#stats] b",
    "a [#stats] b",
    "a[#stats]",
    "[#stats]",
    "A \\[#stats]",
    "A [toc]",
  ])("are not read in %j", async (heading) => {
    for (const source of ["2024-11-06-moon.md", "2024-11-06-moon.mdx"]) {
      const { content } = await compileOne(`## ${heading}`, source);
      expect(content).toContain(`>${heading.replace("\\", "")}</h2>`);
    }
  });

  it("are no part of a title", async () => {
    const { content, title } = await compileOne("# A b [#stats]\n\nSee [b](#stats).");
    expect([title, content]).toEqual(["A b", '<p>See <a href="https://example.com/articles/moon">b</a>.</p>']);
  });
});
