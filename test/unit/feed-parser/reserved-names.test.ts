import { describe, expect, it } from "vitest";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import { removeReservedMembers, renameReservedElements } from "../../../src/feed-parser/reserved-names.ts";

const endless = { length: 4_000_000_000 }; // longer than any array: to make one of it throws

describe("removeReservedMembers()", () => {
  it("removes only reserved members, at every depth", () => {
    const value = { a: [{ b: { length: 1, c: "length" } }], length: { d: 2 }, e: null, constructor: 1 };
    removeReservedMembers(value);
    expect(value).toEqual({ a: [{ b: { c: "length" } }], e: null });
  });
});

describe("renameReservedElements()", () => {
  it.each([
    ["<a><length>1</length><Length/></a>", "<a><length->1</length-><Length-/></a>"],
    ["<x:length a='<length>'>1</x:length>", "<x:length- a='<length>'>1</x:length->"],
    ["<![CDATA[<length>]]><!--<length>--><a length='1'>length</a><lengths/>", undefined],
    ["<a:constructor><prototype/></a:constructor>", "<a:constructor-><prototype-/></a:constructor->"],
    ["<__proto__>1</__proto__>", "<__proto__->1</__proto__->"],
    ["<items><rdf:Seq><rdf:li/></rdf:Seq></items>", "<items><rdf:Seq-><rdf:li/></rdf:Seq-></items>"],
    ["<seq>1</seq><a:sequence/>", undefined],
    ["<a/>", undefined],
  ])("%s", (xml, expected) => {
    expect(renameReservedElements(xml)).toBe(expected ?? xml);
  });
});

describe("parseFeedDocument()", () => {
  const json = (members: object) => JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "T", ...members });

  it.each(["items", "Items"])("rejects a JSON Feed whose %s are not an array", (key) => {
    expect(() => parseFeedDocument(json({ [key]: endless }), undefined)).toThrow('Cannot find entries: its "items" are not an array');
  });

  it.each(["tags", "attachments", "authors", "author", "title"])("ignores an object for the %s of an item", (key) => {
    const { entries } = parseFeedDocument(json({ items: [{ id: "1", content_text: "a", [key]: endless }] }), undefined);
    expect(entries).toMatchObject([{ id: "1", categories: [], authors: [] }]);
  });

  const names = ["constructor", "prototype", "__proto__", "toString", "hasOwnProperty", "valueOf", "length", "then"];

  it.each(names)("loses no entry of a JSON Feed that has members named %s", (name) => {
    const item = `{"id": "1", "content_text": "a", "${name}": "x", "authors": [{"name": "Ada", "${name}": {}}]}`;
    const { entries, notes } = parseFeedDocument(
      `{"version": "https://jsonfeed.org/version/1.1", "${name}": {}, "items": [${item}]}`,
      undefined,
    );
    expect(entries).toMatchObject([{ id: "1", authors: [{ name: "Ada" }] }]);
    expect(notes).toEqual([]);
  });

  it.each(names)("loses no entry of an XML feed that has elements named %s", (name) => {
    const element = `<${name}>x</${name}>`;
    const rss = `<rss version="2.0"><channel>${element}<item><guid>1</guid>${element}</item></channel></rss>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom">${element}<entry><id>1</id>${element}</entry></feed>`;
    for (const xml of [rss, atom]) expect(parseFeedDocument(xml, undefined)).toMatchObject({ entries: [{ id: "1" }], notes: [] });
  });

  it.each([
    ["RSS", "<rss version='2.0'><channel><item><guid>1</guid><length>4000000000</length></item></channel></rss>"],
    ["Atom", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><length>4000000000</length></entry></feed>"],
  ])("reads an entry of %s with an element <length>", (_, xml) => {
    expect(parseFeedDocument(xml, undefined).entries).toMatchObject([{ id: "1" }]);
  });
});
