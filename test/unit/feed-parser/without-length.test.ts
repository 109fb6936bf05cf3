import { describe, expect, it } from "vitest";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import { removeLengthMembers, renameLengthElements } from "../../../src/feed-parser/without-length.ts";

const endless = { length: 4_000_000_000 }; // longer than any array: to make one of it throws

describe("removeLengthMembers()", () => {
  it("removes them at every depth, and nothing else", () => {
    const value = { a: [{ b: { length: 1, c: "length" } }], length: { d: 2 }, e: null };
    removeLengthMembers(value);
    expect(value).toEqual({ a: [{ b: { c: "length" } }], e: null });
  });
});

describe("renameLengthElements()", () => {
  it.each([
    ["<a><length>1</length><Length/></a>", "<a><length->1</length-><Length-/></a>"],
    ["<x:length a='<length>'>1</x:length>", "<x:length- a='<length>'>1</x:length->"],
    ["<![CDATA[<length>]]><!--<length>--><a length='1'>length</a><lengths/>", undefined],
    ["<a/>", undefined],
  ])("%s", (xml, expected) => {
    expect(renameLengthElements(xml)).toBe(expected ?? xml);
  });
});

describe("parseFeedDocument()", () => {
  const json = (members: object) => JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "T", ...members });

  it.each(["items", "Items"])("refuses a JSON Feed whose %s are no array", (key) => {
    expect(() => parseFeedDocument(json({ [key]: endless }), undefined)).toThrow('Cannot find entries: its "items" are no array');
  });

  it.each(["tags", "attachments", "authors", "author", "title"])("takes no object for the %s of an item", (key) => {
    const { entries } = parseFeedDocument(json({ items: [{ id: "1", content_text: "a", [key]: endless }] }), undefined);
    expect(entries).toMatchObject([{ id: "1", categories: [], authors: [] }]);
  });

  it.each([
    ["RSS", "<rss version='2.0'><channel><item><guid>1</guid><length>4000000000</length></item></channel></rss>"],
    ["Atom", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><length>4000000000</length></entry></feed>"],
  ])("reads an entry of %s with an element <length>", (_, xml) => {
    expect(parseFeedDocument(xml, undefined).entries).toMatchObject([{ id: "1" }]);
  });
});
