import { describe, expect, it } from "vitest";
import { compileAll, compileOne, site } from "../sample.ts";

async function pathOf(yaml: string, permalink = "/articles/:slug", source = "notes/moon.md"): Promise<string> {
  const text = `---\ndate: 2024-11-06T23:30:00Z\n${yaml}\n---\nText`;
  return (await compileOne(text, source, { site: { ...site, permalink } })).path;
}

describe("permalinkOf()", () => {
  it.each([
    ["/articles/:slug", "/articles/notes/moon"],
    ["/:slug/", "/notes/moon/"],
    ["/:year/:month/:day/:slug", "/2024/11/07/notes/moon"], // the day in Berlin
    ["/:category/:slug.html", "/r-d/notes/moon.html"],
    ["/:short_year/:i_month/:i_day/:y_day/:title:output_ext", "/24/11/7/312/notes/moon.html"],
    ["/:year/W:week/:short_day/:hour-:minute-:second/:name/", "/2024/W45/Thu/00-30-00/moon/"],
    ["/:monthname/:short_month/:yearday/:filename", "/november/Nov/312/moon"],
    ["/:section/:slug/", "/notes/moon/"],
    ["/:sections/:contentbasename", "/notes/moon"],
    ["/:categories/:title/", "/notes/moon/"],
  ])("fills in the pattern %s", async (pattern, expected) => {
    expect(await pathOf("tags: [R&D, Sky]", pattern)).toBe(expected);
  });

  it("reads Jekyll's posts as Jekyll does", async () => {
    const source = "sky/_posts/old/2024-11-06-Full_Moon's.md";
    expect(await pathOf("categories: [Ü b, C]", "/:categories/:year/:month/:day/:title:output_ext", source)).toBe(
      "/sky/%C3%BC%20b/c/2024/11/07/Full_Moon's.html",
    );
    expect(await pathOf("slug: other", "/:title/", source)).toBe("/other/");
    expect(await pathOf("", "/:slug/", source)).toBe("/full-moon-s/");
    expect(await pathOf("", "/:categories/:slug/", source)).toBe("/sky/full-moon-s/");
  });

  it.each([
    ["/posts/:filename/", "/posts/2024-11-06-full-moon/"],
    ["/posts/:slugorfilename/", "/posts/2024-11-06-full-moon/"],
    ["/posts/:slugortitle/", "/posts/the-moon/"],
    ["/posts/:slugorcontentbasename/", "/posts/2024-11-06-full-moon/"],
    ["/:section/:name/", "/a/Full-Moon/"],
    ["/:sections/:post_title/", "/a/b/the-moon/"],
    ["/:title/", "/Full-Moon/"],
  ])("fills in patterns of Hugo and Hexo: %s", async (pattern, expected) => {
    expect(await pathOf("title: The Moon", pattern, "a/b/2024-11-06-Full Moon/index.md")).toBe(expected);
  });

  it.each(["slug", "title", "slugortitle", "slugorfilename", "slugorcontentbasename"])(
    "uses the slug of the article for :%s",
    async (token) => {
      expect(await pathOf("slug: sky/far", `/:${token}/`)).toBe("/sky/far/");
      expect(await pathOf("slug: far", `/:sections/:${token}/`)).toBe("/notes/far/");
    },
  );

  it("uses the name of an article without a title", async () => {
    expect(await pathOf("", "/:post_title/")).toBe("/moon/");
  });

  it("puts a translation below its language, unless that is the site's", async () => {
    const text = "---\ndate: 2024-11-06\n---\n## A\n\nText";
    const { entries, problems } = await compileAll({
      "moon/index.md": text,
      "moon/index.de.md": text,
      "sun.en.md": text,
      "sun.de.md": text,
    });
    expect(problems).toEqual([]);
    expect(entries.map(({ path, language, content }) => [path, language, /id="[^"]*"/.exec(content)?.[0]]).sort()).toEqual([
      ["/articles/moon", "en", 'id="moon-a"'],
      ["/articles/sun", "en", 'id="en--sun-a"'],
      ["/de/articles/moon", "de", 'id="de--moon-a"'],
      ["/de/articles/sun", "de", 'id="de--sun-a"'],
    ]);
  });

  it.each([
    ["en-GB", "/articles/moon"],
    ["de", "/en/articles/moon"],
  ])("adds a prefix for English on a site in %s, if it differs", async (language, expected) => {
    const text = "---\ndate: 2024-11-06\n---\nText";
    expect((await compileOne(text, "moon/index.en.md", { site: { ...site, language } })).path).toBe(expected);
  });

  it("gives advice about an unsupported template", async () => {
    expect((await compileAll({ "a.md": "---\ndate: 2024-11-06\npermalink: /{{ x | y }}/\n---\nText" })).problems).toEqual([
      'articles/a.md:3:12 error Cannot use permalink "/{{ x | y }}/": it is a template of another generator; write the path that it makes',
    ]);
    expect((await compileAll({ "a.md": "---\ndate: 2024-11-06\nurl: /{{ x }}/\n---\nText" })).problems).toEqual([
      'articles/a.md:3:6 error Cannot use url "/{{ x }}/": it is a template of another generator; write the path that it makes',
    ]);
  });

  it("uses a default for a missing category", async () => {
    expect(await pathOf("title: x", "/:category/:slug")).toBe("/uncategorized/notes/moon");
  });

  it.each([
    ["slug: Full Moon!", "/articles/full-moon"],
    ["slug: sky/moon", "/articles/sky/moon"],
    ["slug: ../../x", "/articles/untitled/untitled/x"],
    ["slug: /sky//moon/", "/articles/sky/moon"],
    ["slug: 月", "/articles/%E6%9C%88"],
    ["permalink: /moon/", "/moon/"],
    ["permalink: moon", "/moon"],
    ["url: https://old.example/2024/moon?x#y", "/2024/moon"],
    ["path: /a b/ü%20c/100%", "/a%20b/%C3%BC%20c/100%25"],
    ["permalink: //evil.example/x", "/evil.example/x"],
    ["permalink: '\\\\evil.example\\x'", "/%5C%5Cevil.example%5Cx"],
    ["permalink: /a/../../b", "/b"],
    ["permalink: 'a:b'", "/a:b"],
    ["permalink: /:year/:title/", "/2024/notes/moon/"],
    ["permalink: /:categories/:title.html\ncategories: [A, B]", "/a/b/notes/moon.html"],
    ["permalink: /:categories/:title.html", "/notes/moon.html"],
    ["permalink: pretty", "/2024/11/07/notes/moon/"],
    ["permalink: https://old.example:8080/:year//x", "/2024/x"],
    ["permalink: /about/index.html", "/about/"],
    ["permalink: /about/index.html5", "/about/index.html5"],
    ["permalink: /a//b", "/a//b"],
    ["permalink: '/{{ page.date | date: \"%Y/%m\" }}/{{ page.fileSlug }}/index.html'", "/2024/11/moon/"],
    ["permalink: '/{{ title | slugify }}/'\ntitle: Full Moon", "/full-moon/"],
    ["permalink: /:nothing/:title", "/:nothing/notes/moon"],
  ])("uses the article's own permalink: %s", async (yaml, expected) => {
    expect(await pathOf(yaml)).toBe(expected);
  });

  it.each([
    ["permalink: /a?b=c", 'query in permalink "/a?b=c": the address is "/a"; write permalink: /a'],
    ["permalink: /a#b?c", 'fragment in permalink "/a#b?c": the address is "/a"; write permalink: /a'],
    ["permalink: /../../etc/", 'dots in permalink "/../../etc/": the address is "/etc/"; write permalink: /etc/'],
    ["permalink: /a/./b", 'dots in permalink "/a/./b": the address is "/a/b"; write permalink: /a/b'],
    ["permalink: /a/%2E%2e/b", 'dots in permalink "/a/%2E%2e/b": the address is "/b"; write permalink: /b'],
    ["url: https://old.example/a/?x", 'query in url "https://old.example/a/?x": the address is "/a/"; write url: /a/'],
  ])("warns about a part of a permalink that an address cannot have: %s", async (yaml, expected) => {
    const { problems } = await compileAll({ "a.md": `---\ndate: 2024-11-06\n${yaml}\n---\nText` });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`:3:\\d+ warning Cannot keep the ${RegExp.escape(expected)}$`))]);
  });

  it.each(["/.well-known/a", "/a..b/", "/a/...", "https://old.example:8080/a"])("keeps the permalink %s", async (permalink) => {
    expect((await compileAll({ "a.md": `---\ndate: 2024-11-06\npermalink: ${permalink}\n---\nText` })).problems).toEqual([]);
  });

  it.each([
    ["a slug", `slug: ${"a".repeat(2500)}`, "3:7"],
    ["a path", `permalink: /${"a/".repeat(1200)}`, "3:12"],
    ["a path that is too long once it is encoded", `url: /${"月".repeat(300)}`, "3:6"],
    ["tokens", `title: ${"a".repeat(400_000)}\npermalink: /${":slugortitle/".repeat(150)}`, "4:12"],
    ["categories", `tags: [${"a".repeat(400_000)}]\npermalink: /${":category/".repeat(150)}`, "4:12"],
    ["templates", `title: ${"a".repeat(400_000)}\npermalink: /${"{{ title | slugify }}/".repeat(80)}`, "4:12"],
  ])("rejects %s that would make an address too long", async (_, yaml, place) => {
    const { entries, problems } = await compileAll({
      "a.md": `---\ndate: 2024-11-06\n${yaml}\n---\nText`,
      "b.md": "---\ndate: 2024-11-06\n---\nText",
    });
    expect(problems).toEqual([
      `articles/a.md:${place} error Cannot make an address of more than 2000 characters: give the article a shorter slug or permalink`,
    ]);
    expect(entries.map(({ source }) => source)).toEqual(["b.md"]);
  });

  it("accepts an address of 2000 characters", async () => {
    const slug = "a".repeat(2000 - "/articles/".length);
    expect(await pathOf(`slug: ${slug}`)).toBe(`/articles/${slug}`);
  });
});
