import { describe, expect, it } from "vitest";
import { next } from "../../../../src/import/generators/next.ts";
import { addressesOf, plansOf } from "./in-memory-site.ts";

const text = (brand: string) => `---\ntitle: A\ndate: 2024-02-03\nbrand: ${brand}\n---\nText`;
const blogs = "app/blogs/[...slug]/page.tsx";
const projects = "app/projects/[slug]/page.tsx";
const find = (condition = "") => `const post = allPosts.find((post) => ${condition}post.slug === params.slug);`;
const posts = { "posts/a.mdx": text("blog"), "posts/b.mdx": text("project") };
const link = (code: string) => ({ "components/Card.tsx": `const href = ${code};` });
const site = (files: Readonly<Record<string, string>>) => ({ "next.config.mjs": "export default {};", ...posts, ...files });
const byBrand = { "posts/a.mdx": "/blogs/a", "posts/b.mdx": "/projects/b" };
const unknown = { "posts/a.mdx": undefined, "posts/b.mdx": undefined };
const allBlogs = { "posts/a.mdx": "/blogs/a", "posts/b.mdx": "/blogs/b" };

describe("two pages of Next.js that publish the same collection", () => {
  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string | undefined>>]>([
    ["conditions", { [blogs]: find('post.brand === "blog" && '), [projects]: find('post.brand === "project" && ') }, byBrand],
    ["a condition of one", { [blogs]: find(), [projects]: find('post.brand === "project" && ') }, byBrand],
    ["a link", { [blogs]: find(), [projects]: find(), ...link(`brand === "blog" ? \`/blogs/\${url}\` : \`/projects/\${url}\``) }, byBrand],
    [
      "a reversed link",
      { [blogs]: find(), [projects]: find(), ...link(`brand !== 'blog' ? \`/projects/\${url}\` : \`/blogs/\${url}\``) },
      byBrand,
    ],
    ["links to one", { [blogs]: find(), [projects]: find(), ...link(`\`/blogs/\${post.slug}\``) }, allBlogs],
    ["links to both", { [blogs]: find(), [projects]: find(), ...link(`[\`/blogs/\${post.slug}\`, \`/projects/\${post.slug}\`]`) }, unknown],
    ["no links", { [blogs]: find(), [projects]: find() }, unknown],
    ["a function", { [blogs]: "getPostBySlug(slug)", [projects]: "getPostBySlug(slug)" }, unknown],
    ["functions of different folders", { [blogs]: 'getFileBySlug("blog", slug)', [projects]: 'getFileBySlug("projects", slug)' }, allBlogs],
    ["a list", { [blogs]: find(), [projects]: "allPosts.filter((post) => post.tags.includes(slug))" }, allBlogs],
    ["a comment", { [blogs]: find(), [projects]: `// ${find()}` }, allBlogs],
    ["a language", { [blogs]: find(), "app/[locale]/blogs/[...slug]/page.tsx": find(), "middleware.ts": "rewrite(url)" }, allBlogs],
    ["a page below", { [blogs]: find(), "app/blogs/[slug]/edit/page.tsx": find() }, allBlogs],
  ])("with %s", (_name, files, addresses) => {
    expect(addressesOf(next, site(files))).toEqual(addresses);
  });

  it("has unknown addresses with several parameters", () => {
    const page = "app/projects/[slug]/[detail]/page.tsx";
    const files = site({ [blogs]: find(), [page]: find(), ...link(`brand === "blog" ? \`/blogs/\${url}\` : \`/projects/\${url}\``) });
    expect(addressesOf(next, files)).toEqual({ "posts/a.mdx": "/blogs/a", "posts/b.mdx": undefined });
    expect(plansOf(next, files)["posts/b.mdx"]).toMatchObject({ addressFault: `Cannot compute the parameters of ${page}` });
  });

  it("names the pages if none fits", () => {
    expect(plansOf(next, site({ [blogs]: find(), [projects]: find() }))["posts/a.mdx"]).toMatchObject({
      addressFault: `Cannot decide which page published it, ${blogs} or ${projects}`,
    });
  });
});
