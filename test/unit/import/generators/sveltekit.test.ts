import { describe, expect, it } from "vitest";
import { sveltekit } from "../../../../src/import/generators/sveltekit.ts";
import { addressesOf, type Files, folderWith, plansOf } from "./in-memory-site.ts";
import { openSite } from "./planned-site.ts";

const post = (day: number, more = "") => `---\ntitle: A${day}\ndate: 2024-02-0${day}\n${more}---\nText`;
const kit = {
  "package.json": '{"devDependencies":{"@sveltejs/kit":"2"}}',
  "svelte.config.js": "export default { extensions: ['.svelte', '.md', '.svx'], kit: {} };",
  "src/app.html": '<html lang="ko"><body>%sveltekit.body%</body></html>',
  "src/routes/+layout.svelte": "<slot />",
};
const pageAt = (folder: string, load: string) => ({ [`${folder}/+page.svelte`]: "{data}", [`${folder}/+page.js`]: load });
const globOf = (pattern: string) =>
  `const all = import.meta.glob("${pattern}", { eager: true }); export const load = ({ params }) => all[params.slug];`;

describe("sveltekit", () => {
  it("publishes Markdown of the routes at the address of its folder", () => {
    const files = {
      ...kit,
      "src/routes/(site)/blog/a/+page.md": post(1),
      "src/routes/blog/b/+page.svx": post(2),
      "src/routes/blog/b/pic.png": "",
      "src/routes/about/+page.md": "---\ntitle: T\n---\nText",
      "src/routes/+page.md": "Text",
      "src/routes/tags/[tag]/+page.md": "Text",
      "src/routes/blog/b/notes.md": "Text",
    };
    expect(addressesOf(sveltekit, files)).toEqual({
      "src/routes/(site)/blog/a/+page.md": "/blog/a",
      "src/routes/blog/b/+page.svx": "/blog/b",
      "src/routes/about/+page.md": "/about",
      "src/routes/+page.md": "/",
    });
    expect(plansOf(sveltekit, files)).toMatchObject({
      "src/app.html": undefined,
      "src/routes/(site)/blog/a/+page.md": { kind: "post", target: "blog/a/index.md" },
      "src/routes/blog/b/+page.svx": { kind: "post", target: "blog/b/index.md" },
      "src/routes/blog/b/pic.png": { kind: "media", target: "blog/b/pic.png" },
      "src/routes/about/+page.md": { kind: "page" },
      "src/routes/tags/[tag]/+page.md": { kind: "left out", what: "templates of dynamic routes" },
    });
  });

  it("publishes the Markdown of routes before version 1 by the names of its files", () => {
    const { "src/routes/+layout.svelte": _, ...old } = kit;
    const files = {
      ...old,
      "src/routes/__layout.svelte": "<slot />",
      ...{ "src/routes/blog/a.md": post(1), "src/routes/blog/b/index.svx": post(2), "src/routes/_draft.md": post(3) },
    };
    expect(addressesOf(sveltekit, files)).toEqual({ "src/routes/blog/a.md": "/blog/a", "src/routes/blog/b/index.svx": "/blog/b" });
  });

  it.each<[string, string, Files]>([
    ["src/content/blog", "src/content/blog/a.md", pageAt("src/routes/blog/[slug]", globOf("../../../content/blog/*.md"))],
    ["src/posts, with an alias", "src/posts/a.md", pageAt("src/routes/blog/[slug]", globOf("$posts/*.md"))],
    [
      "src/lib/posts, by a module",
      "src/lib/posts/a.svx",
      {
        ...pageAt("src/routes/blog/[slug]", 'import { posts } from "$lib/posts"; export const load = () => posts;'),
        "src/lib/posts.ts": 'export const posts = import.meta.glob<() => Promise<Post>>(["/src/lib/posts/*.{md,svx}", "!**/_*"]);',
      },
    ],
    ["static/posts", "static/posts/a.md", pageAt("src/routes/blog/[...slug]", globOf("/static/posts/**/*.md"))],
    ["a folder for each post", "posts/a/index.md", pageAt("src/routes/(site)/blog/[slug]", globOf("/posts/*/index.md"))],
    [
      "an import with a name",
      "posts/a.md",
      pageAt("src/routes/blog/[post]", `export const load = ({ params }) => import(\`../../../../posts/\${params.post}.md\`);`),
    ],
    ["a component with a version", "posts/a.svelte.md", pageAt("src/routes/blog/[slug=word]", globOf("/posts/*.svelte.md"))],
  ])("publishes the texts of %s at the route that reads them", (_name, path, files) => {
    const config = { "svelte.config.js": "export default { kit: { alias: { $posts: 'src/posts' } } }" };
    const site = openSite(sveltekit, { ...kit, ...config, ...files, [path]: post(1) });
    expect(site.plan(path)).toMatchObject({ kind: "post", target: path.includes("index") ? "a/index.md" : expect.stringMatching(/^a\./) });
    expect(site.plan(path)).not.toHaveProperty("isGuess");
    expect(addressesOf(sveltekit, { ...kit, ...config, ...files, [path]: post(1) })[path]).toBe("/blog/a");
    expect(site.site.notes).toEqual([]);
  });

  it.each<[string, string, Files, boolean]>([
    ["a slug of the front matter", "/blog/own", pageAt("src/routes/blog/[slug]", globOf("/posts/*.md")), true],
    [
      "a slug that an import does not read",
      "/blog/a",
      pageAt("src/routes/blog/[slug]", `export const load = ({ params }) => import(\`../../../../posts/\${params.slug}.md\`);`),
      false,
    ],
    ["code that makes slugs", "/blog/own", pageAt("src/routes/blog/[slug]", `${globOf("/posts/*.md")} slugify(title)`), true],
    [
      "an endpoint",
      "/blog/own",
      { ...pageAt("src/routes/blog/[slug]", "fetch('/api/' + params.slug)"), "src/routes/api/[slug]/+server.js": globOf("/posts/*.md") },
      true,
    ],
  ])("calls an address of %s a guess if code may compute it", (_name, address, files, isGuess) => {
    const all = { ...kit, ...files, "posts/a.md": post(1, "slug: own\n") };
    expect(addressesOf(sveltekit, all)["posts/a.md"]).toBe(address);
    expect(openSite(sveltekit, all).plan("posts/a.md")).toEqual(
      isGuess ? expect.objectContaining({ isGuess }) : expect.not.objectContaining({ isGuess: true }),
    );
  });

  it.each<[string, Files]>([
    ["no page", {}],
    ["a page of tags", pageAt("src/routes/[tag]", globOf("/posts/*.md"))],
    ["a page below another parameter", pageAt("src/routes/[lang]/[slug]", globOf("/posts/*.md"))],
    ["two pages", { ...pageAt("src/routes/a/[slug]", globOf("/posts/*.md")), ...pageAt("src/routes/b/[slug]", globOf("/posts/*.md")) }],
  ])("imports texts of %s, and says that their addresses are unknown", (_name, files) => {
    const { addressOf, plan, site } = openSite(sveltekit, { ...kit, ...files, "posts/x.md": post(1) });
    expect([plan("posts/x.md")?.kind, addressOf("posts/x.md")]).toEqual(["post", "unknown"]);
    expect(site.notes).toEqual([expect.stringMatching(/^Cannot find the page .*write permalink into the settings: posts\/x\.md$/)]);
  });

  it("leaves out texts that the patterns of its code leave out, and names them", () => {
    const files = {
      ...kit,
      ...pageAt("src/routes/blog/[slug]", globOf("/posts/*.md")),
      "posts/a.md": post(1),
      "posts/drafts/b.md": post(2),
    };
    expect(plansOf(sveltekit, files)["posts/drafts/b.md"]).toEqual({
      kind: "left out",
      what: "Markdown files that no source of the old site reads",
    });
  });

  it("imports dated texts that it reads in another way, and those next to them, but no other ones", () => {
    const files = {
      ...kit,
      "src/content/a.md": post(1),
      "src/content/b.md": "Text",
      "src/content/created.md": "---\ncreatedAt: 2024-01-01\n---\nText",
      "src/quotes/c.md": "Text",
      "src/lib/Quotes.svelte": "<script>const all = import.meta.glob('/src/quotes/*.md')</script>",
      "tests/d.md": post(2),
      "README.md": post(3),
      "CLAUDE.md": post(4),
    };
    const plans = plansOf(sveltekit, files);
    expect(plans).toMatchObject({
      "src/content/a.md": { kind: "post", target: "a.md" },
      "src/content/b.md": { kind: "page", target: "b.md" },
    });
    for (const path of ["src/quotes/c.md", "tests/d.md", "README.md", "CLAUDE.md"]) expect(plans[path]).toBeUndefined();
    expect(plans["src/content/created.md"]).toBeDefined();
  });

  it("keeps the names of several folders", () => {
    const files = {
      ...kit,
      ...pageAt("src/routes/blog/[slug]", globOf("/content/blog/*.md")),
      ...pageAt("src/routes/notes/[slug]", globOf("/content/notes/*.md")),
      ...{ "content/blog/a.md": post(1), "content/notes/a.md": post(2), "content/notes/a.png": "" },
    };
    expect(plansOf(sveltekit, files)).toMatchObject({
      "content/blog/a.md": { target: "blog/a.md" },
      "content/notes/a.md": { target: "notes/a.md" },
      "content/notes/a.png": { kind: "media", target: "notes/a.png" },
    });
    expect(addressesOf(sveltekit, files)).toEqual({ "content/blog/a.md": "/blog/a", "content/notes/a.md": "/notes/a" });
  });

  it("respects the path of the site, and slashes at the end of addresses", () => {
    const files = {
      ...kit,
      "svelte.config.js":
        "const dev = false; export default { kit: { paths: { base: '/me' }, files: { routes: 'pages', assets: 'files' } } }",
      ...{ "pages/+layout.ts": "export const trailingSlash: string = 'always';", "pages/a/+page.md": post(1), "files/b.png": "" },
    };
    expect(addressesOf(sveltekit, files)).toEqual({ "pages/a/+page.md": "/me/a/" });
    expect(plansOf(sveltekit, files)["files/b.png"]).toEqual({ kind: "media", target: "b.png" });
  });

  it.each<[string, Files, object]>([
    [
      "a module",
      { "src/lib/site.js": "export const title = 'Moon'; export const url = 'https://moon.example'; export const author = 'Ann';" },
      { title: "Moon", url: "https://moon.example", author: { name: "Ann" } },
    ],
    [
      "a table of a module",
      { "src/lib/config/index.ts": "", "src/lib/info.ts": "export const site = { siteTitle: 'Moon', siteUrl: 'https://moon.example' };" },
      { title: "Moon", url: "https://moon.example" },
    ],
    [
      "constants",
      {
        "src/lib/config.js":
          "export const siteTitle = 'Moon'; export const siteURL = 'https://moon.example'; export const siteAuthor = 'Ann'",
      },
      { title: "Moon", url: "https://moon.example", author: { name: "Ann" } },
    ],
    [
      "the head",
      { "src/routes/+layout.svelte": "<svelte:head><title>Moon</title><meta name='description' content='Dark'></svelte:head>" },
      { title: "Moon", description: "Dark", language: "ko" },
    ],
    [
      "the origin of prerendered pages",
      { "svelte.config.js": "export default { kit: { prerender: { origin: 'https://moon.example' } } }" },
      { url: "https://moon.example" },
    ],
    ["no repository", { "src/lib/config.js": "export const url = 'https://github.com/ann/moon'" }, { url: undefined, language: "ko" }],
  ])("reads the settings of %s", (_name, files, settings) => {
    expect(openSite(sveltekit, { ...kit, ...files }).site.settings).toMatchObject(settings);
  });

  it("finds the feeds, and the ids that they have", () => {
    const feed = `return \`<rss><channel><title>Moon</title>\${posts.map((p) => \`<item><guid>https://moon.example/b/\${p.slug}</guid></item>\`)}</channel></rss>\``;
    const files = {
      ...kit,
      "src/routes/rss.xml/+server.js": feed,
      "src/routes/api/posts/+server.js": "json(posts)",
      "static/feed.xml": "<rss>",
    };
    const { site } = openSite(sveltekit, files);
    expect(site.lists).toEqual([
      { path: "/rss.xml", format: expect.anything() },
      { path: "/feed.xml", format: expect.anything() },
    ]);
    expect(site.settings.title).toBe("Moon");
  });

  it.each<[string, Files]>([
    ["Svelte without the kit", { "svelte.config.js": "export default {}", "src/App.svelte": "", "package.json": "{}" }],
    ["a package that depends on another one", { "package.json": '{"devDependencies":{"svelte":"5"}}', "posts/a.md": post(1) }],
  ])("rejects %s", (_name, files) => {
    expect(sveltekit.open(folderWith(files))).toBeUndefined();
  });
});
