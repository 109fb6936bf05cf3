import { describe, expect, it } from "vitest";
import { decodeEntry, encodeEntry } from "../../../src/build/cache/encoded-entry.ts";
import { contentPieces } from "../../../src/build/content-pieces.ts";
import { awkwardEntries, sampleContent } from "../../samples.ts";

// With their fields in the order of those that are compiled.
const entries = awkwardEntries.map(({ content, hash, ...others }) => ({ ...others, content, hash }));

const content = sampleContent(entries, { redirects: { moved: { "/a": "/b" }, gone: [] } });

describe("contentPieces()", () => {
  it.each([
    ["entries as they were compiled", content],
    ["entries from their stored form", { ...content, entries: entries.map((entry) => decodeEntry({ ...encodeEntry(entry) })) }],
    ["no entries", { ...content, entries: [] }],
  ])("are the JSON of the content, of %s", (_criterion, content) => {
    expect(Buffer.concat(contentPieces(content)).toString()).toBe(JSON.stringify(content));
  });
});

describe("decodeEntry()", () => {
  it("restores the entry", () => {
    for (const entry of entries) {
      const opened = decodeEntry({ ...encodeEntry(entry) });
      expect({ ...opened }).toEqual(entry);
      expect(JSON.stringify(opened)).toBe(JSON.stringify(entry));
    }
  });
});
