import { describe, expect, it } from "vitest";
import { isLiquid, unescapeTags, withoutRawTags } from "../../../../../src/content/markup/shortcodes/escaped-tags.ts";
import { cpuMilliseconds } from "../../../../cpu-milliseconds.ts";
import { compileOne } from "../../sample.ts";

describe("unescapeTags()", () => {
  it.each([
    ['{{</* figure src="a" */>}}', '{{< figure src="a" >}}'],
    ["{{%/* note */%}}a{{%/* /note */%}}", "{{% note %}}a{{% /note %}}"],
    ['{{/* youtube(id="a") */}}', '{{ youtube(id="a") }}'],
    ['{%/* quote(by="a") */%}b{%/* end */%}', '{% quote(by="a") %}b{% end %}'],
    ["{{/* a comment of Go */}} {{< a >}} /* b */", "{{/* a comment of Go */}} {{< a >}} /* b */"],
  ])("reads %j", (text, expected) => {
    expect(unescapeTags(text)).toBe(expected);
  });
});

describe("withoutRawTags()", () => {
  it.each([
    ["{% raw %}{{ a }}{% endraw %}", "{{ a }}"],
    ["{%- raw -%}\n{{ a }}\n{%- endraw -%}\nb", "{{ a }}\nb"],
    ["  {% raw %}\n  {{ a }}\n  {% endraw %}\n", "  {{ a }}\n"],
    ["{% verbatim %}a{% endverbatim %}", "a"],
    ["{% raw %} without an end", "{% raw %} without an end"],
    ["{% endraw %} {% raw %}", "{% endraw %} {% raw %}"],
  ])("changes %j", (code, expected) => {
    expect(withoutRawTags(code)).toBe(expected);
  });

  it("takes linear time for a text full of tags", () => {
    const start = cpuMilliseconds();
    withoutRawTags(`${"{% raw %}".repeat(40_000)}{% endverbatim %}`);
    expect(cpuMilliseconds() - start).toBeLessThan(4000);
  });
});

describe("isLiquid()", () => {
  it.each([
    ["a.md", "text", {}, false],
    ["a.md", "```\n{% raw %}a{% endraw %}\n```", {}, false],
    ["a.md", "{% include a.html %}\n\n```\na\n```", {}, true],
    ["a.md", "{{ page.title }}", {}, true],
    ["a.md", "text", { layout: "post" }, true],
    ["_posts/2024-01-02-a.md", "text", {}, true],
    ["_posts/a.md", "text", {}, false],
  ])("returns for %j with %j", (source, body, data, expected) => {
    expect(isLiquid(source, { body, data })).toBe(expected);
  });
});

describe("tags in code", () => {
  const code = "```liquid\n{% raw %}\n{{ a }}\n{% endraw %}\n```\n\n`{% raw %}{% b %}{% endraw %}`";

  it("are removed if Liquid processes the article", async () => {
    expect((await compileOne(`---\nlayout: post\ntitle: A\n---\n${code}`)).content).toBe(
      '<pre><code class="language-liquid">{{ a }}\n</code></pre>\n<p><code>{% b %}</code></p>',
    );
  });

  it("are shown otherwise", async () => {
    expect((await compileOne(`---\ntitle: A\n---\n${code}`)).content).toContain("{% raw %}\n{{ a }}\n{% endraw %}");
  });

  it("are removed in highlight", async () => {
    const { content } = await compileOne("{% highlight liquid %}\n{% raw %}\n{{ a }}\n{% endraw %}\n{% endhighlight %}");
    expect(content).toBe('<pre><code class="language-liquid">{{ a }}\n</code></pre>');
  });

  it("are unescaped like in Hugo and Zola", async () => {
    const { content } = await compileOne('```\n{{</* a */>}} {{/* b() */}}\n```\n\nx {{/* c(d="e") */}} {%/* f() */%}');
    expect(content).toBe('<pre><code>{{&#x3C; a >}} {{ b() }}\n</code></pre>\n<p>x {{ c(d="e") }} {% f() %}</p>');
  });
});
