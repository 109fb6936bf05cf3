import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { open, planOf } from "./in-memory-site.ts";

const route = (name: string) => `---
export async function getStaticPaths() {
  return (await getCollection("${name}")).map((post) => ({ params: { slug: post.id } }));
}
---`;
const both = '[...(await getCollection("blog")), ...(await getCollection("notes"))]';
const plain = "trailingSlash: false,";

/** A site with a feed of two collections: its ids, and the notes about them. */
function feedOf(code: string, items: string, options = plain, note = ""): { readonly ids: unknown[]; readonly notes: readonly string[] } {
  const feed = `import rss from "@astrojs/rss";
export async function GET(context) {
  ${code}
  return rss({ title: "Wren", description: "On wrens", site: context.site, ${options} items: ${items.replace(/<([\w.]+)>/g, "$\u007b$1}")} });
}`;
  const files = {
    "astro.config.mjs": 'export default { site: "https://wren.example" };',
    "src/pages/blog/[...slug].astro": route("blog"),
    "src/pages/notes/[...slug].astro": route("notes"),
    "src/pages/rss.xml.js": feed,
    "src/content/blog/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nText",
    "src/content/notes/n.md": `---\ntitle: N\ndate: 2024-01-03\n${note}\n---\nText`,
  };
  const site = open(astro, files);
  const corrections = (["src/content/blog/a.md", "src/content/notes/n.md"] as const).map((path) => planOf(site, path, files[path]));
  const ids = corrections.map((plan) => (plan !== undefined && "corrections" in plan ? plan.corrections?.["id"] : undefined));
  return { ids, notes: site.notes };
}

const ids = ["https://wren.example/blog/a", "https://wren.example/notes/n"];
const twoMaps = "[...posts.map((post) => ({ link: `/blog/<post.id>` })), ...notes.map(({ id }) => ({ link: `/notes/<id>` }))]";
const loaded = 'const posts = await getCollection("blog"); const notes = await getCollection("notes");';

describe("the ids of a feed of several collections", () => {
  it.each([
    [`const all = ${both}.sort((a, b) => b.data.date - a.data.date);`, "all.map((p) => ({ link: `/<p.collection>/<p.id>` }))"],
    [loaded, twoMaps],
    [`${loaded} const items = ${twoMaps};`.replaceAll(/<(\w+(?:\.id)?)>/g, "$\u007b$1}"), "items"],
    ['const [posts, notes] = await Promise.all([getCollection("blog"), getCollection("notes")]);', twoMaps],
    [
      `const newest = (list) => list.sort(byDate); ${loaded.replace('await getCollection("blog")', 'newest(await getCollection("blog"))')}`,
      twoMaps,
    ],
    [
      `${loaded} const items = []; for (const p of posts) items.push({ link: "/blog/" + p.id }); notes.forEach((n) => items.push({ link: "/notes/" + n.id }));`,
      "items",
    ],
  ])("are those of the link of each collection: %s %s", (code, items) => {
    expect(feedOf(code, items)).toEqual({ ids, notes: [] });
  });

  it("are not given to the entries of a collection that the feed lacks", () => {
    expect(feedOf(loaded, "posts.map((post) => ({ link: `/blog/<post.id>` }))")).toEqual({ ids: [ids[0], undefined], notes: [] });
  });

  it.each([
    ["url: https://cool.example/x", "https://cool.example/x"],
    ["mood: fine", ids[1]],
  ])("are those of link posts: %s", (note, id) => {
    const items =
      "[...posts.map((p) => ({ link: `/blog/<p.id>` })), ...notes.map((n) => ({ link: n.data.url ? n.data.url : `/notes/<n.id>` }))]";
    expect(feedOf(loaded, items, plain, note)).toEqual({ ids: [ids[0], id], notes: [] });
    const withDefault = items.replace("n.data.url ? n.data.url :", "n.data.url ??");
    expect(feedOf(loaded, withDefault, plain, note).ids[1]).toBe(id);
  });

  it.each([
    ["all.map((p) => ({ link: pathOf(p) }))", plain, ["Cannot compute the links in src/pages/rss.xml.js"]],
    [
      "all.map((p) => ({ link: p.data.draft ? `/d/<p.id>` : `/<p.id>` }))",
      plain,
      ["ids that do not end with a slash, unlike the addresses"],
    ],
    ["all.map(toItem)", plain, ["Cannot compute the links in src/pages/rss.xml.js"]],
    ["all.map((p) => ({ link: pathOf(p) }))", "", []],
  ])("are named if they are unknown and may differ: %s %s", (items, options, notes) => {
    const found = feedOf(`const all = ${both};`, items, options);
    expect(found).toEqual({ ids: [undefined, undefined], notes: notes.map((note) => expect.stringContaining(note)) });
  });
});

describe("the ids of a feed with a guid in customData", () => {
  const guid = (text: string) =>
    `posts.map((post) => ({ link: "/blog/" + post.id, customData: \`<guid isPermaLink="false">${text}</guid>\` }))`;
  const posts = 'const posts = await getCollection("blog");';

  it.each([
    [guid("https://old.example/?p=<post.id>"), "https://old.example/?p=a"],
    [guid("<context.site>n/<post.id>"), "https://wren.example/n/a"],
  ])("are those: %s", (items, id) => {
    expect(feedOf(posts, items, "")).toEqual({ ids: [id, undefined], notes: [] });
  });

  it.each([guid("wren-<post.id>"), guid("<hash>")])("are named if they are unknown or no URLs: %s", (items) => {
    const note =
      "Cannot compute the ids that src/pages/rss.xml.js gives to the feed: compare one with its address, and write id into the posts if it differs";
    expect(feedOf(posts, items, "")).toEqual({ ids: [undefined, undefined], notes: [note] });
  });
});
