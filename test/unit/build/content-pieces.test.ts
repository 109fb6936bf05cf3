import { describe, expect, it } from "vitest";
import { contentPieces } from "../../../src/build/content-pieces.ts";
import { openEntry, storedEntry } from "../../../src/build/cache/encoded-entry.ts";
import { awkwardEntries, sampleContent } from "../../samples.ts";

// With their fields in the order of those that are compiled.
const entries = awkwardEntries.map(({ content, hash, ...others }) => ({ ...others, content, hash }));

const content = sampleContent(entries, { moves: { redirects: { "/a": "/b" }, removed: [] } });

describe("contentPieces()", () => {
  it.each([
    ["entries as they were compiled", content],
    ["entries from their stored form", { ...content, entries: entries.map((entry) => openEntry({ ...storedEntry(entry) })) }],
    ["no entries", { ...content, entries: [] }],
  ])("are the JSON of the content, of %s", (_criterion, content) => {
    expect(Buffer.concat(contentPieces(content)).toString()).toBe(JSON.stringify(content));
  });
});

describe("openEntry()", () => {
  it("gives the entry back", () => {
    for (const entry of entries) {
      const opened = openEntry({ ...storedEntry(entry) });
      expect({ ...opened }).toEqual(entry);
      expect(JSON.stringify(opened)).toBe(JSON.stringify(entry));
    }
  });
});
