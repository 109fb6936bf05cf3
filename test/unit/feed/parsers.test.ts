import { parseFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { markDirection } from "../../../src/feed/mark-direction.ts";
import { awkwardEntries, renderSamples, sampleSite } from "../../samples.ts";

// Our documents, parsed by other libraries.
const documents = renderSamples(awkwardEntries);

describe("feedsmith", () => {
  it("parses RSS correctly", () => {
    const { format, feed } = parseFeed(documents.rss);
    if (format !== "rss") throw new Error(`Cannot be ${format}`);
    expect(feed).toMatchObject({ title: sampleSite.title, description: sampleSite.description, copyright: sampleSite.copyright });
    for (const [index, entry] of awkwardEntries.entries()) {
      expect(feed.items?.[index]).toMatchObject({
        link: entry.url,
        guid: { value: entry.id, isPermaLink: entry.id === entry.url },
        ...(entry.title !== "" && { title: entry.title }),
        ...(entry.categories.length > 0 && { categories: entry.categories.map((name) => ({ name })) }),
        dc: { creators: entry.authors.map(({ name }) => name) },
      });
    }
  });

  it("parses Atom correctly", () => {
    const { format, feed } = parseFeed(documents.atom);
    if (format !== "atom") throw new Error(`Cannot be ${format}`);
    for (const [index, entry] of awkwardEntries.entries()) {
      const read = feed.entries?.[index];
      expect(read?.id).toBe(entry.id);
      expect(read?.published).toBe(new Date(entry.published).toISOString());
      expect(read?.updated).toBe(new Date(entry.updated).toISOString());
      expect(read?.authors?.map(({ name }) => name)).toEqual(entry.authors.map(({ name }) => name));
      expect(read?.categories?.map(({ term }) => term) ?? []).toEqual(entry.categories);
    }
  });

  it("parses JSON Feed correctly", () => {
    const { format, feed } = parseFeed(JSON.parse(documents.json));
    if (format !== "json") throw new Error(`Cannot be ${format}`);
    for (const [index, entry] of awkwardEntries.entries()) {
      const content = markDirection(entry.content, entry, sampleSite.language);
      expect(feed.items?.[index]).toMatchObject({ id: entry.id, url: entry.url, content_html: content });
    }
  });
});
