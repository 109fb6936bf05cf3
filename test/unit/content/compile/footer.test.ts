import { describe, expect, it } from "vitest";
import { createCompileInputs } from "../../../../src/content/compile/compile-inputs.ts";
import { compileFooter } from "../../../../src/content/compile/footer.ts";
import { ArticleNames } from "../../../../src/content/links/article-names.ts";
import { now, someMedia } from "../sample.ts";

async function compile(markup: string) {
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const anchors: string[] = [];
  const identities = new Map([
    ["n01.md", { id: "1", path: "/n01", url: "https://example.com/n01", anchorPrefix: "n01" }],
    ["draft.md", { id: "2", path: "/draft", url: "https://example.com/draft", anchorPrefix: "draft", isDraft: true }],
    ["old.md", { id: "3", path: "/old", url: "https://example.com/old", anchorPrefix: "old", isExpired: true as const }],
  ]);
  const inputs = createCompileInputs(new ArticleNames(["n01.md", "draft.md", "faulty.md"]), someMedia, now, identities);
  const onAnchorLink = ({ anchor }: { readonly anchor: string }) => anchors.push(anchor);
  const html = await compileFooter(markup, { language: "en", origin: "https://example.com", inputs, onAnchorLink, warn });
  return { anchors, html, warnings };
}

describe("compileFooter()", () => {
  it.each([
    ["", ""],
    [" \n", ""],
    ["[Reply](mailto:ada@example.com?subject=Hi&body=x)", '<p><a href="mailto:ada@example.com?subject=Hi&#x26;body=x">Reply</a></p>'],
    ["<p>A <b>line</b></p>", "<p>A <b>line</b></p>"],
    [
      "[About](/about) & [you](you)",
      '<p><a href="https://example.com/about">About</a> &#x26; <a href="https://example.com/you">you</a></p>',
    ],
    ["[b](n01.md)", '<p><a href="https://example.com/n01">b</a></p>'],
    ["[b](/n01.md#x)", '<p><a href="https://example.com/n01#n01-x">b</a></p>'],
    ["[up](#top)", '<p><a href="https://example.com/#top">up</a></p>'],
    ["![Moon](moon.png)", '<p><img src="https://example.com/media/ab/moon.png" alt="Moon" width="400" height="200"></p>'],
    ["# Heading", "<h1>Heading</h1>"],
    ["<p>open", "<p>open</p>"],
  ])("compiles %j", async (markup, html) => {
    const result = await compile(markup);
    expect(result.html.replace(/ id="[^"]*"/g, "")).toBe(html);
    expect(result.warnings).toEqual([]);
  });

  it("removes scripts, with a warning", async () => {
    const { html, warnings } = await compile('<p onclick="x()">Hi<script>alert(1)</script></p><a href="javascript:x()">y</a>');
    expect(html).toBe("<p>Hi</p><a>y</a>");
    expect(warnings).toEqual(["Cannot keep <script>: feed readers do not show it"]);
  });

  it("reports the anchors of articles", async () => {
    expect((await compile("[b](n01.md#x)")).anchors).toEqual(["x"]);
  });

  it.each([
    ["[b](draft.md)", "https://example.com/draft", 'Cannot follow the link to "draft.md": it is a draft; publish it, and the link works'],
    [
      "[b](old.md)",
      "https://example.com/old",
      'Cannot follow the link to "old.md": the article has expired, and its address is a 410; remove the link',
    ],
    [
      "[b](#x)",
      "https://example.com/#x",
      'Cannot link to the anchor "#x": a footer has no page; link to an article, such as [text](article.md#x)',
    ],
    [
      "[b](faulty.md)",
      "https://example.com/faulty.md",
      'Cannot link to "faulty.md": this article has errors; fix them, and the link works',
    ],
  ])("warns about the link of %j", async (markup, url, warning) => {
    expect(await compile(markup)).toEqual({ anchors: [], html: `<p><a href="${url}">b</a></p>`, warnings: [warning] });
  });

  it("warns about a missing picture", async () => {
    expect((await compile("![x](none.png)")).warnings).toEqual(['Cannot find the file "none.png" in articles/']);
  });

  it("warns about too much nesting", async () => {
    const { html, warnings } = await compile(`${"> ".repeat(2000)}x`);
    expect(html).toBe("");
    expect(warnings).toHaveLength(1);
  });
});
