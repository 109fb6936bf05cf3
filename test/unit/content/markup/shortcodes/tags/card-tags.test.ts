import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

it.each([
  [
    '{{< card link="/a" title="A" subtitle="B *c*" icon="d" >}}',
    '<p><a href="https://example.com/a"><strong>A</strong></a><br>B <em>c</em></p>',
  ],
  ['{{< card header="**A**" footer="B" >}}\nc\n{{< /card >}}', "<p><strong>A</strong></p><p>c</p><p>B</p>"],
  [
    '{{< card header="A" title="B" subtitle="C" footer="[d](/d) ![e](https://e.org/e.png)" >}}\n*f*\n{{< /card >}}\ng',
    '<p>A<br><strong>B</strong><br>C</p><p><em>f</em></p><p><a href="https://example.com/d">d</a> <img src="https://e.org/e.png" alt="e"></p><p>g</p>',
  ],
  ['{{% card footer="**A**" %}}b{{% /card %}}', "<p>b<br><strong>A</strong></p>"],
  ['{{< card title="A" footer="B" >}}', "<p><strong>A</strong></p><p>B</p>"],
  [
    '{{< card title="A" footer="B" >}}\n{{< card title="C" >}}\nc\n{{< /card >}}\n{{< /card >}}',
    "<p><strong>A</strong></p><p><strong>C</strong></p><p>c</p><p>B</p>",
  ],
  ['- {{< card title="A" footer="B" >}}\n  c\n  {{< /card >}}', "<ul><li><p><strong>A</strong></p>c<p>B</p></li></ul>"],
  ['{{< card link="/a" >}}', '<p><a href="https://example.com/a"><strong>/a</strong></a></p>'],
  ['{{< card title="A" >}}\n*b*\n{{< /card >}}', "<p><strong>A</strong></p><p><em>b</em></p>"],
  ['a {{< card link="/a" title="A" >}} b', '<p>a <a href="https://example.com/a"><strong>A</strong></a> b</p>'],
  [
    '{{< cards cols="2" >}}\n  {{< card title="A" >}}\n  {{< card title="B" >}}\n{{< /cards >}}\n*c*',
    "<p><strong>A</strong></p>  <p><strong>B</strong></p><p><em>c</em></p>",
  ],
  [
    '{{< card link="/a" title="A" image="a.png" >}}',
    '<figure><a href="https://example.com/a"><img src="https://example.com/articles/a.png" alt="A"></a><figcaption><strong>A</strong></figcaption></figure>',
  ],
])("card() keeps the title and the link of %j", async (text, expected) => {
  const { content, problems } = await compileOne(text);
  expect(content.replace(/\n+/g, "")).toBe(expected);
  expect(problems.filter((problem) => problem.includes("Removed"))).toEqual([]);
});

it("card() leaves a card without words of its own", async () => {
  const { content, problems } = await compileOne("{{< card >}}\na\n{{< /card >}}");
  expect(content).toBe("<p>a</p>");
  expect(problems).toEqual([expect.stringContaining("{{< card >}}")]);
});
