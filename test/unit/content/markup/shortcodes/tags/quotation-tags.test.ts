import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

async function credit(start: string, end: string): Promise<string | undefined> {
  const { content, problems } = await compileOne(`${start}\nWords.\n${end}`);
  expect(problems).toEqual([]);
  return /^<blockquote>\n<p>Words\.<\/p>(?:\n<p>— (.*)<\/p>)?\n<\/blockquote>$/.exec(content.trim())?.[1];
}

const book = '<a href="https://e.org/b_c_d">The book</a>';

describe("endQuotation()", () => {
  it.each([
    ['{{< quote author="Ada" source="The book" url="https://e.org/b_c_d" >}}', `Ada, ${book}`],
    ['{{< quote author="Ada" source="The book" >}}', "Ada, The book"],
    ['{{< quote author="" source="百度百科" url="https://e.org/b">}}', '<a href="https://e.org/b">百度百科</a>'],
    ['{{% quote author="Ada" link="https://e.org/b" title="Source" %}}', 'Ada, <a href="https://e.org/b">Source</a>'],
    ['{{< quote author="Ada" cite="https://e.org/b_c_d" caption="The book" >}}', `Ada, ${book}`],
    ['{{< quote author="Ada" cite="https://e.org/b_c" >}}', 'Ada, <a href="https://e.org/b_c">e.org/b_c</a>'],
    [
      '{{< quote author="Ada" author_link="https://a.org/" cite="The book" citeurl="https://e.org/b_c_d" >}}',
      `<a href="https://a.org/">Ada</a>, ${book}`,
    ],
    ['{{< quote author="Ada" sourceurl="https://e.org/b" >}}', 'Ada, <a href="https://e.org/b">e.org/b</a>'],
    ['{{< quote "Ada" source="The book" year=1843 >}}', "Ada, The book, 1843"],
    ['{{< quote by="Ada & Bob" role="Editors" >}}', "Ada &#x26; Bob, Editors"],
    ["{{< quote author=Ada >}}", "Ada"],
    ['{{< quote class="wide" >}}', undefined],
    ['{{< quote "Ada" "The book" >}}', "Ada The book"],
    ["{{< quote Ada: what is x = y >}}", "Ada: what is x = y"],
  ])("shows the credit of %s", async (start, words) => {
    expect(await credit(start, start.startsWith("{{%") ? "{{% /quote %}}" : "{{< /quote >}}")).toBe(words);
  });

  it.each([
    ['{% quote(author="Ada", source="The book", url="https://e.org/b_c_d") %}', "{% end %}", `Ada, ${book}`],
    ['{% blockquote(author="Ada", link="https://e.org/b") %}', "{% end %}", 'Ada, <a href="https://e.org/b">e.org/b</a>'],
    ['{{< blockquote author="Ada" title="The book" >}}', "{{< /blockquote >}}", "Ada, The book"],
    ['{{< pullquote author="Ada" align="left" >}}', "{{< /pullquote >}}", "Ada"],
    ["{% pullquote left %}", "{% endpullquote %}", undefined],
    ["{% cq %}", "{% endcq %}", undefined],
  ])("shows the credit of %s before %s", async (start, end, words) => {
    expect(await credit(start, end)).toBe(words);
  });
});

describe("quotation()", () => {
  const whole = (credit = "") => `<blockquote><p>A <em>b</em></p>${credit}</blockquote>\n<p>c</p>`;

  it.each([
    ['{{ quote(text="A *b*", author="Ada", source="The book") }}', whole("<p>— Ada, The book</p>")],
    ['{{< quote text="A *b*" author="Ada" />}}', whole("<p>— Ada</p>")],
    ['{{< pullquote content="A *b*" >}}', whole()],
  ])("shows the words among the arguments of %s", async (text, html) => {
    const { content, problems } = await compileOne(`${text}\n\nc`);
    expect(content).toBe(html);
    expect(problems).toEqual([]);
  });

  it("does not give the credit of a whole quotation to the one around it", async () => {
    const text = '{{< quote author="Ada" >}}\n{{< quote text="A *b*" author="Bob" />}}\n\nc\n{{< /quote >}}';
    const { content } = await compileOne(text);
    expect(content.replace(/\n+/g, "\n")).toBe(`<blockquote>\n${whole("<p>— Bob</p>")}\n<p>— Ada</p>\n</blockquote>`);
  });

  it("is not a word before a colon in a credit of Hexo", async () => {
    expect(await credit("{% blockquote Ada, On text: a book %}", "{% endblockquote %}")).toBe("Ada, On text: a book");
  });
});
