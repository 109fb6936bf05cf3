import { describe, expect, it } from "vitest";
import { pelican } from "../../../../../src/import/generators/pelican.ts";
import { openSite } from "../planned-site.ts";

function replacementOf(header: string, body = "Text", config = "", path = "content/a.md") {
  const isHtml = path.endsWith(".html");
  const text = isHtml ? `<html><head>${header}</head><body>${body}</body></html>` : `Title: A\nDate: 2024-01-02\n${header}\n\n${body}\n`;
  const plan = openSite(pelican, { "pelicanconf.py": `SITEURL = 'https://moon.example'\n${config}`, [path]: text }).plan(path);
  if (plan === undefined || !("replacement" in plan) || plan.replacement === undefined) throw new Error("no article");
  return plan.replacement;
}

// The texts are those of the HTML that Python-Markdown 3.11 makes with the extensions of Pelican, with the marks of lists.
describe("pelican.plan() makes text of a summary", () => {
  it.each([
    ["A *résumé* of `code` & [the sea]({filename}b.md)", "A résumé of code & the sea"],
    ["Caf&eacute;s <em>and</em> 2 &lt; 3", "Cafés and 2 < 3"],
    ["2024. A [year](https://moon.example/y)", "2024. A year"],
    ["snake_case and 5 * 3", "snake_case and 5 * 3"],
    ["one\n    *two*", "one two"],
    ["- a dash", "- a dash"],
  ])("in Markdown: %j", (written, expected) => {
    expect(replacementOf(`Summary: ${written}`).frontMatter["summary"]).toBe(expected);
  });

  it("leaves out one that has only a picture", () => {
    expect(replacementOf("Summary: ![Sea]({static}sea.png)").frontMatter).not.toHaveProperty("summary");
  });

  it("in HTML and in a field that is not formatted, whose tags readers interpret", () => {
    const html = '<title>A</title><meta name="date" content="2024-01-02"><meta name="summary" content="A *b*">';
    expect(replacementOf(html, "Text", "", "content/a.html").frontMatter["summary"]).toBe("A *b*");
    expect(replacementOf("Summary: A *b* <i>c</i>", "Text", "FORMATTED_FIELDS = []").frontMatter["summary"]).toBe("A *b* c");
  });

  it("but of a description only if it is formatted", () => {
    expect(replacementOf("Description: A *b*").frontMatter["description"]).toBe("A *b*");
    const formatted = "FORMATTED_FIELDS = ['summary', 'description']";
    expect(replacementOf("Description: A *b*", "Text", formatted).frontMatter["description"]).toBe("A b");
  });

  it("keeps one that is nested too deeply", () => {
    const written = `${"> ".repeat(2000)}a`;
    expect(replacementOf(`Summary: ${written}`).frontMatter["summary"]).toBe(written);
  });
});

it.each([
  ["[home]({index})", "[home](/)"],
  ["[home](<{index}>)", "[home](</>)"],
  ["[home]({index}#top) [old](|index|?a=b)", "[home](/#top) [old](/?a=b)"],
  ["[home]: {index}x.html\n\n[home]", "[home]: /\n\n[home]"],
  ['<a href="{index}">home</a>', '<a href="/">home</a>'],
  ["[b]({filename}b.md) {index}", "[b](b.md) {index}"],
])("pelican.plan() links %j to the front page", (written, expected) => {
  expect(replacementOf("Slug: a", written).body.trim()).toBe(expected);
});
