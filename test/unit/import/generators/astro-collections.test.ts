import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { addressesOf, open, plansOf } from "./in-memory-site.ts";

const dated = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
const page = "---\ntitle: Me\n---\nText";

function route(collection: string): string {
  return `---
import { getCollection } from "astro:content";
export async function getStaticPaths() {
  return (await getCollection("${collection}")).map((entry) => ({ params: { slug: entry.id }, props: entry }));
}
---
<p>text</p>`;
}

function siteWith(collections: Readonly<Record<string, string>>, routes = ["posts"]): Record<string, string> {
  const declared = Object.entries(collections).map(([name, options]) => `${name}: defineCollection({ loader: glob({ ${options} }) })`);
  return {
    "astro.config.mjs": "export default { site: 'https://lab.example' };",
    "src/content.config.ts": `import { glob } from "astro/loaders";\nexport const collections = { ${declared.join(", ")} };`,
    ...Object.fromEntries(routes.map((name) => [`src/pages/${name}/[...slug].astro`, route(name)])),
    "src/content/two.md": dated,
    "src/content/notes/one.md": dated,
    "src/content/about/me.md": page,
  };
}

const keys = (files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(plansOf(astro, files))
      .filter(([path]) => path.endsWith(".md"))
      .map(([path, plan]) => [path, plan === undefined ? undefined : plan.kind === "left out" ? plan.what : `${plan.kind} ${plan.target}`]),
  );

const root = "base: './src/content'";
const byPattern = "files that the pattern of their collection leaves out";
const posts = { "src/content/two.md": "post two.md", "src/content/notes/one.md": "post notes/one.md" };
const all = { ...posts, "src/content/about/me.md": "page about/me.md" };

describe("astro.plan() of collections that share folders", () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ["the root of the content", { posts: `pattern: '**/*.md', ${root}` }, all],
    ["a list of patterns", { posts: `pattern: ['**/*.md', '**/*.mdx'], ${root}` }, all],
    [
      "the patterns of several folders",
      { posts: `pattern: ['*.md', 'notes/**/*.md'], ${root}` },
      { ...posts, "src/content/about/me.md": byPattern },
    ],
    ["an exclusion", { posts: `pattern: ['**/*.md', '!**/about/**'], ${root}` }, { ...posts, "src/content/about/me.md": byPattern }],
    [
      "a deeper collection without pages",
      { posts: `pattern: ['**/*.md', '!**/about/**'], ${root}`, about: "pattern: '**/*.md', base: './src/content/about'" },
      { ...posts, "src/content/about/me.md": "entries of collections without a page for each entry" },
    ],
    [
      "a deeper collection without pages, in one with pages",
      { posts: `pattern: '**/*.md', ${root}`, about: "pattern: '**/*.md', base: './src/content/about'" },
      all,
    ],
  ])("copies the texts of subfolders: %s", (_name, collections, expected) => {
    const files = siteWith(collections);
    expect(keys(files)).toEqual(expected);
    expect(open(astro, files).notes).toEqual([]);
  });

  it("computes addresses from the base", () => {
    expect(plansOf(astro, siteWith({ posts: `pattern: '**/*.md', ${root}` }))).toMatchObject({
      "src/content/two.md": { address: { pattern: "/posts/:sections/:filename/" } },
      "src/content/notes/one.md": { address: { pattern: "/posts/:sections/:filename/" } },
    });
  });

  it("gives a text to the deepest collection with pages", () => {
    const collections = { posts: `pattern: '**/*.md', ${root}`, about: "pattern: '**/*.md', base: './src/content/about'" };
    expect(keys(siteWith(collections, ["posts", "about"]))).toEqual({
      "src/content/two.md": "post posts/two.md",
      "src/content/notes/one.md": "post posts/notes/one.md",
      "src/content/about/me.md": "page about/me.md",
    });
  });

  it.each([
    ["src", "base: 'src'", "content/"],
    ["the project", "base: '.'", "src/content/"],
    ["the project, without a base", "", "src/content/"],
  ])("distinguishes the pages of src/pages and the files about the repository from a collection of %s", (_name, base, prefix) => {
    const files = {
      ...siteWith({ posts: `pattern: '**/*.md', ${base}` }),
      "src/pages/imprint.md": page,
      "README.md": page,
    };
    expect(keys(files)).toEqual({
      "src/content/two.md": `post ${prefix}two.md`,
      "src/content/notes/one.md": `post ${prefix}notes/one.md`,
      "src/content/about/me.md": `page ${prefix}about/me.md`,
      "src/pages/imprint.md": "page imprint.md",
    });
  });

  it("uses the folder of its name for a collection with an unknown base", () => {
    const files = { ...siteWith({ notes: "pattern: '**/*.md', base: process.env.NOTES" }, ["notes"]) };
    expect(keys(files)).toMatchObject({ "src/content/notes/one.md": "post one.md" });
  });
});

describe("astro.plan() of entries whose page takes the id apart", () => {
  const expression = "/^(\\d{4})-(\\d{2})-(\\d{2})-(.+)$/";
  const params = "params: { year, month, day, slug }";
  const page = (code: string) => `---
import { getCollection } from "astro:content";
export async function getStaticPaths() {
  const posts = await getCollection("blog");
  return posts.map((post) => { ${code} });
}
---
<p>text</p>`;
  const addressOf = (route: string, code: string, text = "---\ntitle: A\n---\nText") => {
    const path = "src/content/blog/2024-01-02-moon.md";
    const files = { "astro.config.mjs": "export default {}", [`src/pages/${route}.astro`]: page(code), [path]: text };
    return addressesOf(astro, files)[path];
  };
  const dated = "[year]/[month]/[day]/[slug]";

  it.each([
    [dated, `const m = post.id.match(${expression}); const [, year, month, day, slug] = m; return { ${params} };`, "/2024/01/02/moon/"],
    [dated, `const [, year, month, day, slug] = post.id.match(${expression})!; return { ${params} };`, "/2024/01/02/moon/"],
    [dated, `const [, year, month, day, slug] = ${expression}.exec(post.slug) ?? []; return { ${params} };`, "/2024/01/02/moon/"],
    ["[year]/[...slug]", `const m = post.id.match(${expression}); return { params: { year: m[1], slug: m[4] } };`, "/2024/moon/"],
    [
      "b/[slug]",
      "const { groups } = post.id.match(/^\\d+-\\d\\d-\\d\\d-(?<name>.*)/); return { params: { slug: groups.name } };",
      "/b/moon/",
    ],
    ["[year]/[slug]", `const [, year] = post.id.match(/^(\\d{4})/); return { params: { year, slug: post.id } };`, "/2024/2024-01-02-moon/"],
    ["[slug]", "const [, slug] = post.id.match(/^(?:\\w+-)*(.*)/); return { params: { slug } };", undefined],
    ["[slug]", "const [, slug] = post.id.match(/(.*)(.*)(.*)/); return { params: { slug } };", undefined],
    ["[slug]", "const [, slug] = post.id.match(/^(x.*)/); return { params: { slug } };", undefined],
    ["[slug]", "const [, slug] = post.id.match(expression); return { params: { slug } };", undefined],
    ["[slug]", "const [, slug] = post.data.title.match(/(.*)/); return { params: { slug } };", "/A/"],
    [dated, `const [year, month, day, slug] = post.id.split("-"); return { ${params} };`, undefined],
    ["[year]/[slug]", 'const [year] = post.id.split("-"); return { params: { year, slug: post.id } };', undefined],
    ["[slug]", "const slug = post.id.slice(11); return { params: { slug } };", undefined],
    ["[slug]", "const slug = getPath(post); return { params: { slug } };", undefined],
    ["[slug]", "return { params: { slug: post.data.id } };", undefined],
    ["[slug]", "const slug = post.id; return { params: { slug } };", "/2024-01-02-moon/"],
    ["[slug]", "const { id: slug } = post; return { params: { slug } };", "/2024-01-02-moon/"],
  ])("makes the address of src/pages/%s with %s", (route, code, address) => {
    expect(addressOf(route, code)).toBe(address);
  });

  it("notes a page that computes the id", () => {
    const files = {
      "astro.config.mjs": "export default {}",
      "src/pages/[slug].astro": page("const slug = f(post); return { params: { slug } };"),
    };
    const site = open(astro, { ...files, "src/content/blog/a.md": "Text" });
    expect(site.notes).toEqual([expect.stringContaining("src/pages/[slug].astro computes the addresses of the collection blog")]);
  });
});

describe("astro.plan() of a site whose modules load several collections", () => {
  const loader = `export async function getAllAuthors() { return await getCollection("authors"); }
export async function getAllPosts() { const posts = await getCollection("blog"); return posts.filter((post) => !post.data.draft); }
export const getBoth = async () => [await getCollection("blog"), await getCollection("authors")];`;
  const page = (name: string) =>
    `import { ${name} } from "@/lib/data";
export async function getStaticPaths() { const posts = await ${name}(); return posts.map((post) => ({ params: { id: post.id } })); }
const authors = await getAllAuthors();`;
  const text = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
  it.each([
    ["getAllPosts", { "src/content/blog/a.md": "/blog/a/" }],
    ["getAllAuthors", { "src/content/authors/ann.md": "/blog/ann/" }],
  ])("publishes the collection that %s loads", (name, addresses) => {
    const files = {
      ...{ "astro.config.mjs": "export default {}", "src/lib/data.ts": loader, "src/pages/blog/[...id].astro": page(name) },
      ...{ "src/content/blog/a.md": text, "src/content/authors/ann.md": text },
    };
    expect(addressesOf(astro, files)).toEqual(addresses);
  });

  it("does not guess the collection of a function that loads two", () => {
    const files = { "astro.config.mjs": "export default {}", "src/lib/data.ts": loader, "src/pages/blog/[...id].astro": page("getBoth") };
    expect(addressesOf(astro, { ...files, "src/content/blog/a.md": text })).toEqual({ "src/content/blog/a.md": undefined });
  });

  const alias = '{ "compilerOptions": { "baseUrl": ".", "paths": { "#lib/*": ["src/lib/*"] } } }';
  const getPosts = "return (await getPosts()).map((post) => ({ params: { slug: post.id } }));";
  it.each<[string, string, Record<string, string>]>([
    ["a comment about the static paths", `// getStaticPaths does not work\nexport const getStaticPaths = async () => { ${getPosts} };`, {}],
    ["a comment with another collection", `/* getCollection("notes") */ export async function getStaticPaths() { ${getPosts} }`, {}],
    ["a type", `export const getStaticPaths = (async () => { ${getPosts} }) satisfies GetStaticPaths;`, {}],
    ["a page without static paths", "const posts = await getPosts(); const post = posts.find(({ id }) => id === slug);", {}],
    [
      "a function that calls another one",
      `export async function getStaticPaths() { ${getPosts} }`,
      {
        "src/lib/data.ts":
          'const load = async () => getCollection("blog");\nexport function getPosts() { return load(); }\ngetCollection("x");',
      },
    ],
    [
      "a module that exports another one",
      `export async function getStaticPaths() { ${getPosts} }`,
      {
        "src/lib/data.ts": 'export * from "./posts.js";',
        "src/lib/posts.ts": 'export const getPosts = () => getCollection("blog");\nexport const f = () => getCollection("notes");',
      },
    ],
    ["an alias of TypeScript", `export async function getStaticPaths() { ${getPosts} }`, { "tsconfig.json": alias }],
  ])("finds the collection of a page: %s", (_name, code, more) => {
    const files = {
      "astro.config.mjs": "export default {}",
      "src/lib/data.ts": 'export const getNote = () => getCollection("notes");\nexport const getPosts = async () => getCollection("blog");',
      "src/pages/posts/[...slug].astro": `---\nimport { getPosts } from "${"tsconfig.json" in more ? "#lib/data" : "../../lib/data"}";\n${code}\n---`,
      "src/pages/notes/[...slug].astro": route("notes"),
      ...{ ...more, "src/content/blog/a.md": text, "src/content/notes/b.md": text },
    };
    expect(addressesOf(astro, files)).toEqual({ "src/content/blog/a.md": "/posts/a/", "src/content/notes/b.md": "/notes/b/" });
  });

  it("keeps a collection with dated texts if the collection of a page is unknown", () => {
    const files = {
      "astro.config.mjs": "export default {}",
      "src/pages/posts/[...slug].astro": `---\nimport { getPosts } from "a-package";\nexport async function getStaticPaths() { ${getPosts} }\n---`,
      "src/pages/notes/[...slug].astro": route("notes"),
      ...{ "src/content/blog/a.md": text, "src/content/notes/b.md": text, "src/content/about/me.md": "---\ntitle: Me\n---\nText" },
    };
    expect(plansOf(astro, files)).toMatchObject({
      "src/content/blog/a.md": { kind: "post" },
      "src/content/notes/b.md": { kind: "post" },
      "src/content/about/me.md": { kind: "left out", what: "entries of collections without a page for each entry" },
    });
    expect(open(astro, files).notes).toEqual([expect.stringContaining("publishes the collection blog: its addresses are unknown")]);
  });
});

describe("names that begin with _", () => {
  const files = { "src/data/_a.md": dated, "src/data/b.md": dated, "src/data/_c/d.md": dated, "src/data/_drafts/_e.md": dated };
  const [a, b, d, e] = Object.keys(files) as [string, string, string, string];
  const targets = { [a]: "post a.md", [b]: "post b.md", [d]: "post c/d.md", [e]: "post drafts/e.md" };
  const addresses = { [a]: "/posts/_a/", [b]: "/posts/b/", [d]: "/posts/_c/d/", [e]: "/posts/_drafts/_e/" };

  it.each<readonly [string, string[]]>([
    ["'**/*.md'", []],
    ["'**/[^_]*.md'", [a, e]],
    ["'[^_]*.md'", [a, d, e]],
    ["['**/*.md', '!**/_*.md']", [a, e]],
    ["['**/*.md', '!_c']", [d]],
  ])("are published if the loader selects them: %s", (pattern, excluded) => {
    const site = { ...siteWith({ posts: `base: './src/data', pattern: ${pattern}` }), ...files };
    const without = Object.fromEntries(excluded.map((path) => [path, byPattern]));
    expect(keys(site)).toMatchObject({ ...targets, ...without });
    const published = Object.entries(addresses).filter(([path]) => !excluded.includes(path));
    expect(addressesOf(astro, site)).toEqual(Object.fromEntries(published));
  });

  it("are left out of a collection without a loader", () => {
    const what = "files whose name, or that of a folder, begins with _";
    const own = { "src/content/notes/_a.md": dated, "src/content/notes/_b/c.md": dated };
    expect(keys({ ...siteWith({}, ["notes"]), ...own })).toMatchObject({
      "src/content/notes/one.md": "post one.md",
      "src/content/notes/_a.md": what,
      "src/content/notes/_b/c.md": what,
    });
  });
});
