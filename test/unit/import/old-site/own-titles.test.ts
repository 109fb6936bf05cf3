import { describe, expect, it } from "vitest";
import { openOldSite } from "../../../../src/import/old-site/open-old-site.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { folderWith } from "../generators/in-memory-site.ts";

const astro = {
  "astro.config.mjs": "export default {}",
  "src/pages/blog/[...slug].astro": 'getCollection("blog")',
};

/** Imports a post with some lines of front matter. @returns the title that the plan gives it, and the notes */
function imported(table: string, { body = "Text", file = "src/content/blog/a.md", site = astro as Readonly<Record<string, string>> } = {}) {
  const folder = folderWith({ ...site, [file]: `---\n${table}\ndate: 2024-05-01\n---\n${body}` });
  const { articles, notes } = planSite(folder, openOldSite(folder).site);
  return { titles: articles.map(({ frontMatter, plan }) => [plan.keys?.["title"], frontMatter["title"]]), notes };
}

describe("OwnTitles", () => {
  it.each(["postTitle", "post_title", "page-title", "articleTitle", "heading", "Headline", "titre", "título", "标题", "name"])(
    "reads %s as the title",
    (key) => {
      expect(imported(`${key}: Moon`)).toEqual({
        titles: [["Moon", "Moon"]],
        notes: [`1 text has its title in ${key}: the copies have it in the line title`],
      });
    },
  );

  it("prefers the key that most surely is the title", () => {
    expect(imported("name: Ann\nheadline: Sea\npostTitle: Moon").titles).toEqual([["Moon", "Moon"]]);
  });

  it("reads titles of an unknown folder, too", () => {
    expect(imported("headline: Moon", { file: "blog/a.md", site: {} }).titles).toEqual([["Moon", "Moon"]]);
  });

  it.each([
    ["next to a title", "title: Sea\nheadline: Moon", {}],
    ["next to a heading at the beginning of the text", "headline: Moon", { body: "\n# Sea\n\nText" }],
    ["that is empty", "headline: ''", {}],
    ["in a key of something else", "subtitle: Moon\nnickname: Ann", {}],
    ["of a generator with keys of its own", "headline: Moon", { site: { "hugo.toml": "title = 'A'" }, file: "content/posts/a.md" }],
  ])("does not use a title %s", (_name, table, options) => {
    const { notes, titles } = imported(table, options);
    expect({ notes: notes.filter((note) => note.includes("title in")), own: titles.map(([own]) => own) }).toEqual({
      notes: [],
      own: [undefined],
    });
  });
});
