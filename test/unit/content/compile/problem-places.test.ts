import { expect, it } from "vitest";
import { compile } from "../../../../src/content/compile/compile.ts";
import { noMedia } from "../../../no-media.ts";
import { compileAll, now, site } from "../sample.ts";

it.each([
  ["md", '<iframe src="a.pdf"></iframe>'],
  ["md", 'Text <iframe src="a.pdf"></iframe>'],
  ["md", '<object data="a.pdf"></object>'],
  ["md", '<embed src="a.pdf">'],
  ["md", '<lite-iframe src="a.pdf"></lite-iframe>'],
  ["md", '<lite-youtube videoid="x" poster="a.png"></lite-youtube>'],
  ["md", "![x](a.pdf)"],
  ["md", '<div data-attrs=\'{"gallery":{"images":[{"src":"a.png"}]}}\'></div>'],
  ["md", "{download}`a.pdf`"],
  ["html", '<p><iframe src="a.pdf"></iframe></p>'],
  ["html", '<object data="b.pdf"><p><a href="a.pdf">x</a></p></object>'],
  ["mdx", '<Figure src="a.png" caption="A" />'],
  ["mdx", '<iframe src="a.pdf" />'],
  ["md", "See {ref}`nowhere`"],
  ["md", '[gallery ids="1"]'],
  ["md", '::chart[label]{id="x"}'],
  ["md", "<<< @/x.js"],
  ["md", "Icon :material-clock-fast: here"],
  ["md", "Raw `x`{=latex} here"],
  ["md", "```{=latex}\nx\n```"],
  ["mdx", '<Chart data="x" />'],
  ["mdx", "{chart(1)}"],
])("compile() reports a problem in .%s at its line: %s", async (ending, markup) => {
  const { problems } = await compileAll({ [`2024-11-06-moon.${ending}`]: `---\ntitle: A\n---\nText.\n\n${markup}\n\nText.` });
  expect(problems).toEqual([expect.stringMatching(/^articles\/2024-11-06-moon\.\w+:6:\d+ warning /)]);
});

it.each([
  ["md", "A\n\n[x](/a) and <a href=b>y</a>\n\n<iframe src=/c></iframe>", ["3:1 /a", "3:13 /articles/b", "5:1 /c"]],
  ["html", '<p>A\n<a href="/a?x#y">x</a>', ["2:1 /a"]],
  ["mdx", "A\n\n[x](/a)", ["3:1 /a"]],
  ["txt", "A\nhttps://example.com/a\n\nB https://example.com/b\nwww.example.org", ["2:1 /a", "4:1 /b"]],
  ["txt", "Title\nA https://example.com/a\n\n\nC D\nE https://example.com/b.", ["2:1 /a", "6:1 /b"]],
])("compile() returns the links in .%s to pages that are not articles: %j", async (ending, text, links) => {
  const articles = [
    { source: `2024-11-06-moon.${ending}`, text },
    { source: "2024-11-06-draft.md", text: "---\ndraft: true\n---\n[x](/a)" },
  ];
  const { pageLinks } = await compile(articles, { site, media: noMedia, development: false, checksDrafts: true, now });
  expect(pageLinks.map(({ column, line, path }) => `${line}:${column} ${path}`)).toEqual(links);
});
