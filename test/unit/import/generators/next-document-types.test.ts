import { describe, expect, it } from "vitest";
import { next } from "../../../../src/import/generators/next.ts";
import { addressesOf, plansOf } from "./in-memory-site.ts";

const text = (front = "") => `---\ntitle: A\ndate: 2024-01-02\n${front}---\nText`;
const reads = (list: string, rest = "") =>
  `import { ${list} } from "contentlayer/generated"; export default () => ${list}.find(({ slug }) => ${rest});`;
const contentlayer = (second: string) => ({
  "next.config.js": "module.exports = {}",
  "contentlayer.config.ts": `const Article = defineDocumentType(() => ({ name: "Article", filePathPattern: "articles/*.mdx" }));
    const Other = defineDocumentType(() => ({ name: "${second}", filePathPattern: "*.mdx" }));
    export default makeSource({ contentDirPath: "data/content", documentTypes: [Article, Other] });`,
  "pages/articles/[slug].tsx": reads("allArticles", "slug === params.slug"),
  "data/content/articles/moon.mdx": text(),
});
const moon = { "data/content/articles/moon.mdx": "/articles/moon" };
const feed = (...lists: string[]) => ({ "lib/rss.ts": `new Feed({}); ${lists.map((list) => `${list}.forEach(add)`).join("; ")}` });

describe("texts of a second type of documents", () => {
  it.each([
    ["OtherPage", "pages/now.tsx", "allOtherPages", "/now"],
    ["Diary", "src/pages/about/now.tsx", "allDiaries", "/about/now"],
    ["OtherPage", "app/(site)/now/page.tsx", "allOtherPages", "/now"],
    ["OtherPage", "pages/notes/[slug].tsx", "allOtherPages", "/notes/now"],
    ["OtherPage", "pages/later.tsx", "allOtherPages", undefined],
    ["OtherPage", "pages/now.tsx", "allArticles", undefined],
  ])("have the address of the page that reads them: %s in %s with %s", (name, page, list, address) => {
    const files = {
      ...contentlayer(name),
      [page]: reads(list, page.includes("[") ? "slug === params.slug" : page.includes("now") ? 'slug === "now"' : "slug"),
      "data/content/now.mdx": text(),
    };
    expect(addressesOf(next, files)).toEqual({ ...moon, "data/content/now.mdx": address });
  });

  it("have the page of their folder if code names no type", () => {
    const files = { ...contentlayer("OtherPage"), "pages/articles/[slug].tsx": "", "data/content/now.mdx": text() };
    expect(addressesOf(next, files)).toEqual({ ...moon, "data/content/now.mdx": "/articles/now" });
  });

  it("may state their type", () => {
    const files = { ...contentlayer("OtherPage"), "data/content/now.mdx": text("type: Article\n") };
    expect(addressesOf(next, files)).toEqual({ ...moon, "data/content/now.mdx": "/articles/now" });
  });

  it.each([
    [["allArticles"], "page"],
    [["allArticles", "allOtherPages"], "post"],
    [["posts"], "post"],
  ])("are posts if the feeds read them: %j", (lists, kind) => {
    const files = { ...contentlayer("OtherPage"), ...feed(...lists), "data/content/now.mdx": text() };
    expect(plansOf(next, files)).toMatchObject({ "data/content/articles/moon.mdx": { kind: "post" }, "data/content/now.mdx": { kind } });
  });

  it("may be a collection of Content Collections", () => {
    const files = {
      "next.config.js": "module.exports = {}",
      "content-collections.ts": `const posts = defineCollection({ name: "posts", directory: "content/posts", include: "*.md" });
        const stories = defineCollection({ name: "stories", directory: "content/stories", include: "*.md" });
        export default defineConfig({ collections: [posts, stories] });`,
      "app/blog/[slug]/page.tsx": reads("allPosts", "slug === params.slug"),
      "app/tales/[slug]/page.tsx": reads("allStories", "slug === params.slug"),
      "app/feed.xml/route.ts": `'<rss>'; ${reads("allPosts")}`,
      "content/posts/a.md": text(),
      "content/stories/b.md": text(),
    };
    expect(addressesOf(next, files)).toEqual({ "content/posts/a.md": "/blog/a", "content/stories/b.md": "/tales/b" });
    expect(plansOf(next, files)).toMatchObject({ "content/posts/a.md": { kind: "post" }, "content/stories/b.md": { kind: "page" } });
  });
});
