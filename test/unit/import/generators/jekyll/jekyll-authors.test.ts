import { describe, expect, it } from "vitest";
import { jekyll } from "../../../../../src/import/generators/jekyll.ts";
import { openSite } from "../planned-site.ts";

const path = "_posts/2024-01-02-a.md";
const defaults = (values: string) => `defaults: [{scope: {path: ""}, values: {${values}}}]\n`;
const plugin = "plugins: [jekyll-feed]\n";

function planned(config: string, frontMatter: string) {
  const { plan, site } = openSite(jekyll, { "_config.yml": config, [path]: `---\ntitle: A\n${frontMatter}\n---\nText` });
  return { plan: plan(path), notes: site.notes.filter((note) => note.includes("instead of authors")) };
}

// jekyll-feed: `post.author | default: post.authors[0] | default: site.author`
describe("jekyll.plan() of a post with author and authors", () => {
  it.each([
    ["of the defaults and the post", defaults("author: team"), "authors: [ann, bob]"],
    ["of the post", "", "author: team\nauthors: [ann, bob]"],
  ])("drops those that jekyll-feed does not show: %s", (_, config, frontMatter) => {
    const { notes, plan } = planned(plugin + config, frontMatter);
    expect(plan).toMatchObject({ dropped: ["authors"] });
    expect(notes).toEqual([`The feed of jekyll-feed showed author instead of authors, so the copies have only author: ${path}`]);
  });

  it("drops those of the defaults", () => {
    const { notes, plan } = planned(plugin + defaults("authors: [ann, bob]"), "author: team");
    expect(plan).toMatchObject({ keys: {} });
    expect(plan).not.toHaveProperty("keys.authors");
    expect(notes).toEqual([]);
  });

  it.each([
    ["no author", plugin, "authors: [ann, bob]"],
    ["an empty author", plugin, "author:\nauthors: [ann, bob]"],
    ["another feed", defaults("author: team"), "authors: [ann, bob]"],
  ])("keeps them with %s", (_, config, frontMatter) => {
    expect(planned(config, frontMatter).plan).not.toHaveProperty("dropped");
  });
});
