import type { Element, ElementContent, Text } from "hast";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { summarize, summarizeAll } from "../../../../src/content/html/summary.ts";
import { compileOne } from "../sample.ts";

describe("summarize() and nested elements", () => {
  it("reads each text about once", () => {
    let read = 0;
    const word: Text = {
      type: "text",
      get value() {
        read++;
        return "12 ";
      },
    };
    const sup = (children: ElementContent[]): Element => ({ type: "element", tagName: "sup", properties: {}, children });
    let tree = sup(Array.from({ length: 1000 }, () => word));
    for (let level = 1; level < 500; level++) tree = sup([tree]);
    expect(summarize({ type: "root", children: [tree] })).toMatch(/^12 12 12/);
    expect(read).toBeLessThan(10_000);
  });
});

describe("summarize()", () => {
  it.each([
    ["no line of tags", "<p>#zettel #idea/sub #モモ</p><p>#1 is the moon.</p>", "#1 is the moon."],
    ["no line of tags and a property", "<p>#zettel #b up:: [[Index]]</p><p>a</p>", "a"],
    ["no lines of properties", "<p>#zettel<br>\nup:: [[Index]]\nstatus::</p><p>a</p>", "a"],
    ["words below a property", "<p>up:: [[Index]]\nText</p><p>a</p>", "up:: [[Index]] Text"],
    ["words of C++", "<p>std::vector grows.</p><p>a</p>", "std::vector grows."],
    ["properties without anything else", "<p>up:: [[Index]]</p>", "up:: [[Index]]"],
    ["no code next to a table", "<h2>a</h2><pre>code</pre><table><tr><td>b<td>c</table>", "a b c"],
    ["code without anything else", "<p><img></p><pre>code</pre>", "code"],
    ["a line of tags without anything else", "<p>#zettel #idea/sub</p>", "#zettel #idea/sub"],
    ["no salutation", "<p>Dear parents and\nfriends,</p><p>The fair is on Friday.</p>", "The fair is on Friday."],
    ["no salutation with another sign", "<p>Estimados padres:</p><p>Liebe Eltern!</p><p>b</p>", "b"],
    ["a salutation alone", "<p>Dear parents,</p><ul><li>a</li></ul>", "Dear parents, a"],
    ["a verse that ends with a comma", "<p>The sea,<br>the sea,</p><p>b</p>", "The sea, the sea,"],
    ["a sentence that ends with a comma", `<p>Dear ${"a".repeat(60)},</p><p>b</p>`, `Dear ${"a".repeat(60)},`],
    ["the first paragraph", "<h2>a</h2><p>The <b>moon</b>\n rose.</p><p>b</p>", "The moon rose."],
    [
      "no code, table, quotation or list before it",
      "<pre>a</pre><table><tr><td><p>b</table><blockquote><p>c</p></blockquote><ul><li><p>d</p></ul><p>e",
      "e",
    ],
    ["no caption of a picture", "<figure><img><figcaption><p>a</p></figcaption></figure><p>b</p>", "b"],
    ["none that is empty or a picture only", "<p> </p><p><img alt=a></p><p>b</p>", "b"],
    ["none that is empty, nor a heading behind it", "<p> </p><h2>a</h2><p>b</p>", "b"],
    [
      "no mark of a footnote of Substack",
      '<p>I counted.<a class="footnote-anchor" href="#footnote-1">1</a> Then <a href="/2">2</a>.</p>',
      "I counted. Then 2.",
    ],
    ["no comment", "<p>a<!-- b -->c</p>", "ac"],
    ["links, and a sign that is not a link", '<p>See <a href="/a">this</a>; <b>↩</b> is Enter.</p>', "See this; ↩ is Enter."],
    [
      "exponents",
      "<p>There are 10<sup>9</sup> ants on 5 km<sup>2</sup>, or 1.5×10<sup>11</sup>.</p>",
      "There are 10⁹ ants on 5 km², or 1.5×10¹¹.",
    ],
    ["numbers", "<p><b>42</b> moons of 10<sup>-2</sup> and 10<sup>2a</sup></p>", "42 moons of 10⁻² and 102a"],
    ["no link around the mark of a footnote", '<p>The moon<a href="#fn-1"><sup>1</sup></a> rose.</p>', "The moon rose."],
    ["no mark of a footnote in brackets", '<p>The moon<sup><a href="#fn-1">[12]</a></sup> rose.</p>', "The moon rose."],
    ["no mark with the id of a footnote", '<p>The moon<sup id="fnref:12">12</sup> rose.</p>', "The moon rose."],
    ["separated headings without other text", "<h1>a</h1><h6>b</h6>", "a b"],
    ["no mark of a footnote", '<p>The moon<sup><a href="#fn-1">1</a></sup> rose.</p>', "The moon rose."],
    ["what else is raised", "<p>E = mc<sup>2nd</sup></p>", "E = mc2nd"],
    ["words on both sides of a break", "<p>a<br>b</p>", "a b"],
    ["a paragraph within others", "<div><section><p>a</p></section></div>", "a"],
    ["text with empty lines before the first block", "First <b>text</b>.<br><br>More.<br>\n<br><p>late</p>", "First text. More."],
    [
      "such text in a division, after a picture",
      '<div dir="ltr"><div><a href="/a"><img></a></div><h2>a</h2><span>First.<br>\n<br>More.</span><p>late</p></div>',
      "First. More.",
    ],
    ["no byline before the first paragraph", "By Ann<br>May 2024<br><br><p>a</p>", "a"],
    ["no text with empty lines after a paragraph", "<p>a</p>b<br><br>c", "a"],
    ["no text with empty lines after other words", "<ul><li>x</ul>b<br><br>c<p>a</p>", "a"],
    ["no empty lines in a quotation", "<blockquote>b<br><br>c</blockquote><p>a</p>", "a"],
    ["no empty lines without words", "<br><br><br>b<p>a</p>", "a"],
    ["all text without prose", "<h2>a</h2><ul><li>b</li><li>c</li></ul>", "a b c"],
    ["no text", "<p><img></p>", ""],
    ["text without elements", "Just <i>text</i>", "Just text"],
    ["characters, not references", "<p>a &lt;b&gt; &amp;amp; c</p>", "a <b> &amp; c"],
  ])("accepts %s", (_, html, expected) => {
    expect(summarize(parseHtml(html))).toBe(expected);
  });

  it.each(["aside", "blockquote", "details", "dl", "figure", "footer", "header", "nav", "ol", "pre", "ul"])(
    "ignores paragraphs in <%s>",
    (name) => {
      expect(summarize(parseHtml(`<${name}><p>a</p></${name}><p>b</p>`))).toBe("b");
    },
  );

  it("cuts at whole words", () => {
    const summary = summarize(parseHtml(`<p>${"moonrise ".repeat(50)}</p>`));
    expect(summary).toMatch(/^(?:moonrise )+moonrise…$/);
    expect(summary.length).toBeLessThanOrEqual(280);
    expect(summary.length).toBeGreaterThan(260);
  });

  it("omits a footnote's link back to the text", async () => {
    expect((await compileOne("- one[^1]\n- two[^1]\n\n[^1]: A note.")).summary).toBe("one two A note.");
  });

  it("prefers a given summary", async () => {
    expect((await compileOne("---\nsummary: Short & <b>sweet</b>\n---\nText")).summary).toBe("Short & <b>sweet</b>");
  });
});

describe("summarize() and players", () => {
  it("ignores the text for readers without a player", () => {
    expect(summarize(parseHtml('<p><audio src="a.mp3"><a href="a.mp3">a.mp3</a></audio></p><p>First <video>old</video>words.</p>'))).toBe(
      "First words.",
    );
  });
});

describe("summarizeAll()", () => {
  it.each(["aside", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "pre"])("skips <%s>, unless there is no other text", (name) => {
    expect(summarizeAll(parseHtml(`<p>a</p><${name}>b</${name}><${name}>c</${name}><p>d</p>`))).toBe("a d");
    expect(summarizeAll(parseHtml(`<${name}>b</${name}>`))).toBe("b");
  });

  it("skips tables", () => {
    expect(summarizeAll(parseHtml("<p>a</p><table><tr><td>b</td></tr></table>"))).toBe("a");
  });
});

describe("the mark at the end of the excerpt", () => {
  it.each([
    ["<!--more-->", "Hugo's, Hexo's, WordPress's"],
    ["<!-- more -->", "with spaces"],
    ["<!--more Read on-->", "WordPress's, with words"],
    ["<!-- truncate -->", "Docusaurus's"],
    ["<!-- excerpt -->", "Eleventy's"],
    ["<!-- Excerpt End -->", "the end of a pair"],
    ["<!-- end-excerpt -->", "the other way"],
  ])("may be %s, which is removed (%s)", async (mark) => {
    const { content, summary } = await compileOne(`## A\n\nOne.\n\n- two\n\n\`\`\`\ncode\n\`\`\`\n\n${mark}\n\nThree.`);
    expect(summary).toBe("One. two");
    expect(content).not.toMatch(/<!--|more|truncate|xcerpt/i);
    expect(content).toContain("<p>Three.</p>");
  });

  it.each([
    ["within a paragraph", "One.\n\nTwo. <!--more--> Three.", "One. Two."],
    ["behind nothing but a heading", "## A\n\n<!--more-->\n\nThree.", "A"],
    ["before everything", "<!--more-->\n\nThree.\n\nFour.", "Three."],
    ["in code", "One. `<!--more-->`\n\n```\n<!--more-->\n```\n\nThree.", "One. <!--more-->"],
    ["that only resembles one", "One.\n\nTwo.\n\n<!-- more work here -->\n\nThree.", "One."],
    ["that the article names", "---\nexcerpt_separator: '***end***'\n---\nOne.\n\nTwo.\n\n***end***\n\nThree.", "One. Two."],
    ["nowhere: the sign that the article names is empty", "---\nexcerpt_separator: ''\n---\nOne.\n\nTwo.", "One."],
    ["nowhere: the article names white space", "---\nexcerpt_separator: ' '\n---\nNo. 1.\n\nTwo.", "No. 1."],
    ["nowhere: the article names none", "One.\n\nTwo.\n\nundefined\n\nThree.", "One."],
    ["and a summary that is given", "---\nsummary: Short.\n---\nOne.\n\n<!--more-->\n\nThree.", "Short."],
  ])("is %s", async (_, text, summary) => {
    expect((await compileOne(text)).summary).toBe(summary);
  });

  it("allows an excerpt of up to a thousand characters", async () => {
    const { summary } = await compileOne(`${"Moonrise again. ".repeat(60)}\n\n<!--more-->\n\nText`);
    expect(summary).toBe("Moonrise again. ".repeat(60).trim());
    expect((await compileOne(`${"Moonrise again. ".repeat(70)}\n\n<!--more-->\n\nText`)).summary).toHaveLength(991);
  });
});
