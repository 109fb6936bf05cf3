import { describe, expect, it } from "vitest";
import { TemplateDate } from "../../../../src/import/site-rules/template-date.ts";
import { fillTags } from "../../../../src/import/template-tags/fill-tags.ts";

const values = {
  site: { title: "Harbour", url: "https://old.example", baseurl: "/base" },
  page: {
    title: "A & B",
    url: "/a/b",
    tag: "sea",
    date: "2024-01-02",
    tags: ["x", "y"],
    at: new TemplateDate(0, "Asia/Tokyo", "the date"),
  },
};
const files: Readonly<Record<string, string>> = { "_tools/plane.md": "tools/plane.md", "a (b).pdf": "base/a (b).pdf" };
const locate = (reference: string) => files[reference];
const fill = (text: string, runsInCode = true) => fillTags(text, { values, locate, origin: "https://old.example", runsInCode });

describe("fillTags()", () => {
  it.each([
    ["[code](https://example.org/{{ page.tag }}/x)", "[code](https://example.org/sea/x)"],
    ["[a]({{ site.baseurl }}/a)", "[a](/base/a)"],
    ["[a]({{ site.url }}{{ site.baseurl }}/a)", "[a](/base/a)"],
    ["[a]({{ site.url }}/a) at {{ site.url }}", "[a](/a) at https://old.example"],
    ['{{ "/x" | relative_url }} {{ "y" | absolute_url }}', "/base/x https://old.example/base/y"],
    ['[a]({{ "/x" | absolute_url }}) <a href="{{ "/x" | absolute_url }}">', '[a](/base/x) <a href="/base/x">'],
    ["[a](https://b.example/?u={{ site.url }}{{ page.url }})", "[a](https://b.example/?u=https://old.example/a/b)"],
    [
      "[a](https://b.example/?u={{ page.url | absolute_url | url_encode }})",
      "[a](https://b.example/?u=https%3A%2F%2Fold.example%2Fbase%2Fa%2Fb)",
    ],
    ["[a]({{ site.url }}{{ page.url }}) ![b](<{{ site.url }}/b c.png>)", "[a](/a/b) ![b](</b c.png>)"],
    ["[a]({{ page.url | prepend: site.baseurl | prepend: site.url }})", "[a](/base/a/b)"],
    ["[a]: {{ site.url }}{{ site.baseurl }}/x\n\n[a]", "[a]: /base/x\n\n[a]"],
    ["At {{ site.url }}{{ page.url }} or {{ site.url }}/x.", "At https://old.example/a/b or https://old.example/x."],
    ["Mail {{ site.url }} or {{ site.url }}{{ site.baseurl }}{{ page.url }}", "Mail https://old.example or https://old.example/base/a/b"],
    ["<{{ site.url }}{{ page.url }}>", "<https://old.example/a/b>"],
    ["`{{ site.url }}/x`", "`https://old.example/x`"],
    ['{{ page.date | date: "%-d %B %Y" }}', "2 January 2024"],
    ['{{ page.at }} {{ page.at | date: "%Y-%m-%d %I:%M %P %z, day %j" }}', "the date 1970-01-01 09:00 am +0900, day 001"],
    ["{{ page.at | date_to_xmlschema }}", "1970-01-01T09:00:00+09:00"],
    ['{{ page.date | date: "%^b %-I" }}', "JAN 12"],
    ["[a]({{ site.baseurl }}{% post_url 2024-01-02-x %})", "[a]({% post_url 2024-01-02-x %})"],
    ["[a]({{ site.url }}{{ site.baseurl }}/{% post_url 2024-01-02-x %})", "[a]({% post_url 2024-01-02-x %})"],
    ["[a]({{ site.url }}{{ site.baseurl }}{% link _tools/plane.md %}#b)", "[a](/tools/plane.md#b)"],
    ["[a]({{ site.baseurl }}{% link a (b).pdf %}) {% link no.pdf %}", "[a](/base/a%20%28b%29.pdf) {% link no.pdf %}"],
    [
      "See {% link _tools/plane.md %} or {{ site.url }}{{ site.baseurl }}{% link _tools/plane.md %}",
      "See {% link tools/plane.md %} or {% link tools/plane.md %}",
    ],
    ["<{{ site.url }}{% post_url 2024-01-02-x %}>", "<{% post_url 2024-01-02-x %}>"],
    ['{{ page.none | default: "z" }}', "z"],
    ["{{ page.title | escape }}", "A &amp; B"],
    ["{{- page.tags | join: '+' -}}", "x+y"],
    ['{% assign a = "b" %}{{ a | upcase }}', "B"],
    ['{{ "{{" }} page.tag }}', "{% raw %}{{{% endraw %} page.tag }}"],
    ["a {{ '{%' }} b %} {{ page.tag }}", "a {% raw %}{%{% endraw %} b %} sea"],
    ['`{{ "{{" }} page.tag }}`', "`{{ page.tag }}`"],
    ['`{{ "{{ site.title " }}}}`', "`{{ site.title }}`"],
    ["{{ '{{ x | y ' }}}}.", "{% raw %}{{ x | y {% endraw %}}}."],
    ["{% raw %}{{ page.tag }}{% endraw %}", "{% raw %}{{ page.tag }}{% endraw %}"],
    ["{% post_url 2024-01-02-x %}", "{% post_url 2024-01-02-x %}"],
    [`[a]({{ "/a/" | locale_url }})`, "[a](/a/)"],
    [`{% image "./a.png", "The sea" %}`, `{% image "./a.png", "The sea" %}`],
    ["{% picture wide a.jpg --alt The sea %}", "{% picture wide a.jpg --alt The sea %}"],
    ["`{{ page.tag }}` `{% raw %}{{ x }}{% endraw %}`", "`sea` `{{ x }}`"],
    ["```\n{{ secrets.X }}\n```", "```\n{{ secrets.X }}\n```"],
    ["{% highlight sh %}{% raw %}{{ x }}{% endraw %}{% endhighlight %}", "{% highlight sh %}{{ x }}{% endhighlight %}"],
  ])("fills in %s", (text, expected) => {
    expect(fill(text)).toEqual({ text: expected, removed: new Set(), dropped: [] });
  });

  it.each([
    "{% note info %}\na\n{% endnote %}",
    "{% note danger no-icon A few words %}a{% endnote %}",
    "- x\n\n  {% note %}\n  a\n  {% endnote %}",
    "> {% note 'fas fa-star' blue %}\n> a\n> {% endnote %}",
    "{%- note -%}{% tip %}a{% endtip %}{%- endnote -%}",
    "{% mermaid %}\nA --> B\n{% endmermaid %}",
    "{% katex %}x{% endkatex %}",
    "{% cq %}a{% endcq %} {% centerquote %}a{% endcenterquote %}",
    "{% hideToggle Words %}a{% endhideToggle %} {% folding blue, Words %}a{% endfolding %}",
    "{% tabs A, 1 %}\n{% tab B %}\nb\n{% endtab %}\n{% endtabs %} {% fold Words %}a{% endfold %}",
    "{% label primary@a b %} {% label a b %} {% btn /x, Words %}",
  ])("keeps both tags of %j, which the compiler converts", (text) => {
    expect(fill(text)).toEqual({ text, removed: new Set(), dropped: [] });
  });

  it("removes both tags of blocks that only a theme knows, and names them", () => {
    const text = "{% rows A, 1 %}\n{% row B %}\nb {% grouppicture 2-2 %}c{% endgrouppicture %}\n{% endrow %}\n{% endrows %}\n{% endnote %}";
    const removed = new Set(["{% rows %}", "{% row %}", "{% grouppicture %}"]);
    expect(fill(text)).toEqual({ text: "\n\nb c\n\n\n", removed, dropped: [] });
  });

  it.each(["$a{% b %}c$", "$$\\mathop{%\n  a%}\n}$$", "$\\frac{{a}}{{b}}$ $e^{{\\pi}}$"])("keeps the TeX of %j", (text) => {
    expect(fill(text)).toEqual({ text, removed: new Set(), dropped: [] });
  });

  it("fills in tags in formulas and after them", () => {
    expect(fill("$x_1 + {{ page.tag }}{% chart %}$ $$\\a{%\n b%\n}$$ c {% if %}")).toEqual({
      text: "$x_1 + sea$ $$\\a{%\n b%\n}$$ c ",
      removed: new Set(["{% chart %}", "{% if %}"]),
      dropped: [],
    });
  });

  it("removes only the comments of Nunjucks", () => {
    const text = "a {# b\n{{ page.tag }} #} c `{# d #}` {% raw %}{# e #}{% endraw %}";
    const fillAs = (language: "liquid" | "nunjucks", runsInCode = true) =>
      fillTags(text, { values, origin: undefined, runsInCode, language }).text;
    expect(fillAs("nunjucks")).toBe("a  c `` {% raw %}{# e #}{% endraw %}");
    expect(fillAs("nunjucks", false)).toBe("a  c `{# d #}` {% raw %}{# e #}{% endraw %}");
    expect(fillAs("liquid")).toBe("a {# b\nsea #} c `{# d #}` {% raw %}{# e #}{% endraw %}");
  });

  it("fills in outputs of Vue, but not tags, code and v-pre", () => {
    const text =
      "# {{ $frontmatter.title }}\n\n{% x %} `{{ $page.title }}` {{ $page.title }} {{ 1 + 1 }}\n\n::: v-pre\n{{ $page.title }}\n:::\n";
    const vue = { $frontmatter: { title: "Moon" }, $page: { title: "Moon" } };
    expect(fillTags(text, { values: vue, origin: undefined, runsInCode: false, language: "vue" })).toEqual({
      text: "# Moon\n\n{% x %} `{{ $page.title }}` Moon \n\n::: v-pre\n{{ $page.title }}\n:::\n",
      removed: new Set(["{{ 1 + 1 }}"]),
      dropped: [],
    });
  });

  it("removes and names unknown tags, and keeps the text around them", () => {
    const { removed, text } = fill("a {{ other.x }} b\n\n{% include toc.html %}\n{% if page.x %}\n- item\n");
    expect(text).toBe("a  b\n\n\n\n- item\n");
    expect([...removed]).toEqual(["{{ other.x }}", "{% include %}", "{% if %}"]);
  });

  const known = { ...values, site: { ...values.site, posts: undefined, n: "3" }, page: { ...values.page, lang: "de", no: "no" } };
  const fillAll = (text: string, options: Partial<Parameters<typeof fillTags>[1]> = {}) =>
    fillTags(text, { values: known, isComplete: true, origin: "https://old.example", runsInCode: true, ...options });

  it.each([
    ["{% if page.gone %}a{% else %}b{% endif %}", "b"],
    ["{% if page.lang == 'de' %}a{% elsif true %}b{% else %}c{% endif %}d", "ad"],
    ["{% if page.gone %}a{% elsif page.lang == 'de' %}b{% else %}c{% endif %}", "b"],
    ["{%- unless page.gone -%}a{%- else -%}b{%- endunless -%}", "a"],
    ["{% if true %}{% if false %}a{% else %}b{% endif %}c{% else %}d{% endif %}", "bc"],
    ["{% if false %}{% if true %}a{% else %}b{% endif %}c{% endif %}", ""],
    ["{% case page.lang %} x {% when 'en', 'fr' %}a{% when 'nl' or 'de' %}b{% else %}c{% endcase %}", "b"],
    ["{% case page.lang %}{% when 'en' %}a{% else %}c{% endcase %}", "c"],
    ["{% if false %}{% assign a = 'x' %}{{ other.gone }}{% include y %}{% endif %}{% if a %}b{% endif %}", ""],
    ["{% if true %}\n\n```\n{{ page.tag }}\n```\n{% endif %}", "\n\n```\nsea\n```\n"],
    ["{% if false %}\n\n```\na\n```\n\n    {% endif %}\nb", "\nb"],
    ["{% if false %}{% comment %}{% endif %}{% endcomment %}a{% endif %}b", "b"],
    ["{% for p in page.gone %}a{% else %}b{% endfor %}", "b"],
    ["![p]({% if page.gone %}x{% else %}{{ site.url }}/a.png{% endif %})", "![p](/a.png)"],
    ["{% else %}a{% endif %}", "a"],
  ])("writes only the branches that the old site showed: %s", (text, expected) => {
    expect(fillAll(text)).toEqual({ text: expected, removed: new Set(), dropped: [] });
  });

  it.each([
    ["{% if site.posts %}SECRET{% else %}b{% endif %}", "b", [["{% if site.posts %}", "SECRET"]]],
    ["{% unless page.no %}SECRET{% endunless %}b", "b", [["{% unless page.no %}", "SECRET"]]],
    [
      "{% if site.posts %}a{% elsif site.posts %}b{% endif %}",
      "",
      [
        ["{% if site.posts %}", "a"],
        ["{% elsif site.posts %}", "b"],
      ],
    ],
    ["{% if site.posts %}a{% if site.posts %}b{% endif %}{% endif %}", "", [["{% if site.posts %}", "a{% if site.posts %}b{% endif %}"]]],
    ["{% for p in site.posts %}- {{ p.x }}{% endfor %}", "", [["{% for p in site.posts %}", "- {{ p.x }}"]]],
    ["{% for p in page.tags %}a{% else %}b{% endfor %}", "", [["{% for p in page.tags %}", "a"]]],
    ["{% case site.posts %}{% when 1 %}a{% endcase %}", "", [["{% when 1 %}", "a"]]],
    [
      "{% if site.posts %}{% assign a = 'x' %}{% endif %}{% unless a %}b{% endunless %}",
      "",
      [
        ["{% if site.posts %}", "{% assign a = 'x' %}"],
        ["{% unless a %}", "b"],
      ],
    ],
    ["{% capture a %}x{% endcapture %}{% unless a %}b{% endunless %}", "x", [["{% unless a %}", "b"]]],
  ])("drops and names text that the old site may have hidden: %s", (text, expected, dropped) => {
    const filled = fillAll(text);
    expect(filled.text).toBe(expected);
    expect(filled.dropped.map(({ tag, text }) => [tag, text])).toEqual(dropped);
  });

  it.each([
    [
      `<img src="{% cdn 'a.jpg' %}"\n  srcset="{% cdnset 'a.jpg' %} 1x,\n {% cdnset 'b.jpg' %} 2x">`,
      '<img src=""\n  srcset=" 1x,\n  2x">',
      ["cdn", "cdnset"],
    ],
    ["[a]({% src 'sun.jpg' %}) [b]: c", "[a]() [b]: c", ["src"]],
    [`<a title="{% youtube x %}{% note %}b{% endnote %}">`, '<a title="b">', ["youtube", "note"]],
  ])("removes and names tags in attributes and destinations that would become elements: %s", (text, expected, names) => {
    const filled = fill(text);
    expect(filled.text).toBe(expected);
    expect([...filled.removed]).toEqual(names.map((name) => `{% ${name} %}`));
  });

  it.each(["{% cdn 'a.jpg' %}", "[a]({% post_url 2024-01-02-sun %}) {% note %}b{% endnote %}", '<a title="{% raw %}<b>{% endraw %}">'])(
    "keeps tags that the compiler replaces: %s",
    (text) => {
      expect(fill(text)).toMatchObject({ text, removed: new Set() });
    },
  );

  it("does not take a name without a value as nil if values may be missing", () => {
    const filled = fillAll("{% unless page.gone %}a{% endunless %}", { isComplete: false });
    expect(filled).toMatchObject({ text: "", dropped: [{ tag: "{% unless page.gone %}", text: "a" }] });
  });

  it("keeps examples of conditions in code", () => {
    const text = "`{% if false %}a{% endif %}`\n\n```\n{% if false %}b{% else %}c{% endif %}\n```\n";
    expect(fillAll(text).text).toBe(text);
    expect(fillAll("`{% raw %}{% if x %}{% endraw %}` {{ page.tag }} `b`").text).toBe("`{% if x %}` sea `b`");
    const verbatim = "`{% verbatim %}{% endif %}{% endverbatim %}` `{{ other.x }}`";
    expect(fillAll(verbatim).text).toBe(verbatim);
    expect(fillAll("`{% if false %}` a `{% endif %}`", { runsInCode: false }).text).toBe("`{% if false %}` a `{% endif %}`");
  });

  it("recognizes code in HTML only by its elements", () => {
    const text =
      "<p>`{{ page.tag }}\n\n    {{ page.tag }} ```\n\n\t<b>{{ other.x }}</b>{% if a %}\n\n<pre>{{ page.tag }}</pre> ~~~\n{{ page.tag }}";
    const { removed, text: filled } = fillTags(text, { values, origin: undefined, runsInCode: false, isHtml: true });
    expect(filled).toBe("<p>`sea\n\n    sea ```\n\n\t<b></b>\n\n<pre>{{ page.tag }}</pre> ~~~\nsea");
    expect([...removed]).toEqual(["{{ other.x }}", "{% if %}"]);
  });

  it("keeps code if the generator does", () => {
    expect(fill("`{{ page.tag }}`\n\n    {{ page.tag }}\n", false).text).toBe("`{{ page.tag }}`\n\n    {{ page.tag }}\n");
  });

  it("takes linear time", () => {
    for (const tag of ["{% raw %}", "{% comment %}", "{% highlight x %}"]) expect(fill(tag.repeat(100_000)).text).toBe(tag.repeat(100_000));
    expect(fill("{{ ".repeat(20_000)).text).toHaveLength(60_000);
    expect(fill("{% if a %}x".repeat(50_000)).text).toHaveLength(50_000);
    expect(fill(`${"{% for a in b %}".repeat(50_000)}x${"{% endif %}".repeat(50_000)}`).text).toBe("x");
    expect(fill("    {% endif %}\n".repeat(20_000)).text).toHaveLength(100_000);
  });

  it.each([
    ["# {frontmatter.title}", "# A &#60;b>"],
    ["{ frontMatter.title } {props.frontMatter.tags[1]}", "A &#60;b> y"],
    ["<p title={frontmatter.title}>x</p>", '<p title="A &lt;b&gt;">x</p>'],
    ["{frontmatter.gone} {other.title} {{ frontmatter.x }} `{frontmatter.title}`", undefined],
    [`{\`\${frontmatter.title}\`}`, undefined],
    ["```\n{frontmatter.title}\n```", undefined],
  ])("fills in front matter in MDX, and keeps other expressions: %s", (text, filled) => {
    const frontMatter = { title: "A <b>", tags: ["x", "y"] };
    const inMdx = { values: { frontMatter, frontmatter: frontMatter, props: { frontMatter } }, origin: undefined, runsInCode: false };
    expect(fillTags(text, { ...inMdx, language: "mdx" })).toEqual({ text: filled ?? text, removed: new Set(), dropped: [] });
  });
});
