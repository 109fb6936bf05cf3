import { describe, expect, it } from "vitest";
import { compileAll, compileOne } from "../../sample.ts";
import { drawn } from "./drawn.ts";

describe("convertBlockIds()", () => {
  it.each([
    ["A sentence ^abc123", '<p id="moon-abc123">A sentence</p>'],
    ["A sentence. ^summary", '<p id="moon-summary">A sentence.</p>'],
    ["- a\n- *b* ^d4e5f6", '<ul><li>a</li><li id="moon-d4e5f6"><em>b</em></li></ul>'],
    ["- a\n\n^my-list", '<ul id="moon-my-list"><li>a</li></ul>'],
    ["> a\n\n^quote\n\nb", '<blockquote id="moon-quote"><p>a</p></blockquote><p>b</p>'],
    ["Words ^words\n\n[a](#^words)", '<p id="moon-words">Words</p><p><a href="/moon#moon-words">a</a></p>'],
    ["A ^abc123\n\n[[#^abc123]]", '<p id="moon-abc123">A</p><p><a href="/moon#moon-abc123">^abc123</a></p>'],
    ["## A ^abc123", '<h2 id="moon-a">A<span id="moon-abc123"></span></h2>'],
  ])("reads %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each(["2^10", "x ^y", "The size is 2 ^10", "I came to say ^this", "a ^abc123 b", "^quote", "`a ^abc123`", "a\n\n^this"])(
    "keeps %j",
    async (text) => {
      expect((await drawn(text)).replace(/<[^>]*>/g, "")).toBe(text.replaceAll(/[`\n]/g, ""));
    },
  );

  it("reads a word as an id if another article links to it", async () => {
    const linking = "---\ndate: 2024-11-05\n---\n[[moon#^abc|a]] [b](moon.md#%5Edef) [c](moon.md#^ghi)";
    const { entries, problems } = await compileAll({
      "2024-11-06-moon.md": "Words ^abc\n\nMore\n\n^def\n\nSay ^this\n\n| x |\n|---|\n| y ^ghi |",
      "sea.md": linking,
    });
    expect(entries.map(({ content }) => content.replaceAll("\n", ""))).toEqual([
      '<p id="moon-abc">Words</p><p id="moon-def">More</p><p>Say ^this</p><table><thead><tr><th>x</th></tr></thead><tbody><tr><td id="moon-ghi">y</td></tr></tbody></table>',
      '<p><a href="https://example.com/articles/moon#moon-abc">a</a> <a href="https://example.com/articles/moon#moon-def">b</a> <a href="https://example.com/articles/moon#moon-ghi">c</a></p>',
    ]);
    expect(problems).toEqual([]);
  });

  it("warns of a word that it removes after a list or a quotation, and not of other ids", async () => {
    const { content, problems } = await compileOne("> a\n\n^this\n\n- b\n\n^my-list\n\n- c\n\n^linked\n\n[d](#^linked)");
    expect(content).not.toContain("^");
    expect(problems).toEqual([
      'articles/2024-11-06-moon.md:3:1 warning Removed "^this": it is the id of the block before it, as in Obsidian; write \\^this to show it',
    ]);
    expect((await compileOne("> a\n\n\\^this")).content).toContain("<p>^this</p>");
  });

  it("makes targets for other articles", async () => {
    const { entries, problems } = await compileAll({
      "2024-11-06-moon.md": "# Moon\n\n[[sea#^abc123|a]] [b](2024-11-05-sea.md#^abc123)",
      "2024-11-05-sea.md": "# Sea\n\nText. ^abc123",
    });
    const url = "https://example.com/articles/sea#sea-abc123";
    expect(entries.find(({ title }) => title === "Moon")?.content).toBe(`<p><a href="${url}">a</a> <a href="${url}">b</a></p>`);
    expect(problems).toEqual([]);
  });
});
