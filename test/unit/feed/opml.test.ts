import { describe, expect, it } from "vitest";
import { childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from "../../../src/conformance/xml/xml.ts";
import { renderOpml } from "../../../src/feed/opml.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const entries = [
  sampleEntry("later", { published: noon + 1, categories: ["Later"], language: "he" }),
  sampleEntry("fish", { categories: ["Sea", 'a < b & "c"'], authors: [{ name: "Łukasz <b>" }], updated: noon + 1000 }),
  sampleEntry("greeting", { published: noon - 1, language: "ar", categories: ["Sea"] }),
];
const snapshot = snapshotAt({ entries, development: false, site: sampleSite }, noon);
const opml = parsed(renderOpml(sampleSite, snapshot));

function parsed(document: string): XmlElement {
  const root = parseXml(document, (rule, place, message) => {
    throw new Error(`${rule} at ${place}: ${message}`);
  });
  if (root === undefined) throw new Error("Cannot find a root element");
  return root;
}

const outlinesOf = (root: XmlElement) => [...descendantsOf(root)].filter(({ name }) => name === "outline");
const bodyOf = (root: XmlElement) => childrenOf(childOf(root, "body") as XmlElement, "outline");
const texts = (outlines: readonly XmlElement[]) => outlines.map(({ attributes }) => attributes.get("text"));
const headOf = (root: XmlElement) => Object.fromEntries((childOf(root, "head")?.children ?? []).map(({ name, text }) => [name, text]));

describe("renderOpml()", () => {
  it("is OPML 2.0 with a head and a body", () => {
    expect(opml.name).toBe("opml");
    expect(opml.attributes.get("version")).toBe("2.0");
    expect(opml.children.map(({ name }) => name)).toEqual(["head", "body"]);
  });

  it("contains the owner and the last change of the site", () => {
    expect(headOf(opml)).toEqual({
      title: "News & <Views>",
      dateModified: "Wed, 06 Nov 2024 12:00:01 GMT",
      ownerName: "The desk",
      ownerEmail: "desk@news.example",
      ownerId: "https://news.example/about",
    });
  });

  it("omits missing properties of the author", () => {
    const head = headOf(parsed(renderOpml({ ...sampleSite, author: { name: "A & B" } }, snapshot)));
    expect(head).toMatchObject({ ownerName: "A & B" });
    expect(head).not.toHaveProperty("ownerEmail");
    expect(head).not.toHaveProperty("ownerId");
  });

  it("lists the site's own feed first, and a folder per kind of other feeds", () => {
    const body = bodyOf(opml);
    expect(texts(body)).toEqual(["News & <Views>", "Categories", "Authors", "Languages"]);
    expect(body.map((outline) => texts(outline.children))).toEqual([
      [],
      ['a < b & "c"', "Sea"],
      ["The desk", "Łukasz <b>"],
      ["العربية", "English"],
    ]);
    for (const folder of body.slice(1)) expect([...folder.attributes.keys()]).toEqual(["text"]);
  });

  it("lists the feed of every published selection once", () => {
    const feeds = outlinesOf(opml).flatMap(({ attributes }) => attributes.get("xmlUrl") ?? []);
    const expected = [...snapshot.selections.values()].map(({ selection }) => `${sampleSite.url}${selection.path}/rss.xml`);
    expect(feeds.sort()).toEqual(expected.sort());
    expect(feeds.join()).not.toMatch(/later|languages\/he/);
  });

  it("contains all attributes that OPML requires of a subscription", () => {
    const [own] = bodyOf(opml);
    expect(Object.fromEntries(own?.attributes ?? [])).toEqual({
      type: "rss",
      text: "News & <Views>",
      title: "News & <Views>",
      description: "What is & what isn't",
      xmlUrl: "https://news.example/rss.xml",
      htmlUrl: "https://news.example/",
      language: "en",
      version: "RSS2",
    });
    const arabic = outlinesOf(opml).find(({ attributes }) => attributes.get("language") === "ar");
    expect(Object.fromEntries(arabic?.attributes ?? [])).toMatchObject({
      title: "News & <Views>: العربية",
      xmlUrl: "https://news.example/languages/ar/rss.xml",
      htmlUrl: "https://news.example/languages/ar/",
    });
  });

  it("omits an empty description", () => {
    const [own] = bodyOf(parsed(renderOpml({ ...sampleSite, description: "" }, snapshot)));
    expect(own?.attributes.has("description")).toBe(false);
  });

  it("lists only the site's own feed if the site is empty", () => {
    const root = parsed(renderOpml(sampleSite, snapshotAt({ entries, development: false, site: sampleSite }, 0)));
    expect(texts(outlinesOf(root))).toEqual(["News & <Views>"]);
    expect(headOf(root)).not.toHaveProperty("dateModified");
  });
});
