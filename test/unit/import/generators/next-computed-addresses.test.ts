import { describe, expect, it } from "vitest";
import { next } from "../../../../src/import/generators/next.ts";
import { addressesOf, open } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";
const site = { "next.config.mjs": "export default {};", "app/[...slug]/page.tsx": "", "app/essays/[slug]/page.tsx": "" };

function contentlayer(resolve: string, options = "filePathPattern: 'posts/**/*.mdx'") {
  return {
    "contentlayer.config.ts": `
import { defineDocumentType, makeSource } from 'contentlayer/source-files'
const computedFields: ComputedFields = { url: { type: 'string', resolve: ${resolve} } };
export const Post = defineDocumentType(() => ({ name: 'Post', ${options}, computedFields }))
export default makeSource({ contentDirPath: './content', documentTypes: [Post] })`,
  };
}

const addressIn = (files: Readonly<Record<string, string>>, text = post, path = "content/posts/moon.mdx") =>
  addressesOf(next, { ...site, ...files, [path]: text })[path];

describe("the addresses that Contentlayer computes", () => {
  it.each([
    [`(doc) => \`/\${doc._raw.flattenedPath}\``, "/posts/moon"],
    ["doc => '/' + doc._raw.flattenedPath", "/posts/moon"],
    [`(post) => \`/essays/\${post._raw.flattenedPath.replace('posts/', '')}\``, "/essays/moon"],
    [`(post) => \`/essays/\${post._raw.flattenedPath.replace(/^posts\\//, '')}\``, "/essays/moon"],
    [`(post) => \`/essays/\${post._raw.flattenedPath.replace(/^.+?(\\/)/, '')}/\``, "/essays/moon"],
    [`(post) => \`/essays/\${post._raw.sourceFileName.replace(/\\.mdx$/, '')}\``, "/essays/moon"],
    [`(post) => \`/essays/\${post._raw.flattenedPath.split('/').slice(1).join('/')}\``, "/essays/moon"],
    [`(post) => \`/essays/\${post._raw.flattenedPath.split('/').pop()}\``, "/essays/moon"],
    [`(post) => { const name = post._id.split('/')[1]; return \`/essays/\${name.replace('.mdx', '')}\` }`, "/essays/moon"],
    [`(post) => \`/essays/\${post.slug ?? post._raw.flattenedPath.slice(6)}\``, "/essays/moon"],
  ])("are those of %s", (resolve, address) => expect(addressIn(contentlayer(resolve))).toBe(address));

  it("have values of front matter", () => {
    const files = contentlayer(`(post) => \`/essays/\${post.slug}\``);
    expect(addressIn(files, post.replace("title", "slug: full-moon\ntitle"))).toBe("/essays/full-moon");
  });

  it.each([
    ["calls of packages", `(post) => \`/essays/\${slugify(post.title)}\``, undefined],
    ["a value that is missing", `(post) => \`/essays/\${post.slug}\``, undefined],
    ["a page that does not exist", `(post) => \`https://example.org/\${post._raw.flattenedPath}\``, undefined],
    ["an expression that may be slow", `(post) => \`/\${post._raw.flattenedPath.replace(/(a+)+$/, '')}\``, undefined],
    ["other texts", `(post) => \`/\${post._raw.flattenedPath}\``, "filePathPattern: 'notes/*.mdx'"],
  ])("are unknown for %s", (_name, resolve, options) => {
    const files = { ...site, ...contentlayer(resolve, options), "content/posts/moon.mdx": post };
    expect(addressesOf(next, files)["content/posts/moon.mdx"]).toBeUndefined();
    expect(open(next, files).notes).toEqual([expect.stringContaining("Cannot find the page that publishes content")]);
  });

  it("are used if a page can have them", () => {
    const files = { "next.config.mjs": "export default {};", "app/blog/[slug]/page.tsx": "", "app/notes/[slug]/page.tsx": "" };
    const own = { ...files, ...contentlayer(`(post) => \`/blog/\${post._raw.flattenedPath.slice(6)}\``), "content/posts/moon.mdx": post };
    expect([addressesOf(next, own)["content/posts/moon.mdx"], open(next, own).notes]).toEqual(["/blog/moon", []]);
    const lost = { ...files, ...contentlayer(`(post) => \`/blog/\${post._raw.flattenedPath}\``), "content/posts/moon.mdx": post };
    expect(addressesOf(next, lost)["content/posts/moon.mdx"]).toBe("/blog/moon");
  });
});

describe("the addresses that other packages compute", () => {
  it.each([
    [
      "velite.config.ts",
      `const posts = defineCollection({ name: 'Post', pattern: 'posts/**/*.mdx', schema: s.object({ slug: s.path() }).transform((data) => ({ ...data, permalink: \`/essays/\${data.slug.replace('posts/', '')}\` })) })`,
    ],
    [
      "content-collections.ts",
      `const posts = defineCollection({ name: 'posts', directory: 'content/posts', include: '**/*.mdx', transform: (doc) => ({ ...doc, url: \`/essays/\${doc._meta.path}\` }) })`,
    ],
  ])("are read from %s", (path, source) => expect(addressIn({ [path]: source })).toBe("/essays/moon"));
});
