import { mf2 } from "microformats-parser";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import { wholeSite } from "../../../src/model/selection.ts";
import { entryPage } from "../../../src/pages/entry-page.tsx";
import { selectionPage } from "../../../src/pages/selection-page.tsx";
import { sampleEntries, sampleEntry, sampleSite } from "../../browser/sample-site.ts";

const site = sampleSite();
const entries = sampleEntries(site.url);

function itemsOf(html: string, path: string) {
  return mf2(html, { baseUrl: site.url + path }).items;
}

function postOf(settings: Partial<Entry> = {}, content = '<h2 id="a">One</h2><p>Text.</p>') {
  const entry = sampleEntry("moon", settings);
  const items = itemsOf(entryPage(site, { entry, content, status: "published" }), entry.path);
  expect(items.map(({ type }) => type)).toEqual([["h-entry"]]);
  return items[0]?.properties ?? {};
}

const card = (name: string, url?: string) =>
  expect.objectContaining({ type: ["h-card"], properties: { name: [name], ...(url !== undefined && { url: [url] }) } });

describe("the microformats of an article", () => {
  it("are one h-entry with its title, URL, dates, authors, categories and content", () => {
    const { content = [], ...others } = postOf({ updated: Date.UTC(2024, 10, 9) });
    expect(others).toEqual({
      name: ["The lighthouse keeps its keeper"],
      url: ["https://example.com/articles/moon"],
      published: ["2024-11-06T12:00:00.000Z"],
      updated: ["2024-11-09T00:00:00.000Z"],
      author: [
        card("Ada Lovelace", "https://example.com/authors/ada-lovelace/"),
        card("Charles Babbage", "https://example.com/authors/charles-babbage/"),
      ],
      category: ["Harbour", "People"],
    });
    expect(content).toEqual([expect.objectContaining({ value: expect.stringMatching(/^One\s*Text\.$/) })]);
  });

  it("contain the pictures of authors", () => {
    const authors = [
      { name: "Ada Lovelace", image: "https://ada.example/a.png" },
      { name: "Charles Babbage", image: "https://c.example/c.png" },
    ];
    const unlinked = { ...site, selections: { "authors/charles-babbage": { listed: false } } };
    const html = entryPage(unlinked, { entry: sampleEntry("moon", { authors, unlisted: true }), content: "", status: "published" });
    const withPicture = (index: 0 | 1, url?: string[]) =>
      expect.objectContaining({
        type: ["h-card"],
        properties: { name: [authors[index]?.name], photo: [authors[index]?.image], ...(url !== undefined && { url }) },
      });
    expect(postOf({ authors })["author"]).toEqual([
      withPicture(0, ["https://example.com/authors/ada-lovelace/"]),
      withPicture(1, ["https://example.com/authors/charles-babbage/"]),
    ]);
    expect(itemsOf(html, "/")[0]?.properties["author"]).toEqual([withPicture(0), withPicture(1)]);
  });

  it("contain the picture with its alternative text", () => {
    const image = { url: "https://example.com/moon.jpg?a&b", type: "image/jpeg", length: 1 };
    expect(postOf({ image }, '<p><img src="https://example.com/moon.jpg?a&#x26;b" alt="A moon"></p><p>Text.</p>')["photo"]).toEqual([
      { value: image.url, alt: "A moon" },
    ]);
  });

  const pictures =
    '<p><img src="https://example.com/a.jpg" alt="A"><img src="https://example.com/b.jpg" alt="B" width="900" height="600"></p>';
  const photos = ["a", "b"].map((name) => ({ value: `https://example.com/${name}.jpg`, alt: name.toUpperCase() }));

  it.each([
    ["a note", { title: "" }, `<p>Fog.</p>${pictures}`],
    ["pictures only", {}, `<figure>${pictures}<figcaption>Fog &amp; <em>rain</em></figcaption></figure>`],
  ])("contain the pictures of the text of %s as photos", (_, settings, content) => {
    expect(postOf(settings, content)["photo"]).toEqual(photos);
  });

  it.each([
    ["of an article", {}, `${pictures}<p>Text.</p>`],
    ["next to a recording", {}, `${pictures}<p><audio src="https://example.com/a.mp3"></audio></p>`],
    ["that are icons", { title: "" }, '<p>A <img src="https://example.com/a.png" alt="" width="16" height="16"></p>'],
  ])("contain no pictures of the text %s", (_, settings, content) => {
    expect(postOf(settings, content)["photo"]).toBe(undefined);
  });

  it("are those of a note, which has no name, if the article has no title", () => {
    const { content, name } = postOf({ title: "", summary: "Fog until noon." }, "<p>Fog until noon.</p>");
    expect(name).toBe(undefined);
    expect(content).toEqual([expect.objectContaining({ value: "Fog until noon." })]);
  });

  it("are not changed by words in the content that look like markup", () => {
    expect(postOf({}, '<p title="<div class=&#x22;p-name&#x22;>">p-name</p>')["name"]).toEqual(["The lighthouse keeps its keeper"]);
  });
});

describe("the microformats of the front page", () => {
  const items = itemsOf(selectionPage(site, { selection: wholeSite, entries, archivePages: 0 }), "/");

  it("are the h-card that represents the site, and an h-feed", () => {
    expect(items.map(({ type }) => type)).toEqual([["h-card"], ["h-feed"]]);
    expect(items[0]?.properties).toEqual({
      name: ["The Harbour Gazette"],
      note: ["News and notes from the edge of the sea"],
      url: ["https://example.com/"],
      uid: ["https://example.com/"], // representative: the same as the address of the page
      photo: ["https://example.com/icon.png"],
    });
    expect(items[1]?.properties).toEqual({ name: ["The Harbour Gazette"], url: ["https://example.com/"] });
  });

  it("list each entry with its URL, date, authors and summary, and the picture of the first", () => {
    const posts = items[1]?.children ?? [];
    expect(posts.map(({ properties }) => properties["url"])).toEqual(entries.map(({ url }) => [url]));
    expect(posts[0]?.properties).toMatchObject({
      name: [entries[0]?.title],
      summary: [entries[0]?.summary],
      published: ["2024-11-06T12:00:00.000Z"],
      photo: [{ value: "https://example.com/picture.svg", alt: "A lighthouse at dusk" }],
    });
    for (const { properties } of posts)
      expect(properties["author"]).toEqual(expect.arrayContaining([expect.objectContaining({ type: ["h-card"] })]));
  });
});
