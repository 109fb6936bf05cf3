import { describe, expect, it } from "vitest";
import { replaceShortcodes } from "../../../../../../src/content/markup/shortcodes/shortcodes.ts";
import { compileOne } from "../../../sample.ts";

const place = { locate: (name: string) => (name === "moon" ? "/moon.md" : undefined), variables: {} };

function plain(text: string): string {
  const { removed, text: result } = replaceShortcodes(text, place);
  expect([...removed]).toEqual([]);
  return result;
}

function embed(url: string, label: string): string {
  return `<a href="${url}" data-embed>${label}</a>`;
}

describe("tags of themes and generators: embeds", () => {
  it.each([
    ["{% iframe https://example.org/demo 400 300 %}", embed("https://example.org/demo", "example.org/demo")],
    ["{% jsfiddle ada/ccWP7 js,html light %}", embed("https://jsfiddle.net/ada/ccWP7", "Code on JSFiddle")],
    ['{{ gist(url="https://gist.github.com/ada/12ab") }}', embed("https://gist.github.com/ada/12ab", "Code on GitHub Gist")],
    ['{{ streamable(id="92ok4") }}', embed("https://streamable.com/92ok4", "Video on Streamable")],
    ['{{< mastodon "https://m.example/@ada/12" >}}', embed("https://m.example/@ada/12", "m.example/@ada/12")],
    ["{{< instagram CxOWiQNP2MO >}}", embed("https://www.instagram.com/p/CxOWiQNP2MO", "Post on Instagram")],
    ["{{< asciinema 12 >}}", embed("https://asciinema.org/a/12", "Recording on asciinema")],
    ['{{< qr text="https://example.org/a" />}}', embed("https://example.org/a", "example.org/a")],
    ['{{< youtubeLite id="a1" label="The talk" >}}', embed("https://www.youtube.com/watch?v=a1", "The talk")],
    ['{{< youtubeLite id="a1" params="start=9&end=10" >}}', embed("https://www.youtube.com/watch?v=a1&amp;t=9", "Video on YouTube")],
    ['{{< github repo="ada/engine" >}}', embed("https://github.com/ada/engine", "github.com/ada/engine")],
    ['{% include tweet.html id="12" %}', embed("https://x.com/i/status/12", "Post on X")],
    [
      '{% include youtube.html id="a1" caption="The talk" %}',
      `<figure>${embed("https://www.youtube.com/watch?v=a1", "Video on YouTube")}<figcaption>The talk</figcaption></figure>`,
    ],
    [
      '{% include video.html src="/a.mp4" caption="A & b" %}',
      '<figure><video src="/a.mp4" controls></video><figcaption>A &amp; b</figcaption></figure>',
    ],
    ['{% include video.liquid path="https://www.youtube.com/embed/a1" %}', embed("https://www.youtube.com/watch?v=a1", "Video on YouTube")],
    ['{% include audio.liquid path="a.mp3" controls=true %}', '<audio src="a.mp3" controls></audio>'],
    ['{% include local_video.html path="a.mp4" %}', '<video src="a.mp4" controls></video>'],
    ["{% include embed/video.html src='/a.mp4' %}", '<video src="/a.mp4" controls></video>'],
    ['{{< bilibili "BV1" 2 >}}', embed("https://www.bilibili.com/video/BV1?p=2", "Video on Bilibili")],
    ['{{< bilibili id="BV1" p=3 >}}', embed("https://www.bilibili.com/video/BV1?p=3", "Video on Bilibili")],
    ["{{< bilibili BV1 1 >}}", embed("https://www.bilibili.com/video/BV1", "Video on Bilibili")],
    ['{% include video id="BV1" provider="bilibili" %}', embed("https://www.bilibili.com/video/BV1", "Video on Bilibili")],
    ['{{< button href="/x" >}}Press *it*{{< /button >}}', '<a href="/x">Press *it*</a>'],
    ['{{% button relref="moon" %}}Press{{% /button %}}', '<a href="/moon.md">Press</a>'],
    ["{{< kbd >}}Ctrl{{< /kbd >}} {{< kbd Esc >}}", "<kbd>Ctrl</kbd> <kbd>Esc</kbd>"],
    ["{% btn '/x',Words,icon %}", '<a href="/x">Words</a>'],
    ["{% btn '/x','Some, words',icon %}", '<a href="/x">Some, words</a>'],
    ["{% btn https://e.org/x, Some words & a=b, home fa-lg %}", '<a href="https://e.org/x">Some words &amp; a=b</a>'],
    ["{% button #x, 点击 下载 软件 %}", '<a href="#x">点击 下载 软件</a>'],
    ['{% btn https://e.org/, text="Some words" %}', '<a href="https://e.org/">Some words</a>'],
    ['{{< button "/a,b" "Some words" >}}', '<a href="/a,b">Some words</a>'],
    ["{{< tweet ada 12 >}} {% twitter @ada 12 %}", `${embed("https://x.com/ada/status/12", "Post on X")} `.repeat(2).trim()],
    ["{% tweet 1559952318275649536 42 %}", embed("https://x.com/i/status/1559952318275649536", "Post on X")],
  ])("replaces %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    "{{< bluesky x >}}",
    "{{< fa thumbs-up >}}",
    "{{< streamable >}}",
    '{{< loom "javascript:x()" >}}',
    "{% btn Words %}",
    "{{< button >}}a{{< /button >}}",
  ])("reports %s, whose address is unknown", (text) => {
    expect(replaceShortcodes(text, place).removed.size).toBe(1);
  });
});

describe("tags of themes and generators: formulas, diagrams and quotations", () => {
  it.each([
    ["a {{< katex >}}x_1 < y_2{{< /katex >}} b", "a <code>x_1 &lt; y_2</code> b"],
    ["{{< katex display=true >}}\n\\frac{a}{b}\n{{< /katex >}}", "<pre><code>\\frac{a}{b}\n</code></pre>"],
    ["{% katex(block=true) %}\n$$x_1$$\n{% end %}", "<pre><code>x_1\n</code></pre>"],
    ["{{< mermaid >}}\nA --> B\n\nC\n{{< /mermaid >}}", '<pre><code class="language-mermaid">A --&gt; B\n\nC\n</code></pre>'],
    ["{% pullquote left %}\nOne.\n{% endpullquote %}", "\n<blockquote>\n\n\nOne.\n\n\n</blockquote>\n"],
    [
      "{% blockquote Ada, Notes https://example.org/n On notes %}\nOne.\n{% endblockquote %}",
      '\n<blockquote>\n\n\nOne.\n\n\n— Ada, Notes <a href="https://example.org/n">On notes</a>\n\n</blockquote>\n',
    ],
    [
      "{% blockquote @ada https://example.org/n %}\nOne.\n{% endblockquote %}",
      '\n<blockquote>\n\n\nOne.\n\n\n— @ada <a href="https://example.org/n">example.org/n</a>\n\n</blockquote>\n',
    ],
  ])("replaces %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

describe("formulas of tags within a line", () => {
  it.each([
    ["A {{< katex >}}a\\,b_1*c*d{{< /katex >}} b", "<p>A <code>a\\,b_1*c*d</code> b</p>"],
    ["A {{% math %}}a\\,b_1*c*d{{% /math %}} b", "<p>A <code>a\\,b_1*c*d</code> b</p>"],
    ["A {% katex inline %}\na_1 <\nb\n{% endkatex %} c", "<p>A <code>a_1 &#x3C; b</code> c</p>"],
    ["{% katex inline %}\na % b\nc\n{% endkatex %}", "<pre><code>a % b\nc\n</code></pre>"],
    ["A {% katex %}a\\,b \\\\ e{% endkatex %} b", "<p>A <code>a\\,b \\\\ e</code> b</p>"],
    [
      "{% latex %}a\\{1\\} ^{2} c^{3} ~x~ ==y== `c` &amp; <b>{% endlatex %}",
      "<p><code>a\\{1\\} ^{2} c^{3} ~x~ ==y== `c` &#x26;amp; &#x3C;b></code></p>",
    ],
    ["- {{< tex >}}a\\,*b*{{< /tex >}}", "<ul>\n<li><code>a\\,*b*</code></li>\n</ul>"],
    ["**a {{< katex >}}b**c{{< /katex >}}**", "<p><strong>a <code>b**c</code></strong></p>"],
    ["<div>{{< katex >}}a\\,*b*{{< /katex >}}</div>", "<div><code>a\\,*b*</code></div>"],
    ["$5 {{< katex >}}a\\,b{{< /katex >}} $6", "<p>$5 <code>a\\,b</code> $6</p>"],
    ["$a={{< katex >}}b{{< /katex >}}$", "<p>$a=<code>b</code>$</p>"],
    ["{{< katex >}}b`c{{< /katex >}} and `x`", "<p><code>b`c</code> and <code>x</code></p>"],
    ['<b title="{{< katex >}}a\\,b{{< /katex >}}">c</b>', '<p><b title="a\\,b">c</b></p>'],
    ["{{< katex >}}{{< /katex >}} a", "<p><code></code> a</p>"],
    ["## A {{< katex >}}a\\,b{{< /katex >}}", '<h2 id="moon-a-ab">A <code>a\\,b</code></h2>'],
    ["\uF8F4 {{< katex >}}a_1{{< /katex >}}", "<p>\uF8F4 <code>a_1</code></p>"],
  ])("are to the letter in %j", async (text, html) => {
    expect((await compileOne(text)).content.trim()).toBe(html);
  });

  it("are in a cell with bars", async () => {
    const { content } = await compileOne("| a | b |\n| - | - |\n| {{< katex >}}|a\\_1|{{< /katex >}} | *y* |");
    expect(content).toContain("<td><code>|a\\_1|</code></td>\n<td><em>y</em></td>");
  });

  it.each(["# H TEX", "> # H TEX", "H TEX\n===", "- # H TEX"])("do not change the title of %j", async (text) => {
    const { title } = await compileOne(`${text.replace("TEX", "{{< katex >}}a\\,b*c*{{< /katex >}}")}\n\nText`);
    expect(title).toBe("H a,bc");
  });
});

describe("tags around HTML", () => {
  const pairs: readonly (readonly [string, string])[] = [
    ["{{< rawhtml >}}", "{{< /rawhtml >}}"],
    ["{{% rawhtml %}}", "{{% /rawhtml %}}"],
    ["{::nomarkdown}", "{:/nomarkdown}"],
    ["{::nomarkdown}", "{:/}"],
  ];
  it.each(pairs)("keep indented lines after %s and before %s", async (start, end) => {
    const html = "<table>\n  <tr>\n    <td>A</td>\n\n    <td>B</td>\n  </tr>\n</table>";
    const { content } = await compileOne(`a\n\n${start}\n${html}\n${end}\n\n*b*`);
    expect(content.replace(/\s+/g, "")).toBe("<p>a</p><table><tbody><tr><td>A</td><td>B</td></tr></tbody></table><p><em>b</em></p>");
  });

  it.each(pairs)("keep the signs between %s and %s", async (start, end) => {
    const { content } = await compileOne(`a ${start}<b title="*c*">raw *x* _y_</b>${end} *d*`);
    expect(content.trim()).toBe('<p>a <b title="*c*">raw *x* _y_</b> <em>d</em></p>');
  });

  it.each(pairs)("keep the signs of several lines between %s and %s", async (start, end) => {
    const { content } = await compileOne(`${start}\n<b title="*c*">raw *x*</b>\n\n_y_ \`z\`\n${end}\n\n*d*`);
    expect(content).toBe('<p><b title="*c*">raw *x*</b></p>\n<p>_y_ `z`</p>\n<p><em>d</em></p>');
  });

  it.each(pairs)("replace tags between %s and %s", async (start, end) => {
    const { content } = await compileOne(`a ${start}<b>{{ site.title }}</b>${end}`);
    expect(content).toMatch(/<b>[^<>{}]+<\/b>/);
  });

  it.each(pairs)("keep preformatted text between %s and %s", async (start, end) => {
    const { content } = await compileOne(`${start}\n<pre>\na\n\n    b\n</pre>\n${end}`);
    expect(content).toContain("a\n\n    b");
  });
});

describe("tags of themes and generators: pictures", () => {
  const figure = (...files: string[]) => `<figure>${files.map((file) => `<img src="${file}" alt="">`).join(" ")}</figure>`;
  it.each([
    ['{{< img src="a.png" alt="A" >}}', '<figure><img src="a.png" alt="A"></figure>'],
    ['{{< image src="a.png" caption="C" position="center" >}}', '<figure><img src="a.png" alt="C"><figcaption>C</figcaption></figure>'],
    ['{{< picture "a.png" "dark.png" "A moon" >}}', '<figure><img src="a.png" alt="A moon"></figure>'],
    ['{{< gallery "a.png" "b.jpg" >}}', figure("a.png", "b.jpg")],
    ['{{< carousel images="{a.png,b.png}" >}}', figure("a.png", "b.png")],
    ["{{< postimage a.webp >}}", figure("a.webp")],
    ['{{ resize_image(path="a.png", width=40) }}', figure("a.png")],
    ["{% picture wide a.png --alt A moon --link /x %}", '<figure><img src="a.png" alt="A moon"></figure>'],
    [`{% image "./a.png", "A moon", "(min-width: 30em) 50vw, 100vw" %}`, '<figure><img src="./a.png" alt="A moon"></figure>'],
    ["{% fullimage a.png, A rack, The title %}", '<figure><img src="a.png" alt="A rack"><figcaption>The title</figcaption></figure>'],
    ["{% full-image a.png,Rack,Title %}", '<figure><img src="a.png" alt="Rack"><figcaption>Title</figcaption></figure>'],
    ["{% fi a.png %}", figure("a.png")],
    ["{% fullimage a.png, ,The title %}", '<figure><img src="a.png" alt=""><figcaption>The title</figcaption></figure>'],
    ["{% image a.png, width=20px, alt=A rack %}", '<figure><img src="a.png" alt="A rack"></figure>'],
    ["{% gallery a.png, b.png %}", figure("a.png", "b.png")],
    [
      "{% galleryGroup 'Trips' 'Where we *went*' '/trips/' a.png %}",
      '<figure><a href="/trips/"><img src="a.png" alt=""></a><figcaption><strong>Trips</strong> Where we *went*</figcaption></figure>',
    ],
    [
      '{% dplayer "url=a.mp4" "pic=a.png" "title=A & B" %}',
      '<video src="a.mp4" poster="a.png" controls><a href="a.mp4">A &amp; B</a></video>',
    ],
    ["{% dplayer url=https://example.com/a.mp4 %}", '<video src="https://example.com/a.mp4" controls></video>'],
    ['{% dplayer "url=https://youtu.be/a1" %}', embed("https://www.youtube.com/watch?v=a1", "Video on YouTube")],
    [
      '{% aplayer "Wave" "Live" "a.mp3" "width:70%" %}',
      '<figure><audio src="a.mp3" controls><a href="a.mp3">Wave, Live</a></audio><figcaption>Wave, Live</figcaption></figure>',
    ],
    [
      '{% aplayer "A & B" "" "a.mp3" "a.png" "autoplay" %}',
      '<figure><img src="a.png" alt=""><audio src="a.mp3" controls><a href="a.mp3">A &amp; B</a></audio><figcaption>A &amp; B</figcaption></figure>',
    ],
    ["{% ruby 海葵|かいき %}", "<ruby>海葵<rp>(</rp><rt>かいき</rt><rp>)</rp></ruby>"],
    ['{% responsive_image path: a.png alt: "A" %}', '<figure><img src="a.png" alt="A"></figure>'],
    [
      '{% figure caption:"A *c*" %}\n![x](a.png)\n{% endfigure %}',
      '\n<figure>\n\n![x](a.png)\n\n<figcaption markdown="1">A *c*</figcaption></figure>\n',
    ],
  ])("shows %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it("shows the picture of a tag with more functions, and reports the tag", () => {
    const { removed, text } = replaceShortcodes('{{< hero title="T" image="a.png" >}}', place);
    expect(text).toContain('<img src="a.png"');
    expect([...removed]).toEqual([["{{< hero >}}", 1]]);
  });

  it("reports a gallery of a folder", () => {
    expect([...replaceShortcodes('{{< gallery dir="/img/x/" />}}', place).removed]).toEqual([["{{< gallery >}}", 1]]);
  });

  it("keeps code", async () => {
    const { content } = await compileOne('`{{< img src="a.png" >}}` and\n\n```\n{{< katex >}}x{{< /katex >}}\n```');
    expect(content).toContain("<code>{{&#x3C; img");
    expect(content).toContain("{{&#x3C; katex >}}x");
  });
});

describe("tags of Hexo's themes with words", () => {
  it.each([
    ["a {% label @b c %} d", "a <mark>b c</mark> d"],
    ["{% label primary@b <c> %}", "<mark>b &lt;c&gt;</mark>"],
    ["{% label b@example.org %}", "<mark>b@example.org</mark>"],
    ["{% label b c blue %} {% label blue %}", "<mark>b c</mark> <mark>blue</mark>"],
    ['{{< label "b c" >}}', "<mark>b c</mark>"],
    ["{% hideInline b c,Show,#eee %}", "b c"],
  ])("replaces %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    ["hideToggle", "b c", "b c"],
    ["hideToggle", "b,#eee,#fff", "b"],
    ["hideBlock", "", "Details"],
    ["folding", "blue open, b c", "b c"],
    ["folding", "b c open:true color:red", "b c"],
    ["folding", "'b, c'", "b, c"],
    ["hideToggle", "It's b,#eee", "It's b"],
    ["details", "Step 1: it's b, c", "Step 1: it's b, c"],
    ["details", '"b c" open', "b c"],
    ["details", "b c open=true", "b c"],
  ])("folds the text of %s %s", (name, given, summary) => {
    const expected = `\n<details><summary>${summary}</summary>\n\n*x*\n\n</details>\n`;
    expect(plain(`{% ${name} ${given} %}*x*{% end${name} %}`)).toBe(expected);
  });

  it("reports a label without words", () => {
    expect(replaceShortcodes('{% label %}{{< label color="red" >}}', place).removed.size).toBe(2);
  });
});

describe("separators of Hugo Book's columns", () => {
  it.each([
    ["{{< columns >}}\nA\n\n<--->\n\nB\n{{< /columns >}}", "<p>A</p>\n<p>B</p>"],
    ["{{% columns %}}\nA\n<---> <!-- next -->\n## B\n{{% /columns %}}", '<p>A</p>\n\n<h2 id="moon-b">B</h2>'],
    ["A\n\n<--->\n\nB `{{< columns >}}`", "<p>A</p>\n<p>&#x3C;---></p>\n<p>B <code>{{&#x3C; columns >}}</code></p>"],
  ])("vanish from %j", async (text, html) => {
    expect((await compileOne(text)).content).toBe(html);
  });
});
