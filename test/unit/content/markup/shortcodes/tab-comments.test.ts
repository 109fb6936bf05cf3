import { expect, it } from "vitest";
import { convertTabComments } from "../../../../../src/content/markup/shortcodes/tab-comments.ts";
import { compileOne } from "../../sample.ts";

it.each([
  ["<!-- tab One -->\na\n<!-- endtab -->", ":::tab[One]\na\n:::"],
  ["<!-- tab One two@text-width -->\na\n<!-- endtab -->", ":::tab[One two]\na\n:::"],
  ["  <!--tab One-->  \n  a\n  <!--endtab-->", "  :::tab[One]\n  a\n  :::"],
  ["<!-- tab a[0] -->\na\n<!-- endtab -->", ":::tab[a\\[0\\]]\na\n:::"],
  ["<!-- tab One -->\na\n<!-- tab Two -->\nb\n<!-- endtab -->", "<!-- tab One -->\na\n:::tab[Two]\nb\n:::"],
  ["<!-- tab id:a 'icon:fas fa-a' 'title:From source' -->\na\n<!-- endtab -->", ":::tab[From source]\na\n:::"],
  ['<!-- tab id:a "title:It\'s b" active -->\na\n<!-- endtab -->', ":::tab[It's b]\na\n:::"],
  ["<!-- tab id:yarn title:yarn active -->\na\n<!-- endtab -->", ":::tab[yarn]\na\n:::"],
  ["<!-- tab The id:a in it -->\na\n<!-- endtab -->", ":::tab[The id:a in it]\na\n:::"],
  [
    "<!-- tab One & two@icon -->*a*<!-- endtab -->",
    '<blockquote><p><strong>One &amp; two</strong></p><div markdown="1">*a*</div></blockquote>',
  ],
])("convertTabComments() converts %j", (text, expected) => {
  expect(convertTabComments(`{% tabs A, 1 %}\n${text}\n{% endtabs %}`)).toBe(`{% tabs A, 1 %}\n${expected}\n{% endtabs %}`);
  expect(convertTabComments(text)).toBe(text);
});

it.each([
  "<!-- tab @apple -->\na\n<!-- endtab -->",
  "<!-- tab -->\na\n<!-- endtab -->",
  "<!-- tab One -->\na",
  "```\n<!-- tab One -->\n<!-- endtab -->\n```",
  "a <!-- tab One --> b\n<!-- endtab -->",
  "<!-- table -->\n<!-- endtab -->",
])("convertTabComments() keeps %j", (text) => {
  const tabs = `{% tabs A, 1 %}\n${text}\n{% endtabs %}`;
  expect(convertTabComments(tabs)).toBe(tabs);
});

it("convertTabComments() gives tabs their titles", async () => {
  const { content, problems } = await compileOne("{% tabs A %}\n<!-- tab One@icon -->\n*a*\n<!-- endtab -->\n{% endtabs %}");
  expect(problems).toEqual([]);
  expect(content).toBe("<blockquote>\n<p><strong>One</strong></p>\n<p><em>a</em></p>\n</blockquote>");
});
