import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryLabel } from "../../src/feed/entry-label.ts";
import fc from "../fast-check.ts";
import { anyTexts } from "../property/arbitrary-entries.ts";
import { renderSamples } from "../samples.ts";
import { PYTHON, run } from "./run.ts";

// Starting a reader for each entry takes long, so one document has many entries.
const entries = fc
  .sample(anyTexts, { numRuns: 30, seed: fc.readConfigureGlobal().seed ?? 0 })
  .flat()
  .map((entry, index) => ({ ...entry, id: `${entry.id} ${index}`, url: `${entry.url}-${index}` }));
const documents = renderSamples(entries);

// RSS does not define the type of a title: feedparser reads a title with an end tag or a reference as HTML.
const isHtmlToFeedparser = /<\/\w+>|&#?\w+;/;

describe("feedparser, with any text,", () => {
  it.each(["rss", "atom"] as const)("reads the texts of %s unchanged", async (format) => {
    const input = documents[format];
    const feed = JSON.parse(await run(PYTHON, [join(import.meta.dirname, "adapters/feedparser_dump.py")], { input }));
    expect([feed.problem, feed.entries.length]).toEqual(["", entries.length]);
    for (const [index, entry] of entries.entries()) {
      const { authors, categories, title, url } = feed.entries[index];
      expect({ authors, categories, url }).toEqual({
        authors: entry.authors.map(({ name }) => name),
        categories: entry.categories,
        url: entry.url,
      });
      const expected = format === "atom" ? entryLabel(entry, { timezone: "UTC" }) : entry.title;
      if (format === "atom" || !isHtmlToFeedparser.test(expected)) expect(title).toBe(expected);
    }
  });
});
