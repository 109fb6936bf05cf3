import { describe, expect, it } from "vitest";
import { locateArticle } from "../../../../../src/content/links/locate-article.ts";
import { replaceShortcodes } from "../../../../../src/content/markup/shortcodes/shortcodes.ts";
import { cpuMilliseconds } from "../../../../cpu-milliseconds.ts";
import { compileAll, compileOne } from "../../sample.ts";

const sources = ["posts/moon.md", "_posts/2024-01-02-sun.md", "posts/tide/index.md", "a b.md"];
const place = {
  locate: (name: string) => locateArticle(name, "posts/here.md", sources),
  variables: { "site.baseurl": "", "site.title": "The Gazette", "page.title": "Moon" },
};

function plain(text: string): string {
  const { text: result, removed } = replaceShortcodes(text, place);
  expect([...removed]).toEqual([]);
  return result;
}

function nested(outer: string, inner: string): string {
  return `\n<blockquote>\n\na\n<blockquote>\n\nb\n\n— ${inner}\n\n</blockquote>\n\n\n— ${outer}\n\n</blockquote>\n`;
}

describe("replaceShortcodes()", () => {
  it("recognizes code in HTML only by its elements", () => {
    const text =
      "<p>\n\n    <h1>{{ page.title }}</h1>\n\n\t{% map x %}\n\n```\n{{ page.title }} `{{ page.title }}`\n<pre>{{ page.title }}</pre>";
    const { removed, text: result } = replaceShortcodes(text, { ...place, isMarkdown: false });
    expect(result).toBe("<p>\n\n    <h1>Moon</h1>\n\n\t\n\n```\nMoon `Moon`\n<pre>{{ page.title }}</pre>");
    expect([...removed.keys()]).toEqual(["{% map %}"]);
  });

  it.each([
    [
      '{{< figure src="a.png" alt="A" title="T" caption="C & D" >}}',
      '<figure><img src="a.png" alt="A"><figcaption><strong>T</strong> C &amp; D</figcaption></figure>',
    ],
    ["{{< figure a.png >}}", '<figure><img src="a.png" alt=""></figure>'],
    ['{{% figure src="a.png" link="/b" /%}}', '<figure><a href="/b"><img src="a.png" alt=""></a></figure>'],
    ["{{< youtube w7Ft2ymGmfc >}}", '<a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc" data-embed>Video on YouTube</a>'],
    ['{{< youtube id="x" title="T" >}}', '<a href="https://www.youtube.com/watch?v=x" data-embed>T</a>'],
    ["{{< vimeo 146022717 >}}", '<a href="https://vimeo.com/146022717" data-embed>Video on Vimeo</a>'],
    ['{{< tweet user="ada" id="12" >}}', '<a href="https://x.com/ada/status/12" data-embed>Post on X</a>'],
    ["{{< x 12 >}}", '<a href="https://x.com/i/status/12" data-embed>Post on X</a>'],
    ["{{< gist ada 12ab >}}", '<a href="https://gist.github.com/ada/12ab" data-embed>Code on GitHub Gist</a>'],
    ["{% gist ada/12ab file.rb %}", '<a href="https://gist.github.com/ada/12ab" data-embed>Code on GitHub Gist</a>'],
    ['[a]({{< ref "moon.md" >}}) [b]({{< relref "/posts/tide#x" >}})', "[a](/posts/moon.md) [b](/posts/tide/index.md#x)"],
    ['[a]({{< ref "nowhere.md" >}}) [b]({{< ref "#here" >}})', "[a](nowhere.md) [b](#here)"],
    [
      '{{< highlight go "linenos=table" >}}\nif a < b { `x` }\n\n{{ y }}\n{{< /highlight >}}',
      '<pre><code class="language-go">if a &lt; b { `x` }\n\n{{ y }}\n</code></pre>',
    ],
    [
      "{% highlight ruby linenos %}\nputs '{% x %}'\n{% endhighlight %}",
      "<pre><code class=\"language-ruby\">puts '{% x %}'\n</code></pre>",
    ],
    ["{% codeblock A title lang:js %}\nx\n{% endcodeblock %}", '<pre><code class="language-js">x\n</code></pre>'],
    ["a {% raw %}{{ x }} {% y %}{% endraw %} b", "a {{ x }} {% y %} b"],
    ["{%- comment -%}\nnothing\n{%- endcomment -%}b", "b"],
    ['{{</* figure src="a" */>}}', "{{&lt; figure src=&quot;a&quot; &gt;}}"],
    ["[x]({% post_url 2024-01-02-sun %})", "[x](/_posts/2024-01-02-sun.md)"],
    ["[x](<{% post_url 2024-01-02-sun %}>) and [x]", "[x](</_posts/2024-01-02-sun.md>) and [x]"],
    ["[x]: {% post_url 2024-01-02-sun %}\n", "[x]: /_posts/2024-01-02-sun.md\n"],
    [
      '<a href="{% post_url 2024-01-02-sun %}"><a href={% post_url 2024-01-02-sun %}>',
      '<a href="/_posts/2024-01-02-sun.md"><a href=/_posts/2024-01-02-sun.md>',
    ],
    ["See {% post_url 2024-01-02-sun %}.", 'See <span data-address-of="/_posts/2024-01-02-sun.md"></span>.'],
    ['[a](b) and {{< ref "moon.md" >}}', '[a](b) and <span data-address-of="/posts/moon.md"></span>'],
    [
      "<{% post_url 2024-01-02-sun %}>",
      '<a href="/_posts/2024-01-02-sun.md"><span data-address-of="/_posts/2024-01-02-sun.md"></span></a>',
    ],
    ["[x]({{ site.baseurl }}{% link _posts/2024-01-02-sun.md %})", "[x](/_posts/2024-01-02-sun.md)"],
    ["[x]({% link assets/a b.pdf %})", "[x](/assets/a%20b.pdf)"],
    ["![x]({{ site.url }}{{site.baseurl}}/a.png) {{ site.title }}: {{ page.title | escape }}", "![x](/a.png) The Gazette: Moon"],
    ["![x]({{ '/a.png' | relative_url }})", "![x](/a.png)"],
    ['![x]({{ "/a.png" | prepend: site.baseurl | prepend: site.url }})', "![x](/a.png)"],
    [
      '{% include figure image_path="/a.png" alt="A" caption="C" %}',
      '<figure><img src="/a.png" alt="A"><figcaption>C</figcaption></figure>',
    ],
    ['{% include image.html src="a.png" %}', '<figure><img src="a.png" alt=""></figure>'],
    ...["description", "text", "desc", "legend"].map((name) => [
      `{% include image.html url="a.png" ${name}="My cat" %}`,
      '<figure><img src="a.png" alt="My cat"><figcaption>My cat</figcaption></figure>',
    ]),
    [
      '{% include image.html url="a.png" alttext="A cat" caption="" description="My cat" credit="Ada" %}',
      '<figure><img src="a.png" alt="A cat"><figcaption>My cat Ada</figcaption></figure>',
    ],
    [
      '{% include post-photo.html path="a.png" description="My <cat>" %}',
      '<figure><img src="a.png" alt="My &lt;cat&gt;"><figcaption>My &lt;cat&gt;</figcaption></figure>',
    ],
    ['{% include video id="x" provider="youtube" %}', '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["{% asset_img tide.png A tide %}", '<img src="tide.png" alt="A tide">'],
    [
      "{% asset_img left tide.png 400 300 \"A tide 'at noon'\" %}",
      '<img src="tide.png" alt="at noon" title="A tide" width="400" height="300">',
    ],
    ["{% youtube x %}", '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["{% post_link moon A moon %}", '<a href="/posts/moon.md">A moon</a>'],
    ["{% blockquote %}\nOne.\n{% endblockquote %}", "\n<blockquote>\n\n\nOne.\n\n\n</blockquote>\n"],
    ["{% blockquote Ada, A book %}\nOne.\n{% endblockquote %}", "\n<blockquote>\n\n\nOne.\n\n\n— Ada, A book\n\n</blockquote>\n"],
    ['{% quote(author="Ada") %}\nOne.\n{% end %}', "\n<blockquote>\n\n\nOne.\n\n\n— Ada\n\n</blockquote>\n"],
    ['{{ youtube(id="x") }}', '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["{% quote() %}\nOne.\n{% end %}", "\n<blockquote>\n\n\nOne.\n\n\n</blockquote>\n"],
    ["One {{< more >}}", "One <!--more-->"],
    ['![x](y.png){: .wide title="T" }\n{:.note}\n', "![x](y.png)\n\n"],
    ["a{::comment}\nhidden\n{:/comment}b{::comment}hidden{:/}c {:/} d", "abc  d"],
    ["a {::comment} b {::comment} c", "a {::comment} b {::comment} c"],
    ['{::options toc_levels="1..2" /}\na', "\na"],
    [`{::options auto_ids="false" footnote_backlink="{x}" ${'a="b" '.repeat(40)}/}\na`, "\na"],
    ['a {::options parse_block_html="true" /} b', "a  b"],
    ["{::options of a function /}", "{::options of a function /}"],
    ["a{::comment .b c='d'}\nhidden\n{:/comment}{::comment /}e", "ae"],
    ["a{::nomarkdown type='latex'}\\par {:/}b{::nomarkdown type=\"latex html\"}c{:/nomarkdown}{::nomarkdown /}", "abc"],
    ['{{< link "https://example.org/paper" "the paper" >}}', '<a href="https://example.org/paper">the paper</a>'],
    ['{{< link "https://example.org/paper" "the paper" "Its title" >}}', '<a href="https://example.org/paper">the paper</a>'],
    ['{{< link href="https://example.org/b" content="Words" title="T" >}}', '<a href="https://example.org/b">Words</a>'],
    ['{{< link url="mailto:a@example.org" text="Mail" />}}', '<a href="mailto:a@example.org">Mail</a>'],
    ['{{< link "moon.md#craters" "The moon" >}}', '<a href="/posts/moon.md#craters">The moon</a>'],
    ['[x]({{< link "moon.md" >}}) [y]({% link https://example.org/b %})', "[x](/posts/moon.md) [y](https://example.org/b)"],
    ['See {{< link href="https://example.org/b" >}}.', 'See <a href="https://example.org/b">example.org/b</a>.'],
    ["{% link https://dev.to/ada/post-1abc %}", '<a href="https://dev.to/ada/post-1abc" data-embed>dev.to/ada/post-1abc</a>'],
    ["{% link https://example.org/b the paper %}", '<a href="https://example.org/b">the paper</a>'],
    [
      '{{< video src="a.mp4" poster="moon.png" title="A film" >}}',
      '<video src="a.mp4" poster="moon.png" controls><a href="a.mp4">A film</a></video>',
    ],
    [
      '{{< video src="a.mp4" caption="The film & more" >}}',
      '<figure><video src="a.mp4" controls></video><figcaption>The film &amp; more</figcaption></figure>',
    ],
    ['{{< audio src="a.mp3" poster="moon.png" >}}', '<audio src="a.mp3" controls></audio>'],
    ["{% video a.mp4 300 200 moon.png %}", '<video src="a.mp4" poster="moon.png" controls></video>'],
    ["{% link Hexo itself https://hexo.io true %}", '<a href="https://hexo.io">Hexo itself</a>'],
    ["* TOC\n{:toc}\n\nText", "\n\n\nText"],
    ["Text\n  12) TOC\n{:toc}\n", "Text\n\n\n"],
    ["* a\n\nv1.0) b\n{:toc}\n", "* a\n\nv1.0) b\n\n"],
    ["* TOC\n{:toc .wide #id}\n\nText", "\n\n\nText"],
    ["Text\n\n1. TOC\n{: toc}  \n", "Text\n\n\n\n"],
    ["- x\n  {:.large.wide toc}\n", "\n\n"],
    ["{:toc .large}\n* TOC\n\nText", "\n\n\nText"],
    ["* a\n{:ok, toc }\n", "* a\n{:ok, toc }\n"],
    ["* {:toc}x\n{:ok, toc }\n", "* {:toc}x\n{:ok, toc }\n"],
    ["```\n* TOC\n{:toc .wide}\n```", "```\n* TOC\n{:toc .wide}\n```"],
    ["a\n{: .a.b}\n", "a\n\n"],
    ["{::nomarkdown}a{:/nomarkdown}b{:/}{: #c title='T' }", "ab"],
    ["{% endblockquote %}{% end %}", "\n\n</blockquote>\n"],
    ["{% blockquote A %}a{% quote B %}b{% endquote %}{% endblockquote %}", nested("A", "B")],
    ['{% quote(author="A") %}a{% quote(author="B") %}b{% end %}{% end %}', nested("A", "B")],
    ["{{< details >}}a{{< /details >}}", "\n<details><summary>Details</summary>\n\na\n\n</details>\n"],
    ["{{% rawhtml %}}<b>a</b>{{% /rawhtml %}}", "<b>a</b>"],
    ["{{< /highlight >}}a{{< highlight >}}b{{< /highlight >}}", "a<pre><code>b\n</code></pre>"],
    ['{% code title="a.js" %}\n```js\n{{ x }}\n```\n{% endcode %}', "\n```js\n{{ x }}\n```\n"],
    ["> {% code %}\n> ~~~~js\n> ```\n> ~~~~\n> {% endcode %}", "> \n> ~~~~js\n> ```\n> ~~~~\n> "],
    ["{% code %}\n```\n{% endcode %}", "<pre><code>```\n</code></pre>"],
    ["{% code %}\n```\nx\n~~~\n{% endcode %}", "<pre><code>```\nx\n~~~\n</code></pre>"],
    ["{% code %}{{ x }}{% endcode %}", "<pre><code>{{ x }}\n</code></pre>"],
    ["{% post_link moon A moon (old) %}", '<a href="/posts/moon.md">A moon (old)</a>'],
    ['{% figure(\n  src="a.png",\n  alt="A (new) moon"\n) %}', '<figure><img src="a.png" alt="A (new) moon"></figure>'],
    ['{{< youtube id="x" title="{% y %}" >}}', '<a href="https://www.youtube.com/watch?v=x" data-embed>{% y %}</a>'],
    ["[x]({%- link a.pdf -%})", "[x](/a.pdf)"],
    ["{% verbatim %}{{ x }}{% endverbatim %}{{< verbatim >}}{{ y }}{{< /verbatim >}}", "{{ x }}{{ y }}"],
  ])("replaces %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    "{%youtube x%}",
    "{%- youtube x -%}",
    "{{<youtube x/>}}",
    "{{<\n  youtube\n  x\n>}}",
    "{{% youtube.html x %}}",
    '{{ youtube(id="x") }}',
  ])("reads %j with any spacing", (text) => {
    expect(plain(text)).toBe('<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>');
  });

  it.each([
    ["{{- site.title -}}", "The Gazette"],
    ["{{ site.title|escape  |  strip_html }}", "The Gazette"],
    ['{{ "/a-b.png"|relative_url }}', "/a-b.png"],
    ["{{ '/a.png'  |  url  |  escape }}", "/a.png"],
    ['{{ "/a.png" | prepend:site.url }}', "/a.png"],
    ['{{ "/a.png" | prepend:  site.baseurl|absolute_url }}', "/a.png"],
  ])("replaces the variables in %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    "{{ site.title | truncate: 3 }}",
    "{{ site.title.size }}",
    "{{ on_site.title }}",
    '{{ page.image | default: "/a.png" | relative_url }}',
    '{{ "a b" | url_encode }}',
    '{{ youtube(id="x") | safe }}',
    '{{ macros.youtube(id="x") }}',
  ])("keeps %s, which only looks like a tag, as text", (text) => {
    expect(plain(text)).toBe(text);
  });

  it.each([
    ["{% figure %}", "{% figure %}"],
    ['{{< figure alt="A" >}}', "{{< figure >}}"],
    ["{% img tide %}", "{% img %}"],
    ['{% img "A tide" /tide.png %}', "{% img %}"],
    ['{% img /tide "tide.png" %}', "{% img %}"],
    ["{% asset_link %}", "{% asset_link %}"],
    ["{{< youtube >}}", "{{< youtube >}}"],
    ['{{% vimeo "" %}}', "{{% vimeo %}}"],
    ["{{< tweet >}}", "{{< tweet >}}"],
    ["{{< gist >}}", "{{< gist >}}"],
    ["{{< ref >}}", "{{< ref >}}"],
    ["{% link %}", "{% link %}"],
    ["{% post_link nowhere A title %}", "{% post_link %}"],
    ["{% include toc.html id='1' %}", "{% include %}"],
    ["{% include vimeo.html %}", "{% include %}"],
    ["{% include configure.html url='a.png' %}", "{% include %}"],
    ["{% include youtube.html %}", "{% include %}"],
    ["{% include %}", "{% include %}"],
    ["{% whenever %}", "{% whenever %}"],
    ["{% backend %}", "{% backend %}"],
    ["{% toString %}", "{% toString %}"],
    ["{{ toString() }}", "{{ toString() }}"],
    ["{% comment %}", "{% comment %}"],
  ])("removes %s, which has no useful arguments", (text, name) => {
    const { text: result, removed } = replaceShortcodes(`a ${text} b`, place);
    expect(result).toBe("a  b");
    expect([...removed]).toEqual([[name, 1]]);
  });

  it.each([
    ...["{{< katex >}}", "{{< katex />}}", "{{% mathjax %}}", "{{< load-photoswipe >}}", "{{< load-plotly >}}"],
    ...["{{< clear >}}", "{{< toc >}}", "{% toc %}"],
  ])("removes %s, which shows nothing by itself, without a report", (text) => {
    expect(replaceShortcodes(`a ${text} b`, place)).toMatchObject({ text: "a  b", removed: new Map() });
  });

  it.each(['{{< mathjax "x^2" >}}', "{{< katex display=true >}}"])("reports %s, whose arguments are lost", (text) => {
    expect(replaceShortcodes(`a ${text} b`, place).removed.size).toBe(1);
  });

  it("puts the credit of each quotation at its end", () => {
    const { text } = replaceShortcodes("{% blockquote A %}{% quote_box B %}a{% endquote_box %}{% endblockquote %}", place);
    expect(text).toBe("\n<blockquote>\n\na\n\n— A\n\n</blockquote>\n");
  });

  it.each([
    ["a span", "Use `{% raw %}` and `{{ site.url }}` here."],
    ["a long span", "Use `` {{< x >}} ` `` here."],
    ["a fence", "```liquid\n{% if x %}{{< figure src=a >}}\n```"],
    ["a fence of tildes with backticks in it", "~~~\n```\n{% x %}\n~~~"],
    ["a fence in a list", "- a\n\n  ```\n  {% x %}\n  ```"],
    ["a fence in a quotation", "> ```\n> {% x %}\n> ```"],
    ["a fence without an end", "```\n{% x %}"],
    ["indented lines", "Text\n\n    {% x %}\n    {% y %}\n\n    {% z %}\n"],
    ["indented lines at the start", "\t{% x %}\n\t{% y %}"],
    ["<pre>", "<pre>\n{% x %}\n</pre>"],
    ["<code>", "a <code>{{< x >}}</code>"],
    ["a comment", "<!-- {% x %} -->"],
  ])("keeps code unchanged: %s", (_, text) => {
    expect(plain(text)).toBe(text);
  });

  it.each([
    "{{ user.name }} and {{x}}",
    "{:ok, 1} and {:a 1}",
    '"{:.2f}", {:.x} and {:toc}',
    "{ % x % } and {{",
    "100 {% of",
    "{{< never closed",
    "`{% x",
    "a { b } c",
  ])("reads %s as text", (text) => {
    expect(plain(text)).toBe(text.replace("`{% x", "`{% x"));
  });

  it("works after code, in lists and between unmatched backticks", () => {
    expect(plain("```\n{% a %}\n```\n{{ site.title }}")).toBe("```\n{% a %}\n```\nThe Gazette");
    expect(plain("1. a\n\n    {{ site.title }}")).toBe("1. a\n\n    The Gazette");
    expect(plain("it`s\n\n{{ site.title }}`s")).toBe("it`s\n\nThe Gazette`s");
    expect(plain("Text\n    {{ site.title }}")).toBe("Text\n    The Gazette");
  });

  it.each([
    [`<img src="{% cdn 'moon.jpg' %}"\n  srcset="{% cdnset 'moon.jpg' %}"\n  alt="A">`, '<img src=""\n  srcset=""\n  alt="A">', 2],
    [`<img src="{% img "a.png" %}" srcset="{% img "b.png" %} 1x,\n  {% img "c.png" %} 2x">`, '<img src="" srcset=" 1x,\n   2x">', 3],
    ["<img src={% img 'a.png' %}> <img data-x = '{% img \"a.png\" %}'>", "<img src=> <img data-x = ''>", 2],
    ["[a]({% cdn 'sun.jpg' %}) ![b](<{% img 'b.png' %}>)", "[a]() ![b](<>)", 2],
    ["[a](/{{ f('b') }}/{% img 'c.png' %} \"{% img 'd.png' %}\")", '[a](// "")', 3],
    ["[a]: https://x.org/{% img 'a.png' %}", "[a]: https://x.org/", 1],
    ['<a href="{{< youtube x >}}" title="{% note %}b{% endnote %}">', '<a href="" title="b">', 2],
    ['<a title="{% button /a %}b{% endbutton %}{% more %}">', '<a title="b">', 2],
    ['<a title="{% highlight js %}b{% endhighlight %}">', '<a title="b">', 1],
    ["<a href=\"{{ youtube(id='x') }}\">", '<a href="">', 1],
  ])("removes and counts tags in attributes and destinations that would become elements: %s", (text, expected, count) => {
    const { removed, text: result } = replaceShortcodes(text, place);
    expect(result).toBe(expected);
    expect([...removed.values()].reduce((sum, number) => sum + number, 0)).toBe(count);
  });

  it.each([
    ["<p class=\"a\">{% image 'a.png' %}</p>", '<p class="a"><figure><img src="a.png" alt=""></figure></p>'],
    ["[b](c) {% image 'a.png' %}", '[b](c) <figure><img src="a.png" alt=""></figure>'],
    ["If x <b and y=1: {% image 'a.png' %}", 'If x <b and y=1: <figure><img src="a.png" alt=""></figure>'],
    ["<p title=\"it\n\n{% image 'a.png' %}", '<p title="it\n\n<figure><img src="a.png" alt=""></figure>'],
    ["{{< figure src=\"b.png\" alt='5\"' >}} {% image 'a.png' %}", '<figure><img src="a.png" alt=""></figure>'],
    ['<a title="{% raw %}<b>{% endraw %}">', '<a title="<b>">'],
    ["[a]: {% img 'a.png' %}", '[a]: <!-- --><img src="a.png" alt="">'],
    ["[Video]: {{ youtube(id='x') }}", '[Video]: <!-- --><a href="https://www.youtube.com/watch?v=x"'],
    ["[a]: {% post_url 2024-11-05-sea %}", "[a]: 2024-11-05-sea"],
  ])("replaces tags outside attributes and destinations: %s", (text, expected) => {
    expect(plain(text)).toContain(expected);
  });

  it.each(["{% youtube abc %}", "{{< youtube abc >}}", "{% include youtube.html id='abc' %}"])("shows %s after a label", async (tag) => {
    const { content, problems } = await compileOne(`[Video]: ${tag}\n\nText`);
    expect(problems).toEqual([]);
    expect(content).toMatch(/^<p>\[Video\]: <a href="https:\/\/www\.youtube\.com\/watch\?v=abc">[^<]+<\/a><\/p>\n<p>Text<\/p>$/);
  });

  it.each([
    ["{{< a.inline >}}\n{{ if .Page }}b{{ end }}\n{{</ a.inline >}}\nc", "\nc"],
    ["a {{% a.inline %}}{{ now }}{{% /a.inline %}} b", "a  b"],
    ["{{< a.inline >}}b{{< /a.inline >}} {{< aXinline >}}c", " c"],
    ["{{< a.inline >}}b", "b"],
    ["{{< b.inline />}}c{{< a.inline >}}{{< /a.inline >}}{{< b.inline >}}{{< /b.inline >}}", "c"],
    ["`{{< a.inline >}}b{{< /a.inline >}}`", "`{{< a.inline >}}b{{< /a.inline >}}`"],
  ])("removes the templates of inline shortcodes: %j", (written, expected) => {
    const { removed, text } = replaceShortcodes(written, place);
    expect(text).toBe(expected);
    expect(removed.get(written.includes("{{%") ? "{{% a.inline %}}" : "{{< a.inline >}}")).toBe(written.startsWith("`") ? undefined : 1);
  });

  it("counts removed tags, and keeps the text between them", () => {
    const { text, removed, firstRemoved } = replaceShortcodes(
      "One {% chart a=1 %}two{% endchart %}\n{{< box >}}three{{< /box >}} {{% box %}}{% if x %}four{% else %}{% endif %} {{ gallery() }}",
      place,
    );
    expect(text).toBe("One two\nthree four ");
    expect([...removed]).toEqual([
      ["{% chart %}", 1],
      ["{{< box >}}", 1],
      ["{{% box %}}", 1],
      ["{{ gallery() }}", 1],
    ]);
    expect(firstRemoved).toBe(4);
    expect(replaceShortcodes("{% a %} {% b %}", place).firstRemoved).toBe(0);
  });

  it.each([
    ["a {% if site.ads %}SECRET\n text{% endif %}", [["{% if site.ads %}", "SECRET text", 2]]],
    ["{%- unless  x -%}a{% else %}b{%- endunless -%}", [["{%- unless x -%}", "a", 0]]],
    ["{% case x %}\n{% when 1 %}a{% endcase %}", [["{% case x %}", "a", 0]]],
    ["{% if x %}{% include y %}{% endif %}", []],
    ["`{% if x %}a{% endif %}` {% ifx %}a {% chart %}b", []],
    ["{% if x %}a{% endif %}".repeat(20), expect.objectContaining({ length: 10 })],
  ])("returns the texts that may have been hidden: %j", (text, expected) => {
    const { conditional } = replaceShortcodes(text, place);
    expect(conditional.map(({ offset, tag, text }) => [tag, text, offset])).toEqual(expected);
  });

  it("counts tags of conditions among the removed tags only beyond the texts that it returns", () => {
    const { firstRemoved, removed } = replaceShortcodes("{% if x %}a{% endif %}".repeat(12), place);
    expect([firstRemoved, ...removed]).toEqual([220, ["{% if %}", 2]]);
    expect(replaceShortcodes("{% if x %}{% include y %}{% endif %}", place).removed.get("{% if %}")).toBe(1);
  });

  it.each(["{{<", "{%", "{% if x %}", "`", "<pre", "``` x\n", "{% raw %}", "    a\n\n", "- a\n\n    b\n\n", "{{", "<!--", "{:"])(
    "takes linear time for a text full of %j",
    (beginning) => {
      const start = cpuMilliseconds();
      replaceShortcodes(`{% x %}${beginning.repeat(40_000)}`, place);
      expect(cpuMilliseconds() - start).toBeLessThan(4000);
    },
  );
});

describe("replaceShortcodes() and the length of its result", () => {
  const place = { locate: () => undefined, variables: { "page.title": "a".repeat(100_000) } };

  it("rejects a text that becomes too long, with the line", () => {
    expect(() => replaceShortcodes("{{ page.title }}\n".repeat(49), place)).not.toThrow();
    expect(() => replaceShortcodes("{{ page.title }}\n".repeat(60), place)).toThrow(
      expect.objectContaining({ name: "ArticleError", line: 50, message: expect.stringContaining("more than 5000000 characters") }),
    );
  });
});

describe("replaceShortcodes() and formulas", () => {
  it.each([
    "$a{% b %}c$",
    "$$\\mathop{%\n  a%}\n}$$",
    "$a{{<}}b {{>}}c$ and $a{{<b>}}c$",
    "$e^{{f(x)}}$, $x_{{f(a)}}$",
    "<p>\\\\(a{% b %}c\\\\)</p>",
  ])("keeps %j", (text) => {
    for (const isMarkdown of [true, false]) expect(replaceShortcodes(text, { ...place, isMarkdown })).toMatchObject({ text, changes: [] });
  });

  it.each([
    ["$ {% raw %} x {% endraw %} $", "$  x  $", []],
    ["$$x_1 {% chart %}$$ {% b %}", "$$x_1 $$ ", ["{% chart %}", "{% b %}"]],
    ["$$a{%\n raw %}b{% endraw %}$$", "$$ab$$", []],
    ["$$\\a{%\n  b%\n}$$ c {% chart %} d", "$$\\a{%\n  b%\n}$$ c  d", ["{% chart %}"]],
    ["{{ f(x) }} of {{< b >}}", " of ", ["{{ f() }}", "{{< b >}}"]],
  ])("replaces the tags of %j", (text, expected, names) => {
    const { removed, text: result } = replaceShortcodes(text, place);
    expect([result, [...removed.keys()]]).toEqual([expected, names]);
  });

  it("takes linear time", () => {
    const text = "$a{% b %}c$ {% {{<".repeat(20_000);
    expect(replaceShortcodes(text, place).text).toBe(text);
  });
});

describe("shortcodes in an article", () => {
  it("report the line of the article where the text becomes too long", async () => {
    const text = `---\ndate: 2024-11-06\ntitle: ${"a".repeat(100_000)}\n---\n${"{{ page.title }}\n".repeat(60)}`;
    const { entries, problems } = await compileAll({ "a.md": text, "b.md": "---\ndate: 2024-11-06\n---\nText" });
    expect(problems).toEqual([expect.stringContaining("articles/a.md:54:1 error Cannot compile the article: with its tags expanded")]);
    expect(entries.map(({ source }) => source)).toEqual(["b.md"]);
  });

  it("are reported in one warning, at the first tag", async () => {
    const { content, problems } = await compileOne("---\ntitle: Moon\n---\nText\n\n  {% chart %} and {% chart %}{{< map >}}\n");
    expect(problems).toEqual([
      "articles/2024-11-06-moon.md:6:3 warning Removed tags of another generator: {% chart %} (2 times), {{< map >}}; write what it showed, or put it in code",
    ]);
    expect(content).toBe("<p>Text</p>\n<p>and</p>");
  });

  it("are reported with the text that they may have hidden", async () => {
    const { content, problems } = await compileOne("---\ntitle: Moon\n---\nText\n\n{% if site.ads %}SECRET{% else %}b{% endif %}\n");
    expect(problems).toEqual([
      'articles/2024-11-06-moon.md:6:1 warning Cannot evaluate {% if site.ads %}, so its text is published: "SECRET"; remove what the old site hid, or copy the site with npm run import',
    ]);
    expect(content).toBe("<p>Text</p>\n<p>SECRETb</p>");
  });

  it("can use variables of the site and the article", async () => {
    const text = "[x]({{ site.url }}/a)[x]({{ site.baseurl }}/b) {{ site.title }}, {{ page.title }}.";
    const { content, problems } = await compileOne(`---\ntitle: Moon\n---\n${text}`, "2024-11-06-moon.txt.md");
    expect(content).toBe('<p><a href="https://example.com/a">x</a><a href="https://example.com/b">x</a> The Harbour Gazette, Moon.</p>');
    expect(problems).toEqual([]);
    expect((await compileOne("a{{ page.title }}b")).content).toBe("<p>ab</p>");
    const ofVue = "a {{ $frontmatter.title }} {{ $page.title }} {{$page.frontmatter.title}} {{ $site.title }} `{{ $frontmatter.title }}`";
    const shown = "<p>a Moon Moon Moon The Harbour Gazette <code>{{ $frontmatter.title }}</code></p>";
    expect((await compileOne(`---\ntitle: Moon\n---\n${ofVue}`)).content).toBe(shown);
    expect((await compileOne("a {{ $frontmatter.title }} {{ $frontmatter.x }}")).content).toBe(
      "<p>a {{ $frontmatter.title }} {{ $frontmatter.x }}</p>",
    );
  });

  it.each([
    ["at {{ site.url }}{{ site.baseurl }}/, {{site.url}}/a", "at https://example.com/, https://example.com/a"],
    ["<{{ site.url }}/feed.xml> <{{ '/feed.xml' | absolute_url }}>", "https://example.com/feed.xml https://example.com/feed.xml"],
    [
      "{{- site.url | escape -}}: {{ 'a' | absolute_url }} {{ '' | absolute_url }}",
      "https://example.com: https://example.com/a https://example.com",
    ],
    ["{{ 'https://e.org/a' | absolute_url }} {{ '/a' | relative_url }}", "https://e.org/a /a"],
    ["{{ '/a' | prepend: site.baseurl | prepend: site.url }} `{{ site.url }}`", "https://example.com/a {{ site.url }}"],
    ["[{{ site.url }}/b]({{ site.url }}/b) {{ site.url }}{% if a %}", "https://example.com/b https://example.com"],
  ])("show the address of the site in words: %s", async (text, shown) => {
    const { content, summary } = await compileOne(text);
    expect(content.replace(/<[^>]*>/g, "")).toBe(shown);
    expect(content.match(/<a href="[^"]*">/g)?.join()).not.toContain("%7B");
    expect(summary).toBe(shown);
  });

  it("keep the addresses that are made from titles", async () => {
    const titles = ["# The {{ site.url }} moon", "The {{ site.url }} moon\n===="];
    for (const title of titles) expect((await compileOne(`${title}\n\nText`)).title).toBe("The moon");
  });

  it.each([
    ['See {{< ref "sun.md" >}}, please.', "See https://example.com/articles/sun, please."],
    ["See {{ site.url }}{% post_url 2024-11-07-sun %}#x.", "See https://example.com/articles/sun#x."],
    ["<{{ site.url }}{% post_url 2024-11-07-sun %}>", '<a href="https://example.com/articles/sun">https://example.com/articles/sun</a>'],
    [
      "[{% post_url 2024-11-07-sun %}]({% post_url 2024-11-07-sun %})",
      '<a href="https://example.com/articles/sun">https://example.com/articles/sun</a>',
    ],
    ["{% link 2024-11-07-sun.md %}", "https://example.com/articles/sun"],
  ])("show the URL of the article in the text: %s", async (text, expected) => {
    const { entries, problems } = await compileAll({ "2024-11-06-moon.md": text, "2024-11-07-sun.md": "Sun" });
    expect(problems).toEqual([]);
    expect(entries[1]?.content).toBe(`<p>${expected}</p>`);
  });

  it("become HTML that readers show", async () => {
    const { entries, problems } = await compileAll({
      "2024-11-06-moon.md":
        'A [link]({{< ref "2024-11-07-sun" >}}).\n\n{{< highlight js >}}\nlet a;\n\n# b\n{{< /highlight >}}\n\n{{< youtube x >}}\n\n```\n{{< ref >}}\n```\n',
      "2024-11-07-sun.html": "<p>{% raw %}{{ x }}{% endraw %}</p>",
      "2024-11-08-plain.txt": "Plain\n\nUse {% x %}.",
    });
    expect(problems).toEqual([]);
    expect(entries.map(({ content }) => content)).toEqual([
      "<p>Use {% x %}.</p>",
      "<p>{{ x }}</p>",
      [
        '<p>A <a href="https://example.com/articles/sun">link</a>.</p>',
        '<pre><code class="language-js">let a;\n\n# b\n</code></pre>',
        '<p><a href="https://www.youtube.com/watch?v=x">Video on YouTube</a></p>',
        "<pre><code>{{&#x3C; ref >}}\n</code></pre>",
      ].join("\n"),
    ]);
  });
});

describe("locateArticle()", () => {
  it.each([
    ["moon.md", "/posts/moon.md"],
    ["moon", "/posts/moon.md"],
    ["../a b.md", "/a%20b.md"],
    ["/posts/tide/", "/posts/tide/index.md"],
    ["tide", "/posts/tide/index.md"],
    ["@/posts/moon.md", "/posts/moon.md"],
    ["2024-01-02-sun", "/_posts/2024-01-02-sun.md"],
    ["oon", undefined],
    ["../../../moon.md", undefined],
  ])("finds %s", (name, expected) => {
    expect(locateArticle(name, "posts/here.md", sources)).toBe(expected);
  });
});

describe("replaceShortcodes() and kramdown's attribute lists", () => {
  it.each([
    ["## A\n{: #b}", "## A\n{: #b}"],
    ["a *b*{: #c}", "a *b*{: #c}"],
    ["- a\n{: .b}", "- a\n{: .b}"],
    ["* TOC\n{:toc}", "\n"],
    ["{::nomarkdown}a", "a"],
    ["{:ok, 1}", "{:ok, 1}"],
    ["Write {:toc} or {: .a toc}.", "Write {:toc} or {: .a toc}."],
    ["> {:toc}\n", "> \n"],
  ])("keeps the lists of Markdown in %j", (text, expected) => {
    expect(replaceShortcodes(text, { locate: () => undefined, variables: {}, isMarkdown: true }).text).toBe(expected);
  });
});

describe("comments of Go's templates", () => {
  it.each(["{{/* a note */}}", "{{- /* a note */ -}}", "{{ /* a */ }}"])("are removed: %s", (comment) => {
    const { removed, text } = replaceShortcodes(`a ${comment} b`, place);
    expect([text, [...removed.keys()]]).toEqual(["a  b", ["{{/* */}}"]]);
  });

  it.each(["`{{/* a note */}}`", "```\n{{/* a note */}}\n```", "{{ a /* b */ }}"])("stay in %j", (text) => {
    expect(replaceShortcodes(text, place)).toMatchObject({ text, removed: new Map() });
  });

  it("are removed from an article with a warning", async () => {
    const { content, problems } = await compileOne("a {{/* note */}} b");
    expect(content).toBe("<p>a  b</p>");
    expect(problems.join("\n")).toContain("Removed tags of another generator: {{/* */}}");
  });
});
