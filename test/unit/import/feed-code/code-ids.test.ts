import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open } from "../generators/in-memory-site.ts";

/** Returns code in which `%{` begins a placeholder of a template. */
const codeOf = (written: string) => written.replaceAll("%{", "${");
const file = (path: string) => ({ path, frontMatter: {}, body: "" });

/** Returns the id of a post in the old feed, "unknown" if the import says so, and "silent" if it says nothing. */
function idIn(generator: Generator, files: Files, path: string, source: string): string {
  const site = open(generator, files);
  const id = site.idOf?.({ id: `https://moon.dev${path}`, path }, file(source));
  const isNamed = site.notes?.some((note) => note.startsWith("Cannot compute the ids that "));
  return id ?? (isNamed ? "unknown" : "silent");
}

const inVitepress = (code: string, others: Files = {}) =>
  idIn(
    vitepress,
    { ".vitepress/config.ts": "export default { cleanUrls: true }", ".vitepress/feed.ts": codeOf(code), "posts/moon.md": "", ...others },
    "/posts/moon",
    "posts/moon.md",
  );
const inNext = (code: string, others: Files = {}) =>
  idIn(
    next,
    {
      ...{ "next.config.js": "module.exports = {}", "app/blog/[slug]/page.tsx": "fs.readdirSync('posts')", "posts/moon.mdx": "" },
      ...{ "app/feed.xml/route.ts": codeOf(code), ...others },
    },
    "/blog/moon",
    "posts/moon.mdx",
  );

describe("codeIds() of items that code makes before it adds them", () => {
  const made = "{ title: p.title, id: `https://moon.dev/a%{p.url}`, link: p.url }";
  const id = "https://moon.dev/a/posts/moon";
  it.each([
    ["in a loop", `posts.forEach((p) => feed.addItem(${made}))`, id],
    ["in a constant", `for (const p of posts) { const item = ${made}; feed.addItem(item) }`, id],
    ["by map", `const items = posts.map((p) => (${made})); items.forEach((item) => feed.addItem(item))`, id],
    [
      "by map and filter",
      `const items = posts.filter(isPublic).map((p) => (${made})).slice(0, 9); for (const x of items) feed.addItem(x)`,
      id,
    ],
    [
      "by a function",
      `(await contents()).forEach((each) => feed.addItem(each)); async function contents() { return posts.map((p) => (${made})) }`,
      id,
    ],
    ["by a function of one post", `const itemOf = (p) => (${made}); posts.forEach((post) => feed.addItem(itemOf(post)))`, id],
    ["by a named function", `posts.map(itemOf).forEach(feed.addItem); function itemOf(p) { return ${made} }`, id],
    [
      "in Promise.all()",
      `const items = await Promise.all(posts.map(async (p) => { return ${made} })); items.forEach((i) => feed.addItem(i))`,
      id,
    ],
    ["by push()", `const items = []; for (const p of posts) { items.push(${made}) } items.forEach((i) => feed.addItem(i))`, id],
    ["with other names", `const all = posts.map((p) => (${made})); all.forEach((x) => feed.addItem({ id: x.id, link: x.link }))`, id],
    [
      "with a pattern",
      `const all = posts.map((p) => ({ own: \`https://moon.dev/a%{p.url}\` })); all.forEach(({ own }) => feed.addItem({ id: own }))`,
      id,
    ],
    [
      "by a function of the address",
      "const ofPath = (path) => 'https://moon.dev/a' + path; posts.forEach((p) => feed.addItem({ id: ofPath(p.url) }))",
      id,
    ],
    ["with an address alone", "posts.map((p) => ({ id: p.url })).forEach((item) => feed.addItem(item))", "unknown"],
    ["by code of others", "load().forEach((item) => feed.addItem(item))", "unknown"],
    ["by a parameter", "function add(item) { feed.addItem(item) }", "unknown"],
    ["from two tables", `posts.forEach((p) => feed.addItem(p.x ? ${made} : { id: 'urn:' + p.url }))`, "unknown"],
    ["with the members of another table", "posts.forEach((p) => feed.addItem({ ...p, title: '' }))", "unknown"],
    ["by a function that calls itself", "function f() { return f() } f().forEach((item) => feed.addItem(item))", "unknown"],
  ])("%s", (_name, code, expected) => {
    expect(inVitepress(`const feed = new Feed({ title: "Moon" }); ${code}`)).toBe(expected);
  });

  it("in a module that it imports", () => {
    const others = {
      ".vitepress/items.ts": codeOf(`export function items(posts) { return posts.map((p) => (${made})) }`),
      ".vitepress/constants.ts": 'export const site = { url: "https://moon.dev" };',
    };
    const code = 'import { items } from "./items"; const feed = new Feed({}); items(posts).forEach((item) => feed.addItem(item))';
    expect(inVitepress(code, others)).toBe(id);
    const constants = 'import { site } from "./constants"; const feed = new Feed({}); feed.addItem({ id: site.url + "/#" + p.url })';
    expect(inVitepress(constants, others)).toBe("https://moon.dev/#/posts/moon");
  });

  it("in a configuration whose name is not that of a feed", () => {
    const code = "export default { cleanUrls: true, buildEnd() { const feed = new Feed({}); load().map((item) => feed.addItem(item)) } }";
    expect(inVitepress("", { ".vitepress/config.ts": code })).toBe("unknown");
  });
});

describe("codeIds() of ids that are no addresses", () => {
  it("tag: with the address of a post", () => {
    const code = "const feed = new Feed({}); posts.forEach((p) => feed.addItem({ id: `tag:moon.dev,2024:%{p.url}` }))";
    expect(inVitepress(code)).toBe("tag:moon.dev,2024:/posts/moon");
  });

  const item = (members: string) =>
    `const SITE = "https://moon.dev"; const feed = new Feed({}); posts.forEach((post) => feed.addItem({ ${members} }))`;
  it.each([
    ["tag: with a slug", "id: `tag:moon.dev,2024:%{post.slug}`, link: `%{SITE}/blog/%{post.slug}`", "tag:moon.dev,2024:moon"],
    ["a fragment", "id: `%{SITE}/#%{post.slug}`, link: `/blog/%{post.slug}`", "https://moon.dev/#moon"],
    ["a query", "id: `%{SITE}/?p=%{post.slug}`, link: `%{SITE}/blog/%{post.slug}/`", "https://moon.dev/?p=moon"],
    ["the name of a file", "id: `urn:%{path.parse(post.file).name}`", "urn:moon"],
    ["a slug without an address", "id: `tag:moon.dev,2024:%{post.slug}`", "unknown"],
    ["a slug of another folder", "id: `tag:moon.dev,2024:%{post.slug}`, link: `%{SITE}/notes/%{post.slug}`", "tag:moon.dev,2024:moon"],
    ["a slug alone", "id: post.slug, link: `%{SITE}/blog/%{post.slug}`", "unknown"],
  ])("%s", (_name, members, expected) => {
    expect(inNext(item(members))).toBe(expected);
  });

  it("names code whose posts all have other addresses", () => {
    const others = { "app/notes/[slug]/page.tsx": "" };
    expect(inNext(item("id: `urn:%{post.slug}`, link: `%{SITE}/notes/%{post.slug}`"), others)).toBe("unknown");
  });
});

describe("codeIds() of markup and of JSON Feed", () => {
  const site = 'const site = "https://moon.dev";';
  it.each([
    ["a GUID in a sum", `${site} xml += "<item><guid>" + site + "//blog/" + post.slug + "</guid></item>";`, "https://moon.dev//blog/moon"],
    [
      "a link in an item",
      `${site} const xml = \`<item><title>a</title><link>%{site}/blog/%{post.slug}/</link></item>\`;`,
      "https://moon.dev/blog/moon/",
    ],
    [
      "an escaped link",
      `${site} const xml = \`<rss><item><link>%{escapeXml(site + "/blog/" + post.slug + "/")}</link></item>\`;`,
      "https://moon.dev/blog/moon/",
    ],
    [
      "an entry of Atom",
      `${site} const xml = \`<feed><id>%{site}/</id><entry><id><![CDATA[%{site}/blog/%{post.slug}/]]></id></entry>\`;`,
      "https://moon.dev/blog/moon/",
    ],
    [
      "a JSON Feed",
      `${site} const items = posts.map((post) => ({ id: site + "/blog/" + post.slug + "/", content_html: post.html }));`,
      "https://moon.dev/blog/moon/",
    ],
    ["markup in pieces", 'let xml = "<rss>"; xml += "<guid>"; xml += url; xml += "</guid>";', "unknown"],
    ["the package rss with an unknown item", "const feed = new RSS({}); items.forEach((each) => feed.item(each));", "unknown"],
    ["no feed", "const list = load(); list.item(each);", "silent"],
  ])("%s", (_name, code, expected) => {
    expect(inNext(code)).toBe(expected);
  });
});

describe("codeIds() of Astro without @astrojs/rss", () => {
  const files = (code: string): Files => ({
    "astro.config.mjs": 'export default { site: "https://moon.dev" }',
    "src/pages/feed.xml.ts": code,
    "src/content/blog/moon.md": "",
  });
  it.each([
    [
      "const feed = new Feed({}); posts.forEach((post) => feed.addItem({ id: 'https://moon.dev/blog//' + post.slug }))",
      "https://moon.dev/blog//moon",
    ],
    ["const feed = new Feed({}); load().forEach((item) => feed.addItem(item))", "unknown"],
    ["import rss from '@astrojs/rss'; export const GET = () => rss({ items: [] })", "silent"],
  ])("%s", (code, expected) => {
    expect(idIn(astro, files(code), "/blog/moon", "src/content/blog/moon.md")).toBe(expected);
  });
});
