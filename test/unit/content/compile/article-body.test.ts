import { describe, expect, it } from "vitest";
import { parseArticleBody } from "../../../../src/content/compile/article-body.ts";
import { toHtml } from "../../../../src/content/html/html.ts";
import type { DialectContext } from "../../../../src/content/markup/dialects/dialects.ts";
import { compileOne } from "../sample.ts";

describe("parseArticleBody()", () => {
  it("replaces an invalid character from a reference in a list of names, and keeps a list of numbers", async () => {
    const told: string[] = [];
    const text = '<p class="a b&#7;">c</p><map><area coords="1,2,3"></map>';
    const context: DialectContext = {
      language: "en",
      locate: () => undefined,
      reportAtNode: (_node, _severity, message) => told.push(message),
    };
    const { tree } = await parseArticleBody("moon.html", { text, line: 1 }, undefined, context);
    expect(toHtml(tree)).toBe('<p class="a b␇">c</p><map><area coords="1, 2, 3"></map>');
    expect(told).toEqual([expect.stringContaining("the character &#7;:")]);
  });
});

describe("the badges of a title in front matter", () => {
  const badge = '<Badge type="danger" text="old" />';

  it.each([
    [`# {{ $frontmatter.title }} ${badge}`, "<p>old</p>"],
    [`# API ${badge} ${badge}`, "<p>old old</p>"],
    [`# API ![](https://e.org/a.png) ${badge}`, '<p><img src="https://e.org/a.png" alt=""> old</p>'],
  ])("are in the content, but not in the summary: %j", async (heading, shown) => {
    const { content, summary } = await compileOne(`---\ntitle: API\n---\n${heading}\n\nUse the new one.`);
    expect([content, summary]).toEqual([`${shown}\n<p>Use the new one.</p>`, "Use the new one."]);
    expect((await compileOne(`---\ntitle: API\n---\n${heading}\n\nUse it.<!--more-->\n\nb`)).summary).toBe("Use it.");
  });
});
