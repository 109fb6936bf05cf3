import { describe, expect, it } from "vitest";
import { openOldSite } from "../../../../src/import/old-site/open-old-site.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { folderWith } from "../generators/in-memory-site.ts";

const site = {
  "astro.config.mjs": "export default {}",
  "src/pages/blog/[...slug].astro": 'getCollection("blog")',
};

/** Imports posts with some lines of front matter. @returns the kind and the date of each, and the notes */
function imported(tables: readonly string[], others: Readonly<Record<string, string>> = site) {
  const texts = tables.map((table, index) => [`src/content/blog/${index}.md`, `---\ntitle: A\n${table}\n---\nText`]);
  const folder = folderWith({ ...others, ...Object.fromEntries(texts) });
  const { articles, notes } = planSite(folder, openOldSite(folder).site);
  const byPath = articles.toSorted((a, b) => a.path.localeCompare(b.path));
  return {
    dates: byPath.map(({ plan }) => (plan.kind === "post" ? plan.keys?.["date"] : undefined)),
    plans: byPath.map(({ plan }) => plan),
    notes,
  };
}

const note = (key: string, count = "2 posts have their") =>
  `${count} date in ${key}: the copies have it in the line date; if it is another date, remove the line and write feed: false`;

describe("OwnDates", () => {
  it.each([
    "posted",
    "posted_at",
    "created_at",
    "createdAt",
    "created",
    "postDate",
    "pub_date",
    "dateCreated",
    "date-posted",
    "publishedOn",
  ])("reads %s as the date", (key) => {
    const { dates, notes, plans } = imported([`${key}: 2024-05-01`, "about: me"]);
    expect({ dates, notes }).toEqual({ dates: ["2024-05-01", undefined], notes: [note(key, "1 post has its")] });
    expect(plans[0]).toMatchObject({ kind: "post", address: { pattern: "/blog/:sections/:filename/" } });
  });

  it("reads dates in the words of other languages", () => {
    const { dates } = imported([
      "posted: 5. března 2019",
      "posted: 1 октября 2024 г. 17:30",
      "posted: na jaře",
      "posted: 2024-05-01 10:00",
    ]);
    expect(dates).toEqual(["2019-03-05", "2024-10-01 17:30", undefined, "2024-05-01 10:00"]);
  });

  it("finds the key that most texts of a folder have", () => {
    const { dates, notes } = imported(["added: May 01 2024\norder: 20240501", "added: 2024-05-02\nfirst: 2024-05-03", "added: soon"]);
    expect({ dates, notes }).toEqual({ dates: ["May 01 2024", "2024-05-02", undefined], notes: [note("added")] });
  });

  it("prefers the date of the schema to others", () => {
    const schema =
      "export const collections = { blog: defineCollection({ schema: z.object({ title: z.string(), added: z.coerce.date() }) }) };";
    const table = "first: 2024-05-03\nadded: 2024-05-02";
    expect(imported([table, table], { ...site, "src/content.config.ts": schema }).dates).toEqual(["2024-05-02", "2024-05-02"]);
    expect(imported([table, table])).toMatchObject({
      dates: [undefined, undefined],
      notes: [expect.stringContaining("src/content/blog have several dates (first, added)")],
    });
  });

  it.each([
    ["is in a minority of texts", ["added: 2024-05-01", "about: me"]],
    ["is next to a known date", ["added: 2024-05-01", "added: 2024-05-02\ndate: 2024-05-02"]],
    ["is that of a change", ["updated: 2024-05-01", "edited: 2024-05-01"]],
    ["is that of an event", ["eventDate: 2024-05-01"]],
    ["is a number", ["added: 20240501"]],
  ])("does not use a date that %s", (_name, tables) => {
    expect(imported(tables)).toMatchObject({ dates: tables.map(() => undefined), notes: [] });
  });

  const named = (key: string, others: Readonly<Record<string, string>>) => {
    const path = "posts" in others ? "posts/2024-01-05-moon.md" : "src/content/blog/2024-01-05-moon.md";
    const { posts: _, ...configuration } = others;
    const folder = folderWith({ ...configuration, [path]: `---\ntitle: A\n${key}: 2024-02-01T23:02:23Z\n---\nText` });
    const { articles, notes } = planSite(folder, openOldSite(folder).site);
    return { date: articles[0]?.plan.keys?.["date"], notes };
  };

  it.each([
    ["createdAt", site],
    ["posted", { "next.config.js": "module.exports = {}", posts: "" }],
    ["created", { "gatsby-config.js": "module.exports = {}", posts: "" }],
    ["added", { ...site, "src/content.config.ts": "const blog = defineCollection({ schema: z.object({ added: z.coerce.date() }) })" }],
    ["added", { "next.config.js": "module.exports = {}", posts: "", "lib/feed.ts": "date: new Date(post.frontmatter?.added)" }],
  ])("prefers %s to the date in a file name, which the generator does not read", (key, others) => {
    expect(named(key, others)).toEqual({ date: "2024-02-01T23:02:23Z", notes: [note(key, "1 post has its")] });
  });

  it("prefers the date in a file name to a key that no code reads, and says so", () => {
    expect(named("added", site)).toMatchObject({
      date: undefined,
      notes: [expect.stringContaining("src/content/blog are those of their names, not of added")],
    });
  });

  it("prefers a key to the file name in an unknown folder only for the time of the same day", () => {
    expect(named("created", { posts: "" })).toEqual({ date: undefined, notes: [] });
    const folder = folderWith({ "posts/2024-01-05-moon.md": "---\ntitle: A\ncreated: 2024-01-05T23:02:23Z\n---\nText" });
    expect(planSite(folder, openOldSite(folder).site).articles).toMatchObject([{ plan: { keys: { date: "2024-01-05T23:02:23Z" } } }]);
  });

  it.each([
    ["Next.js", { "next.config.js": "module.exports = {}" }, "posts/a.md"],
    ["Gatsby", { "gatsby-config.js": "module.exports = {}" }, "content/blog/a.md"],
    ["VitePress", { ".vitepress/config.js": "export default {}" }, "posts/a.md"],
    ["an unknown generator", {}, "posts/a.md"],
  ])("reads the dates of a site of %s", (_name, configuration, path) => {
    const folder = folderWith({ ...configuration, [path]: "---\ntitle: A\ncreated_at: 2024-05-01\n---\nText" });
    expect(planSite(folder, openOldSite(folder).site).articles).toMatchObject([
      { path, plan: { kind: "post", keys: { date: "2024-05-01" } } },
    ]);
  });
});
