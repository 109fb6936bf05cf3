import { describe, expect, it } from "vitest";
import { plainPage } from "../../../../src/import/plain-page.ts";
import { compileOne } from "../sample.ts";
import { plain } from "./plain-html.ts";

describe("removeHidden()", () => {
  it.each([
    ["<p hidden>a</p><p>b</p>", "<p>b</p>", "p"],
    ['<div hidden="hidden"><img src="a.png"><p hidden>c</p></div>', "", "div"],
    ['a <span hidden="">b</span> c', "a  c", "span"],
    ['<img src="a.png" hidden>', "", "img"],
  ])("removes elements that browsers hide in %s, with a warning", (html, shown, tag) => {
    expect(plain(html)).toEqual({
      html: shown,
      warnings: [`Removed <${tag} hidden>: browsers do not show it; to show it, remove "hidden"`],
    });
  });

  it("removes a signup card of Ghost, with a warning", () => {
    expect(plain('<p>a</p><div class="kg-card kg-signup-card"><h2>Sign up</h2><form><button>Subscribe</button></form></div>')).toEqual({
      html: "<p>a</p>",
      warnings: ["Removed a signup card of Ghost: feed readers show no forms; write a link to the page with the form"],
    });
  });

  it("removes the hidden label of Substack's editor", () => {
    expect(plain('<label class="hide-text">Text within this block</label><pre>a</pre><label class="b">c</label>')).toEqual({
      html: '<pre>a</pre><label class="b">c</label>',
      warnings: [],
    });
  });

  it.each([
    '<p hidden="until-found">a</p>',
    '<div role="tabpanel" hidden>a</div>',
    '<p aria-hidden="true">a</p>',
    '<p class="hidden">a</p>',
    "<p><code>&#x3C;p hidden></code></p>",
  ])("keeps %s", (html) => {
    expect(plain(html)).toEqual({ html, warnings: [] });
  });

  it.each([
    ['<p style="display:none">a</p>', "p"],
    ['<div style="color: red; Visibility: Hidden"><img src="a.png"></div>', "div"],
    ['<a style="margin: 0;display : none !important" href="/x">a</a>', "a"],
  ])("reports, and keeps, what a style hides: %s", (html, tag) => {
    expect(plain(html)).toEqual({
      html,
      warnings: [`Cannot hide <${tag}> by its style: readers drop styles, and show it; to leave it out, write the attribute hidden`],
    });
  });

  it.each(['<p style="display:none"></p>', '<p style="display:nonesuch">a</p>', '<p style="--display:none">a</p>', '<p style="x">a</p>'])(
    "does not report %s",
    (html) => {
      expect(plain(html).warnings).toEqual([]);
    },
  );

  it("reports what a style hides in MDX", async () => {
    const { problems } = await compileOne('<p style={{ display: "none" }}>a</p>', "2024-11-06-moon.mdx");
    expect(problems).toEqual([expect.stringMatching(/:1:1 warning Cannot hide <p> /)]);
  });

  it.each(["md", "mdx", "html"])("reports the line in .%s", async (markup) => {
    const { content, problems } = await compileOne("<p>a</p>\n\n<p hidden>b</p>\n", `2024-11-06-moon.${markup}`);
    expect(content.trim()).toBe("<p>a</p>");
    expect(problems).toEqual([expect.stringMatching(/:3:1 warning Removed <p hidden>/)]);
  });

  it("keeps a page that a script would show", () => {
    expect(plainPage("<html hidden><body hidden><p>a</p><p hidden>b</p></body></html>")).toEqual({
      html: "<html><head></head><body><p>a</p></body></html>",
      notes: [expect.stringContaining("<p hidden>")],
    });
  });

  it("removes hidden elements before the summary", async () => {
    expect((await compileOne("<p hidden>a</p>\n\nb")).summary).toBe("b");
  });
});
