import { describe, expect, it } from "vitest";
import { compileFooter } from "../../../../src/content/compile/footer.ts";
import { someMedia } from "../sample.ts";

async function compile(markup: string) {
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const html = await compileFooter(markup, { language: "en", origin: "https://example.com", media: someMedia, warn });
  return { html, warnings };
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

  it("warns about a missing picture", async () => {
    expect((await compile("![x](none.png)")).warnings).toEqual(['Cannot find the file "none.png" in articles/']);
  });

  it("warns about too much nesting", async () => {
    const { html, warnings } = await compile(`${"> ".repeat(2000)}x`);
    expect(html).toBe("");
    expect(warnings).toHaveLength(1);
  });
});
