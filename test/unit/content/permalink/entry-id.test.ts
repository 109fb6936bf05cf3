import { describe, expect, it } from "vitest";
import { expandPattern } from "../../../../src/settings/permalink-pattern.ts";
import { compileOne, site } from "../sample.ts";

describe("entryId()", () => {
  it("is the address by default", async () => {
    const { id } = await compileOne("x", "_posts/2014-03-09-Hello-World.md", { site });
    expect(id).toBe("https://example.com/articles/hello-world");
  });

  // Jekyll::Document#id is the folder of the URL and the name of the file.
  it.each([
    ["_posts/2014-03-09-Hello-World.md", "", "date", "/2014/03/09/Hello-World"],
    ["_posts/2014-03-09-Hello-World.md", "", "pretty", "/2014/03/09/Hello-World"],
    ["notes/_posts/2014-03-09-moon.md", "", "date", "/notes/2014/03/09/moon"],
    ["_posts/2014-03-09-moon.md", "slug: sun\n", "date", "/2014/03/09/sun"],
    ["_posts/2014-03-09-moon.md", "permalink: /own/address/\n", "date", "/own/moon"],
    ["_posts/2014-03-09-m é.md", "", "/blog/:title", "/blog/m%20%C3%A9"],
    ["_posts/2014-03-09-moon.md", "id: urn:x\n", "date", undefined],
  ])("derives the id of %s as jekyll-feed does: %j, %s", async (source, frontMatter, permalink, path) => {
    const settings = { ...site, permalink: expandPattern(permalink), ids: "jekyll-feed" } as const;
    const { id } = await compileOne(`---\n${frontMatter}---\nx`, source, { site: settings });
    expect(id).toBe(path === undefined ? "urn:x" : site.idBase + path);
  });
});
