import { describe, expect, it } from "vitest";
import type { ParsedEntry } from "../../../src/feed-parser/parsed-entry.ts";
import { ghostEntries, isGhostExport } from "../../../src/import/ghost/ghost-export.ts";
import { prepareEntry } from "../../../src/import/prepared-entry.ts";
import { sampleSite } from "../../samples.ts";
import { all, inChunks } from "./chunks.ts";
import { compileImported } from "./imported.ts";

const id = "5f1a2b3c4d5e6f7a8b9c0d1e";
const post = (fields: object = {}) => ({
  id,
  uuid: "a-uuid",
  title: "Welcome  home",
  slug: "welcome",
  html: '<p>Hi <a href="__GHOST_URL__/x/">x</a></p>',
  status: "published",
  type: "post",
  visibility: "public",
  published_at: "2020-01-01T00:00:00.000Z",
  updated_at: "2020-02-01T00:00:00.000Z",
  ...fields,
});
const exported = (posts: readonly object[], tables: object = {}) =>
  JSON.stringify({ db: [{ meta: { exported_on: 1700000000000, version: "5.70.0" }, data: { posts, ...tables } }] });

async function read(text: string) {
  const notes: string[] = [];
  return { entries: await all(ghostEntries(inChunks(text), "https://old.example", (note) => notes.push(note))), notes };
}

describe("ghostEntries() of an export", () => {
  it("offers the settings of the site", async () => {
    const settings = [
      { key: "title", value: "Harbour" },
      { key: "description", value: "News of the harbour" },
      { key: "timezone", value: "Europe/Oslo" },
      { key: "locale", value: "nb" },
      { key: "slack_token", value: "secret" },
    ];
    const offered: unknown[] = [];
    const entries = ghostEntries(
      inChunks(exported([post()], { settings })),
      "",
      () => {},
      (old) => offered.push(old),
    );
    await all(entries);
    expect(offered).toEqual([{ title: "Harbour", description: "News of the harbour", timezone: "Europe/Oslo", language: "nb" }]);
  });

  it("keeps the addresses without knowing the origin of the site", async () => {
    const entries = await all(ghostEntries(inChunks(exported([post()])), "", () => {}));
    expect(entries).toMatchObject([{ link: undefined, path: "/welcome/", content: '<p>Hi <a href="/x/">x</a></p>' }]);
    const prepared = await prepareEntry(entries[0] as ParsedEntry, { site: sampleSite, now: 0 });
    expect(prepared).toMatchObject({ id, permalink: "/welcome/" });
  });
});

describe("ghostEntries()", () => {
  it("parses all fields of a post", async () => {
    const tables = {
      tags: [
        { id: "t1", name: "News", visibility: "public" },
        { id: "t2", name: "#letter", visibility: "internal" },
        { id: "t3", name: "Home", visibility: "public" },
      ],
      posts_tags: [
        { post_id: id, tag_id: "t1", sort_order: 2 },
        { post_id: id, tag_id: "t2", sort_order: 1 },
        { post_id: id, tag_id: "t3", sort_order: 0 },
      ],
      users: [{ id: "1", name: "Ada", slug: "ada", email: "ada@old.example", website: "https://ada.example/" }],
      posts_authors: [{ post_id: id, author_id: "1", sort_order: 0 }],
      posts_meta: [{ post_id: id, feature_image_alt: "A door", feature_image_caption: 'By <a href="__GHOST_URL__/ada/">Ada</a>' }],
    };
    const feature_image = "__GHOST_URL__/content/images/a.jpg";
    const { entries, notes } = await read(exported([post({ feature_image, custom_excerpt: "Come in" })], tables));
    expect(notes).toEqual([]);
    expect(entries).toMatchObject([
      {
        id,
        title: "Welcome home",
        link: "https://old.example/welcome/",
        published: "2020-01-01T00:00:00.000Z",
        updated: "2020-02-01T00:00:00.000Z",
        authors: [{ name: "Ada", url: "https://ada.example/" }],
        categories: ["Home", "News"],
        summary: "Come in",
        content: '<p>Hi <a href="https://old.example/x/">x</a></p>',
        image: {
          url: "https://old.example/content/images/a.jpg",
          alt: "A door",
          caption: 'By <a href="https://old.example/ada/">Ada</a>',
        },
        draft: false,
        notes: [],
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain("ada@");
    const shown = '<figcaption>By <a href="https://old.example/ada/">Ada</a></figcaption></figure>';
    expect(await compileImported(entries)).toMatchObject([{ id, path: "/welcome/", content: expect.stringContaining(shown) }]);
  });

  it.each([
    ["a draft", { status: "draft", published_at: null }, []],
    ["mail", { status: "sent" }, [expect.stringContaining("sent by mail")]],
    ["a page for members", { type: "page", visibility: "members" }, [expect.stringContaining("for some members only")]],
    ["for those who pay", { visibility: "paid" }, [expect.stringContaining("for paying members only")]],
  ])("keeps posts that were not in the feed as drafts: %s", async (_name, fields, notes) => {
    expect((await read(exported([post(fields)]))).entries).toMatchObject([{ draft: true, notes }]);
  });

  const gated = (params: string, text: string) => `<!--kg-gated-block:begin ${params} -->${text}<!--kg-gated-block:end-->`;
  it("publishes the text before the paywall of a post for members", async () => {
    const { entries } = await read(exported([post({ visibility: "paid", html: "<p>Free</p><!--members-only--><p>SECRET</p>" })]));
    expect(entries).toMatchObject([{ draft: false, content: "<p>Free</p>", notes: [expect.stringContaining('"SECRET"')] }]);
    const whole = "<!--members-only--><p>SECRET</p>";
    expect((await read(exported([post({ visibility: "members", html: whole })]))).entries).toMatchObject([{ draft: true, content: whole }]);
  });

  it("keeps the whole text of a public post with a paywall", async () => {
    const html = "<p>Free</p><!--members-only--><p>More</p>";
    expect((await read(exported([post({ html })]))).entries).toMatchObject([{ draft: false, content: html, notes: [] }]);
  });

  it.each([
    ["hidden from visitors", `<p>a</p>${gated('nonMember:false memberSegment:"status:free"', "SECRET")}<p>b</p>`, "<p>a</p><p>b</p>"],
    ["without an end", "<p>a</p><!--kg-gated-block:begin nonMember:false -->SECRET", "<p>a</p>"],
  ])("leaves out cards %s, and says so", async (_name, html, content) => {
    const notes = ["Left out what the old site showed only to members: a card"];
    expect((await read(exported([post({ html })]))).entries).toMatchObject([{ draft: false, content, notes }]);
  });

  it("keeps cards for visitors, and a post with nothing else as a draft", async () => {
    const shown = gated('nonMember:true memberSegment:""', "Join us");
    expect((await read(exported([post({ html: shown })]))).entries).toMatchObject([{ draft: false, content: shown }]);
    const hidden = gated("nonMember:false", "SECRET");
    expect((await read(exported([post({ html: hidden })]))).entries).toMatchObject([{ draft: true, content: hidden }]);
    const unrendered = post({ html: null, plaintext: "SECRET", lexical: '{"visibility":{"web":{"nonMember":false}}}' });
    expect((await read(exported([unrendered]))).entries).toMatchObject([{ draft: true }]);
  });

  it.each([
    ["a page", { type: "page" }],
    ["an old page", { type: undefined, page: 1 }],
    ["a page without a date", { type: "page", published_at: null }],
  ])("converts %s to an unlisted entry", async (_name, fields) => {
    const { entries } = await read(exported([post(fields)]));
    expect(entries).toMatchObject([{ draft: false, unlisted: true, notes: [] }]);
    expect(await compileImported(entries)).toMatchObject([{ path: "/welcome/", unlisted: true }]);
  });

  it.each([
    ["db", JSON.stringify({ db: [{ data: { posts: [] } }] }), true],
    ["data", JSON.stringify({ meta: { version: "5" }, data: { posts: [] } }), true],
    ["another document", JSON.stringify({ version: "https://jsonfeed.org/version/1.1", data: {} }), false],
  ])("recognizes an export without exported_on by its %s", (_name, text, isExport) => {
    expect(isGhostExport(text)).toBe(isExport);
  });

  it("parses exports of the first versions", async () => {
    const old = { id: 7, html: "<p>x</p>", published_at: 1_400_000_000_000, image: "/a.png", page: 0 };
    const text = JSON.stringify({ meta: { exported_on: 1, version: "000" }, data: { posts: [post(old)] } });
    expect((await read(text)).entries).toMatchObject([{ id: "a-uuid", published: "2014-05-13T16:53:20.000Z", image: { url: "/a.png" } }]);
  });

  it("keeps the text of posts that Ghost has not rendered, with a note", async () => {
    const { entries } = await read(exported([post({ html: null, plaintext: "One\n\nTwo < 3", lexical: "{}" }), post({ html: null })]));
    expect(entries).toMatchObject([
      { content: "<p>One</p>\n<p>Two &lt; 3</p>", notes: [expect.stringContaining("without HTML, pictures and links")] },
      { content: "", notes: [] },
    ]);
  });

  it("reports faults of the document", async () => {
    await expect(read(exported([post()]).slice(0, -20))).rejects.toThrow("Cannot read the export: it ends in the middle");
    await expect(read('{"db":[{"meta":{"exported_on":1}} nonsense')).rejects.toThrow("Cannot read the export: it is not JSON");
    expect((await read(exported([]))).notes).toEqual(["Cannot find entries: the export has no posts"]);
  });
});

describe("isGhostExport()", () => {
  it("recognizes an export by its first lines", () => {
    expect(isGhostExport(exported([]))).toBe(true);
    expect(isGhostExport('{"version":"https://jsonfeed.org/version/1.1","title":"exported_on"}')).toBe(false);
  });
});
