import { describe, expect, it } from "vitest";
import { replaceDestinations } from "../../../../src/import/old-site/replace-destinations.ts";

const marked = (text: string) => replaceDestinations(text, ({ isMarkdown, written }) => `${isMarkdown ? "M" : "A"}:${written}`);

describe("replaceDestinations()", () => {
  it.each([
    ["[a](b.md)", "[a](M:b.md)"],
    ['![a]( b.png "a title")', '![a]( M:b.png "a title")'],
    ["[![a](b.png)](c.md)", "[![a](M:b.png)](M:c.md)"],
    ["[a](<b c.md>)", "[a](<M:b c.md>)"],
    ["[a](b_(c).md)", "[a](M:b_(c).md)"],
    ["[a]: b.md 'title'", "[a]: M:b.md 'title'"],
    ["x\n  [a]: <b c.md>", "x\n  [a]: <M:b c.md>"],
    ["<img src=\"a.png\"> <a href='b.md'>", "<img src=\"A:a.png\"> <a href='A:b.md'>"],
    ['import Pic from "@site/a.png";', 'import Pic from "A:@site/a.png";'],
    ["<img src={require('./a.png').default} />", "<img src={require('A:./a.png').default} />"],
    ["<img src={useBaseUrl('/a.png')} />", "<img src={useBaseUrl('A:/a.png')} />"],
    ['{% include figure image_path="/a.png" %}', '{% include figure image_path="A:/a.png" %}'],
    [`{% image "./src/a.png", 'b', sizes='c.md' %} "d.png"`, `{% image "A:./src/a.png", 'b', sizes='A:c.md' %} "d.png"`],
    ['{%- figure(\n  "a.png",\n  "A moon.")\n-%}', '{%- figure(\n  "A:a.png",\n  "A moon.")\n-%}'],
  ])("finds the destinations in %s", (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    "`[a](b.md)`",
    "```\n[a](b.md)\n```",
    "    [a](b.md)",
    '<pre><img src="a.png"></pre>',
    "<!-- [a](b.md) -->",
    '`{% image "a.png" %}`',
    "{% if a == 'b' %}{% endif %}",
    "[^1]: A footnote",
    "[a] (b.md) and [a]",
  ])("keeps %j", (text) => {
    expect(marked(text)).toBe(text);
  });

  it("recognizes code in HTML only by its elements", () => {
    const text = '\n\n    <img src="a.png"> `<a href="b">` <pre><a href="c"></pre>';
    expect(replaceDestinations(text, ({ written }) => `/${written}`, true)).toBe(
      '\n\n    <img src="/a.png"> `<a href="/b">` <pre><a href="c"></pre>',
    );
  });

  it("keeps a destination without a replacement", () => {
    expect(replaceDestinations("[a](a) [b](b)", ({ written }) => (written === "a" ? undefined : "c"))).toBe("[a](a) [b](c)");
  });

  it("takes linear time", () => {
    for (const text of ["](", "](<", '="', "[", "]((", '{% a "', "{% a ("])
      expect(replaceDestinations(text.repeat(50_000), () => undefined)).toHaveLength(50_000 * text.length);
  });
});
