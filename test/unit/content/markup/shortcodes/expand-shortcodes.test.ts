import { expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

const matter = '---\ntitle: My *title*\nauthor: Ada "A" <b>\n---\n';

it.each([
  ["By {frontmatter.author}.", '<p>By Ada "A" &#x3C;b>.</p>'],
  ["{ props.frontmatter.title } and {frontMatter.title}", "<p>My *title* and My *title*</p>"],
  ["`{frontmatter.title}`", "<p><code>{frontmatter.title}</code></p>"],
])("expandShortcodes() fills in the front matter in %j", async (text, html) => {
  expect(await compileOne(matter + text, "2024-11-06-a.mdx")).toMatchObject({ content: html, problems: [] });
});

it("expandShortcodes() reports unknown front matter", async () => {
  const { content, problems } = await compileOne(`${matter}a {frontmatter.none} b {frontmatter.toString}`, "2024-11-06-a.mdx");
  expect(content).toBe("<p>a  b </p>");
  expect(problems).toEqual([expect.stringContaining("{…} (2 times)")]);
});

it("expandShortcodes() leaves braces in .md", async () => {
  expect((await compileOne(`${matter}a {frontmatter.title}`)).content).toBe("<p>a {frontmatter.title}</p>");
});

it("expandShortcodes() does not fill in a heading that is the title, from which ids are made", async () => {
  const { content, problems } = await compileOne("---\nauthor: Ada\n---\n# About {frontmatter.author}\n\na", "2024-11-06-a.mdx");
  expect(content).toBe("<p>a</p>");
  expect(problems).toEqual([expect.stringContaining("{…}")]);
});
