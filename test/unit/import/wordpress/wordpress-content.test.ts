import { describe, expect, it } from "vitest";
import { wordpressContent } from "../../../../src/import/wordpress/wordpress-content.ts";
import fc from "../../../fast-check.ts";

const pictures = new Map([
  ["13", { url: "https://old.example/a.jpg", alt: 'An "A"' }],
  ["15", { url: "https://old.example/c.jpg", alt: "C", caption: "The <em>quay</em>\n\nat night" }],
  ["14", { url: "https://old.example/b.jpg", alt: "" }],
]);
const htmlOf = (stored: string) => wordpressContent(stored, pictures).html.replace(/\n+/g, "\n");

describe("wordpressContent()", () => {
  it.each([
    ["One\ntwo\r\n\r\nthree", "<p>One<br>\ntwo</p>\n<p>three</p>"],
    ["One<br />\ntwo", "<p>One<br>\ntwo</p>"],
    ["Text\n<h2>Head</h2>\nmore", "<p>Text</p>\n<h2>Head</h2>\n<p>more</p>"],
    ["<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"],
    ["<blockquote>One\n\nTwo</blockquote>", "<blockquote>\n<p>One</p>\n<p>Two</p>\n</blockquote>"],
    ["a\n<hr />\nb", "<p>a</p>\n<hr />\n<p>b</p>"],
    ["Use <code>a\n\nb</code> so", "<p>Use <code>a\n\nb</code> so</p>".replace("\n\n", "\n")],
    ["a <!--more Read on--> b", "<p>a</p>\n<!--more Read on-->\n<p>b</p>"],
    ["a\uE0000\uE001", "<p>a0</p>"],
  ])("converts %j to paragraphs", (stored, html) => {
    expect(htmlOf(stored)).toBe(html);
  });

  it("keeps code unchanged", () => {
    const code = "<pre>a\n\nb [gallery ids=13]\nhttps://x.example\n</pre>";
    expect(wordpressContent(`x\n${code}\ny`, pictures).html).toBe(`<p>x</p>\n${code}\n<p>y</p>`);
  });

  it("keeps a page with blocks, without the block comments", () => {
    const stored =
      '<!-- wp:heading {"level":3,"style":{"a":">"}} -->\n<h3>A</h3>\n<!-- /wp:heading -->\n\n<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\nloose\n\n<!-- wp:latest-posts {"postsToShow":3} /-->';
    const { html, notes } = wordpressContent(stored.replace('">"', '"x"'), pictures);
    expect(html.replace(/\n+/g, "\n")).toBe("<h3>A</h3>\n<!--more-->\nloose");
    expect(notes).toEqual(["Removed from its text, since only WordPress can render it: wp:latest-posts"]);
  });

  const link = '<p><a href="https://www.youtube.com/watch?v=a&amp;t=9" data-embed>Video on YouTube</a></p>';
  it.each([
    ["https://www.youtube.com/watch?v=a&t=9", link],
    ["[embed width=1]https://www.youtube.com/watch?v=a&amp;t=9[/embed]", link],
    ["[youtube https://www.youtube.com/watch?v=a&t=9]", link],
    ["https://x.example/a?b&c", '<p><a href="https://x.example/a?b&amp;c">x.example/a?b&amp;c</a></p>'],
    ['[video mp4="https://x.example/a.mp4" width="1"][/video]', '<video src="https://x.example/a.mp4" controls></video>'],
    ['[audio src="https://x.example/a.mp3?b&c"]', '<audio src="https://x.example/a.mp3?b&amp;c" controls></audio>'],
    ['[audio mp3="https://x.example/a.mp3"][/audio]', '<audio src="https://x.example/a.mp3" controls></audio>'],
    [
      '[caption id="x" align="left"]<a href="/b"><img src="b.jpg" /></a> Some <em>words</em>[/caption]',
      '<figure><a href="/b"><img src="b.jpg" /></a>\n<figcaption>Some <em>words</em></figcaption>\n</figure>',
    ],
    ['[caption caption="C"]<img src="b.jpg">[/caption]', '<figure><img src="b.jpg">\n<figcaption>C</figcaption>\n</figure>'],
    [
      '[gallery columns="2" ids="13, 14,"]',
      '<figure><img src="https://old.example/a.jpg" alt="An &quot;A&quot;"></figure>\n<figure><img src="https://old.example/b.jpg" alt=""></figure>',
    ],
    [
      '[gallery ids="15"]',
      '<figure><img src="https://old.example/c.jpg" alt="C">\n<figcaption>The <em>quay</em> at night</figcaption>\n</figure>',
    ],
    [
      '[video poster="https://x.example/a.jpg" mp4="https://x.example/a.mp4"][/video]',
      '<video src="https://x.example/a.mp4" poster="https://x.example/a.jpg" controls></video>',
    ],
    [
      '[video src="https://youtu.be/a" poster="b.jpg"]',
      '<p><a href="https://www.youtube.com/watch?v=a" data-embed>Video on YouTube</a></p>',
    ],
    [
      "[audio http://x.example/a.mp3|titles=A song|loop=no]",
      '<audio src="http://x.example/a.mp3" controls><a href="http://x.example/a.mp3">A song</a></audio>',
    ],
    [
      "So [latex]a_1 &lt; b[0][/latex] [math]x[/math] [katex]y[/katex] [mathjax]z[/mathjax].",
      "<p>So <code>a_1 &lt; b[0]</code> <code>x</code> <code>y</code> <code>z</code>.</p>",
    ],
    ["So [latex]x_1 &amp;bg=fff &s=1[/latex] $latex x_1 &amp;s=1$", "<p>So <code>x_1</code> $latex x_1 &amp;s=1$</p>"],
    ["[latex]<br />\nx &lt; y &amp;s=1<br />\n[/latex]", "<pre><code>x &lt; y\n</code></pre>"],
    ["a [latex display=true]x[/latex] b", "<p>a</p>\n<pre><code>x\n</code></pre>\n<p>b</p>"],
    ["The [latex] and [math] tags", "<p>The [latex] and [math] tags</p>"],
    ['[sourcecode language="php"]\n&lt;?php [x] ?>\n[/sourcecode]', '<pre><code class="language-php">&lt;?php [x] ?&gt;\n</code></pre>'],
    ["[code]a < b[/code]", "<pre><code>a &lt; b\n</code></pre>"],
  ])("converts %s", (stored, html) => {
    const drawn = wordpressContent(stored, pictures);
    expect(drawn.html.replace(/\n+/g, "\n")).toBe(html);
    expect(drawn.notes).toEqual([]);
  });

  it.each(["[sic]", "[1]", "[…] and [so on]", "a[i] = b[j]", "[note to self]", "[link](https://x.example)"])(
    "treats %s as text",
    (text) => {
      expect(wordpressContent(text, pictures)).toEqual({ html: `<p>${text}</p>`, notes: [] });
    },
  );

  it("treats an escaped tag as text", () => {
    expect(htmlOf("[[gallery ids=13]] and [[foo]x[/foo]]")).toContain("<p>[gallery ids=13] and");
  });

  it("removes unknown shortcodes, keeps their content, and notes each once", () => {
    const { html, notes } = wordpressContent('[box type="a"]in[/box] [box]side[/box] [tabs]x[/tabs] [form id="1"] [gallery]', pictures);
    expect(html).toBe("<p>in side x  [gallery]</p>");
    expect(notes).toEqual(["Removed from its text, since only WordPress can render it: [box] (2 times), [tabs], [form]"]);
  });

  it("converts the block of a file to one link", () => {
    const frame = '<object class="wp-block-file__embed" data="/plan.pdf" type="application/pdf"></object>';
    const button = '<a href="/plan.pdf" class="wp-block-file__button" download>Download</a>';
    const block = (content: string) => `<!-- wp:file {"id":1} -->\n<div class="wp-block-file">${content}</div>\n<!-- /wp:file -->`;
    expect(htmlOf(block(`${frame}<a href="/plan.pdf">Plan</a>${button}`))).toBe(
      '<div class="wp-block-file"><a href="/plan.pdf">Plan</a></div>',
    );
    expect(htmlOf(block(frame + button))).toContain(`<div class="wp-block-file">${button}</div>`);
    expect(htmlOf(block(frame))).toContain(frame);
  });

  it("names the pictures of a gallery that the export does not have", () => {
    const { html, notes } = wordpressContent('[gallery ids="13,8,9"] [gallery ids="8"]', pictures);
    expect(html).toContain("a.jpg");
    expect(notes).toEqual([expect.stringContaining("no file has the attachments 8, 9: ")]);
  });

  it("loses no words in any context", () => {
    const around = fc.constantFrom(
      ..."\n|\n\n|\r\n|<p>|</p>|<b>|<pre>|</pre>|<code>|</code>|<blockquote>|</blockquote>|<!-- wp:a -->|<!-- /wp:a -->|<!--more-->|[sic]|[a b=c]|[/a]|[[b]]|[code]|[/code]|[caption]<img src=x>|[caption a=b]|[/caption]|<img src=x>|<hr>|[gallery ids=13]|https://x.example/\n|<li>|\uE000".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(around, { maxLength: 30 }), (parts) => {
        const words = parts.map((_, index) => `w${index}w`);
        const { html } = wordpressContent(parts.map((part, index) => `${part} ${words[index]} `).join(""), pictures);
        expect(html.match(/w\d+w/g) ?? []).toEqual(words);
      }),
    );
  });

  it.each([
    "[youtube https://www.youtube.com/watch?v=abcdefghijk]",
    "[youtube=https://www.youtube.com/watch?v=abcdefghijk]",
    "[embed]",
    '[audio mp3="https://a.example/a.mp3"]',
    "[youtube https://www.youtube.com/watch?v=abcdefghijk]\n\n[embed]https://a.example/[/embed]\n\n[youtube https://youtu.be/abcdefghijk]",
    "[code]",
  ])("converts code after the tag %s", (tag) => {
    const html = htmlOf(`${tag}\n\n[code]\n<b>1</b> < 2 <?php echo 1; ?>\n[/code]\n\n[sourcecode]<i>[/sourcecode]`);
    expect(html).toContain("&lt;b&gt;1&lt;/b&gt; &lt; 2 &lt;?php echo 1; ?&gt;");
    expect(html).toContain("&lt;i&gt;");
  });

  it.each(["[code]", "<pre>", "[caption a=b ", "<!-- wp:x ", "[[[[[", "\n\n<p>", "[a=", "<blockquote"])(
    "takes linear time for ten thousand times %j",
    (part) => {
      expect(wordpressContent(part.repeat(10_000), pictures).notes.length).toBeLessThanOrEqual(1);
    },
  );
});
