import { describe, expect, it } from "vitest";
import { deserializeOlder, serializeOlder } from "../../../src/store/serialized-entry.ts";
import type { StoredEntry } from "../../../src/store/stored-content.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);

function placed(slug: string, changes: Partial<StoredEntry> = {}): StoredEntry {
  const { content: _, ...entry } = sampleEntry(slug, changes);
  return { ...entry, place: [0, 1, 2] };
}

describe("deserializeOlder()", () => {
  it("restores the text of serializeOlder(), which omits defaults", () => {
    const entries = [placed("a", { expires: noon }), placed("b", { authors: [{ name: "Ada" }], language: "he" })];
    const text = serializeOlder(entries, sampleSite);
    expect(deserializeOlder(text, sampleSite)).toEqual(entries);
    expect(JSON.parse(text)[1]).toMatchObject({ authors: [{ name: "Ada" }], language: "he", place: [0, 1, 2] });
    expect(JSON.parse(text)[0]).not.toHaveProperty("language");
  });
});
