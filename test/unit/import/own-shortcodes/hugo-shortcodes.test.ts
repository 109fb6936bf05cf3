import { describe, expect, it } from "vitest";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { type Files, open } from "../generators/in-memory-site.ts";

const words = { "i18n/en.toml": '[Note]\nother = "Hint"\n[Time]\nother = "{{ .Count }}"' };
const config = 'baseURL = "https://example.org/"\ntitle = "T"\n[params]\ncdn = "https://cdn.example.org"\n[params.social]\nname = "Anna"\n';
const front = "---\ntitle: A & B\nmood: happy\ntoc: false\ndate: 2024-01-02\n---\n";

function render(body: string, files: Files = {}, path = "content/posts/a.md"): string | undefined {
  const site = open(hugo, { "hugo.toml": config, ...words, [path]: `${front}${body}`, ...files });
  return site.publicText?.(body, () => {}, path);
}

/** Renders with templates by the name of the shortcode. */
const own = (body: string, templates: Files, files: Files = {}, path?: string) =>
  render(
    body,
    { ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [`layouts/shortcodes/${name}.html`, text])), ...files },
    path,
  );

const img =
  '<figure>\n  <img src="{{ .Get "src" | relURL }}" alt="{{ .Get "alt" }}"{{ with .Get "width" }} width="{{ . }}"{{ end }}>\n</figure>\n';
const call = '{{< img src="a.png" alt="A *b* {c|d}" >}}';
const figure = '<figure> <img src="/a.png" alt="A *b* &#123;c&#124;d&#125;"> </figure>';
const mark = "<mark>{{ .Inner }}</mark>\n";

describe("hugo.publicText()", () => {
  it.each([
    ["a block", `${call}\n\nText`, `${figure.replaceAll("> <", ">\n<")}\n\nText`],
    ["a block before a line", `${call}\nText *a*`, `<!-- -->${figure}\nText *a*`],
    ["a block before words", `${call} Text *a*`, `<!-- -->${figure}\n\n Text *a*`],
    ["a block in a list", `- ${call}\n- b`, `- <!-- -->${figure}\n- b`],
    ["a block in a quotation", `> ${call}`, `> ${figure}`],
    [
      "a block of Markdown in a row of a table",
      `| a | ${call.replace("<", "%").replace(">}}", "%}}")} |`,
      `| a | <figure> <img src="/a.png" alt="A *b* {c|d}"> </figure> |`,
    ],
    ["a block in a line", `Text ${call}`, `Text ${figure}`],
  ])("places %s", (_, body, expected) => expect(own(body, { img })).toBe(expected));

  it.each<readonly [string, string, Files, string]>([
    [
      "signs of Markdown",
      "a {{< mark >}}*b* _c_ [d](e) `f` ~g~ $h$ :i:{{< /mark >}}",
      { mark },
      "a <mark>&#42;b&#42; &#95;c&#95; &#91;d&#93;(e) &#96;f&#96; &#126;g&#126; &#36;h&#36; &#58;i:</mark>",
    ],
    ["Markdown", "a {{% mark %}}*b*{{% /mark %}}", { mark: mark.trim() }, "a <mark>*b*</mark>"],
    ["markdownify", "{{< x >}}\na *b*\n{{< /x >}}", { x: "<div>{{ .Inner | markdownify }}</div>" }, "<div>a <em>b</em></div>"],
    ["a code block", "{{< x >}}a\n\n *b*{{< /x >}}", { x: "<pre>{{ .Inner }}</pre>" }, "<pre>a&#10;&#10; &#42;b&#42;</pre>"],
    [
      "code in Markdown",
      "{{% x %}}\n~~~\na\n\n*b*\n~~~\n{{% /x %}}",
      { x: "<div>{{ .Inner | markdownify }}</div>" },
      "<div><pre><code>a&#10;\n*b*\n</code></pre></div>",
    ],
    [
      "indented HTML in Markdown",
      "{{% x %}}",
      { x: '<figure>\n\n    <img src="a.png">\n\n</figure>' },
      '<figure>\n<img src="a.png">\n</figure>',
    ],
    ["words of the theme", "{{< x >}}", { x: '{{ i18n "note" }}' }, "Hint"],
    [
      "a nested call",
      "{{< a >}}{{% b %}}*x*{{% /b %}}{{< b >}}*y*{{< /b >}}{{< /a >}}",
      { a: "<div>{{ .Inner }}</div>", b: "<i>{{ .Inner }}</i>" },
      "<div><i><em>x</em></i><i>&#42;y&#42;</i></div>",
    ],
    [
      "a parent",
      '{{< a n="1" >}}{{< b >}}{{< /a >}}',
      { a: "<p>{{ .Inner }}</p>", b: '{{ with .Parent }}{{ .Get "n" }}{{ end }}' },
      "<p>1</p>",
    ],
    [
      "a known call in another one",
      '{{< a >}}[x]({{< ref "b.md" >}}){{< /a >}}',
      { a: "<p>{{ .Inner | markdownify }}</p>" },
      '<p><a href="{{< ref "b.md" >}}">x</a></p>',
    ],
    ["a destination", '![x]({{< cdn "a.png" >}})', { cdn: "{{ .Site.Params.cdn }}/{{ .Get 0 }}" }, "![x](https://cdn.example.org/a.png)"],
    ["types", "{{< x 1 true 1.50 007 >}}", { x: '{{ range .Params }}{{ printf "%v " . }}{{ end }}{{ add (.Get 0) 1 }}' }, "1 true 1.5 7 2"],
    [
      "the page and the site",
      "{{< x >}}",
      {
        x: '{{ .Page.Title }} {{ .Page.Params.Mood }} {{ if .Page.Params.toc }}a{{ end }}{{ $.Site.Params.Social.Name }} {{ site.Title }} {{ "a" | absURL }}',
      },
      "A &amp; B happy Anna T https&#58;//example.org/a",
    ],
    [
      "an escaped call",
      '{{< x >}}{{</* y "z" */>}}{{< /x >}}',
      { x: "<p>{{ .Inner }}</p>" },
      '<p>&#123;&#123;&lt; y "z" &gt;&#125;&#125;</p>',
    ],
    ["blank lines", "{{< x >}}", { x: "<div>\n\n<!-- a -->\n<style>b</style>\n\n<p>c</p>\n\n</div>" }, "<div>\n<p>c</p>\n</div>"],
    ["a start and an end", "{{< a >}}\n*x*\n{{< b >}}", { a: '<div class="r">', b: "</div>" }, '<!-- --><div class="r">\n*x*\n</div>'],
    ["a table", "| {{< x >}} |\n| --- |", { x: "<b>a|b</b>\n" }, "| <b>a&#124;b</b> |\n| --- |"],
    [
      "an own template of a known name",
      '{{< figure src="a.png" >}}',
      { figure: '<figure><img src="{{ .Get "src" }}">Own</figure>' },
      '<figure><img src="a.png">Own</figure>',
    ],
  ])("renders %s", (_, body, templates, expected) => expect(own(body, templates)).toBe(expected));

  it.each<readonly [string, string, Files]>([
    ["an unknown function", "{{< x >}}", { x: "<p>a{{ now }}</p>" }],
    ["words with values", "{{< x >}}", { x: '{{ i18n "time" 2 }}{{ i18n "time" }}' }],
    ["a script", "{{< x >}}", { x: "<p>a</p><script>b()</script>" }],
    ["an element for a script", "{{< x 1 >}}", { x: '<div id="map-{{ .Get 0 }}"></div>' }],
    ["mixed arguments", '{{< x 1 a="b" >}}', { x: "a" }],
    ["a missing end", "{{< x >}}a", { x: "{{ .Inner }}" }],
    [
      "tabs, which need scripts",
      "{{< tabs >}}{{< tab a >}}b{{< /tab >}}{{< /tabs >}}",
      { tabs: "<div>{{ .Inner }}</div>", tab: "<p>{{ .Inner }}</p>" },
    ],
    ["an element in an attribute", '<a title="{{< x >}}">a</a>', { x: "<b>a</b>" }],
    ["code", "`{{< x >}}`\n\n```\n{{< x >}}\n```", { x: "a" }],
    ["an inline shortcode", "{{< x.inline />}}", { x: "b" }],
    ["an address that html/template refuses", '{{< x "javascript:a" >}}', { x: '<a href="{{ .Get 0 }}">a</a>' }],
  ])("keeps %s", (_, body, templates) => expect(own(body, templates)).toBe(body));

  it("renders the calls in one that it keeps", () => {
    const body = "{{< a >}}\n{{< b >}}\n{{< /a >}}";
    expect(own(body, { a: "{{ .Inner }}{{ now }}", b: "<p>x</p>" })).toBe("{{< a >}}\n<!-- --><p>x</p>\n{{< /a >}}");
  });

  it("keeps hidden what a template shows only sometimes", () => {
    const template = '{{ if eq (.Get "show") "yes" }}{{ .Inner }}{{ end }}';
    expect(own('a{{< x show="no" >}}SECRET{{< /x >}}b {{< x show="yes" >}}c{{< /x >}}', { x: template })).toBe("ab c");
    expect(own("a{{< x >}}SECRET{{< /x >}}b", { x: "{{ if .Site.IsServer }}{{ .Inner }}{{ end }}" })).toBe("ab");
  });

  const picture =
    '{{ with .Page.Resources.GetMatch (.Get 0) }}<img src="{{ (.Resize "300x").RelPermalink }}" width="{{ .Width }}" alt="{{ .Name }}">{{ else }}<b>none</b>{{ end }}';

  it("finds the files of a bundle, without their sizes", () => {
    const files = { "content/posts/a/One b.jpg": "", "content/posts/a/sub/c.png": "" };
    const path = "content/posts/a/index.md";
    expect(own('{{< x "one*" >}} {{% x "**/C.png" %}} {{< x d >}}', { x: picture }, files, path)).toBe(
      '<img src="One%20b.jpg" alt="One b.jpg"> <img src="sub/c.png" alt="sub/c.png"> <b>none</b>',
    );
    expect(own('{{< x "One b.jpg" >}}', { x: picture })).toBe("<b>none</b>"); // a page without a bundle
  });

  it("finds assets, partials and other files", () => {
    const x =
      '{{ with resources.Get "i/a.png" }}<img src="{{ .RelPermalink }}">{{ end }}{{ partial "p" . }}{{ readFile "b.md" | markdownify }}';
    const files = { "assets/i/a.png": "", "layouts/partials/p.html": "<i>{{ .Get 0 }}</i>", "b.md": "c *d*" };
    expect(own("{{< x 1 >}}", { x }, files)).toBe('<img src="/i/a.png"><i>1</i>c <em>d</em>');
  });

  it("uses the templates of a theme, except for names with a conversion of our own", () => {
    const theme = (name: string) => `themes/t/layouts/shortcodes/${name}.html`;
    const files = { [theme("box")]: "<p>{{ .Site.Params.color }}{{ .Site.Params.cdn }}</p>", [theme("figure")]: "<p>x</p>" };
    const themed = (params: Files) =>
      render('{{< box >}} {{< figure src="a.png" >}}', { ...files, "hugo.toml": `theme = "t"\n${config}`, ...params });
    expect(themed({ "themes/t/config.toml": '[params]\ncolor = "red "\ncdn = "x"' })).toMatch(
      /^<!-- --><p>red https.*<\/p>\s+\{\{< figure/,
    );
    expect(
      render("{{< x >}}", { "layouts/shortcodes/x.html": "a{{ .Site.Params.color }}", "hugo.toml": `theme = "lost"\n${config}` }),
    ).toBe("{{< x >}}");
  });

  it("takes the template of the language", () => {
    const files = {
      "hugo.toml": `${config}[languages.en]\n[languages.de]\n`,
      "layouts/shortcodes/x.de.html": "<b>de</b>",
      "layouts/shortcodes/x.html": "<b>en</b>",
      "layouts/shortcodes/x.amp.html": "<b>amp</b>",
    };
    expect(render("{{< x >}}", files)).toBe("<b>en</b>");
    expect(render("{{< x >}}", files, "content/posts/a.de.md")).toBe("<b>de</b>");
  });

  it("takes time in proportion to the text", () => {
    const many = 20_000;
    const body = `${"{{< a >}}".repeat(many)}${"{{< /a >}}".repeat(many)}${"{{< b >}}".repeat(many)}`;
    expect(own(body, { a: "{{ .Inner }}", b: "x" })?.length).toBeGreaterThan(0);
  });
});
