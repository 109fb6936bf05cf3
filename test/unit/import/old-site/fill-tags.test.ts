import { describe, expect, it } from "vitest";
import { fillTags } from "../../../../src/import/old-site/fill-tags.ts";

const values = {
  site: { title: "Harbour", url: "https://old.example", baseurl: "/base" },
  page: { title: "A & B", tag: "sea", date: "2024-01-02", tags: ["x", "y"] },
};
const fill = (text: string, runsInCode = true) => fillTags(text, { values, origin: "https://old.example", runsInCode });

describe("fillTags()", () => {
  it.each([
    ["[code](https://example.org/{{ page.tag }}/x)", "[code](https://example.org/sea/x)"],
    ["[a]({{ site.baseurl }}/a)", "[a](/base/a)"],
    ["[a]({{ site.url }}{{ site.baseurl }}/a)", "[a](/base/a)"],
    ["[a]({{ site.url }}/a) at {{ site.url }}", "[a](/a) at https://old.example"],
    ['{{ "/x" | relative_url }} {{ "y" | absolute_url }}', "/base/x /base/y"],
    ['{{ page.date | date: "%-d %B %Y" }}', "2 January 2024"],
    ['{{ page.none | default: "z" }}', "z"],
    ["{{ page.title | escape }}", "A &amp; B"],
    ["{{- page.tags | join: '+' -}}", "x+y"],
    ['{% assign a = "b" %}{{ a | upcase }}', "B"],
    ["{% raw %}{{ page.tag }}{% endraw %}", "{% raw %}{{ page.tag }}{% endraw %}"],
    ["{% post_url 2024-01-02-x %}", "{% post_url 2024-01-02-x %}"],
    ["`{{ page.tag }}` `{% raw %}{{ x }}{% endraw %}`", "`sea` `{{ x }}`"],
    ["```\n{{ secrets.X }}\n```", "```\n{{ secrets.X }}\n```"],
    ["{% highlight sh %}{% raw %}{{ x }}{% endraw %}{% endhighlight %}", "{% highlight sh %}{{ x }}{% endhighlight %}"],
  ])("fills in %s", (text, expected) => {
    expect(fill(text)).toEqual({ text: expected, removed: new Set() });
  });

  it("removes and names what it does not know, and keeps the text around", () => {
    const { removed, text } = fill("a {{ other.x }} b\n\n{% include toc.html %}\n{% if page.x %}\n- item\n{% endif %}\n");
    expect(text).toBe("a  b\n\n\n\n- item\n\n");
    expect([...removed]).toEqual(["{{ other.x }}", "{% include %}", "{% if %}"]);
  });

  it("leaves code alone if the generator does", () => {
    expect(fill("`{{ page.tag }}`\n\n    {{ page.tag }}\n", false).text).toBe("`{{ page.tag }}`\n\n    {{ page.tag }}\n");
  });

  it("is linear in the number of tags", () => {
    for (const tag of ["{% raw %}", "{% comment %}", "{% highlight x %}"]) expect(fill(tag.repeat(100_000)).text).toBe(tag.repeat(100_000));
    expect(fill("{{ ".repeat(20_000)).text).toHaveLength(60_000);
  });
});
