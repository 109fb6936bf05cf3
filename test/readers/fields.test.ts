import { describe, expect, it } from "vitest";
import { fastXmlParser } from "./adapters/fast-xml-parser.ts";
import { feedsmith } from "./adapters/feedsmith.ts";
import { feedparser, podcastparser, sfeed, simplePie } from "./adapters/installed.ts";
import { nodeFeedparser } from "./adapters/node-feedparser.ts";
import { rowanmanning } from "./adapters/rowanmanning.ts";
import { byId, plainHtml } from "./comparable.ts";
import { expectedEntry, expectedFeed } from "./expected-feed.ts";
import type { EntryAsRead, FormatName, Reader } from "./reader.ts";
import { documentsOf, type ReaderSample, readerSamples, type SampledEntry } from "./reader-samples.ts";

/**
 * The results of independent readers, field by field. Install them from the packages of Debian that .ci/run names: a test fails if its reader is
 * missing.
 */
const readers = [feedparser, podcastparser, simplePie, sfeed, nodeFeedparser, rowanmanning, fastXmlParser, feedsmith];

it("the samples contain titles that readers often corrupt", () => {
  const titles = readerSamples.flatMap(({ entries }) => entries).map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['Vec<T> & &amp; "x" ]]> 🐟', "مرحبا بالعالم", "Fish & chips < 5", "AT&T", ""]));
});

describe.each(readers)("$name", (reader) => {
  const cases = reader.formats.flatMap((format) => readerSamples.map((sample) => ({ format, name: sample.name, sample })));

  it.each(cases)("reads every field of $name in $format", async ({ format, sample }) => {
    const { entries, feed } = await reader.read(documentsOf(sample)[format], format);
    const fields = reader.fields(format);
    expect(pick(feed, fields.feed)).toEqual(pick(expectedFeed(sample), fields.feed));
    const expected = sample.entries.flatMap((entry) => inReader(reader, entry, sample, format));
    expect(byId(entries.map((entry) => pick(comparable(entry, format), fields.entry)))).toEqual(
      byId(expected.map((entry) => pick(comparable(entry, format), fields.entry))),
    );
  });
});

/** Returns the entry as the reader changes it; no entry if it leaves it out. */
function inReader({ differs }: Reader, entry: SampledEntry, sample: ReaderSample, format: FormatName): EntryAsRead[] {
  const expected = expectedEntry(entry, sample, format);
  const changes = differs === undefined ? {} : differs(expected, format, sample);
  return changes === null ? [] : [{ ...expected, ...changes }];
}

/** Returns an entry with one spelling for equal HTML. */
function comparable(entry: Partial<EntryAsRead>, format: FormatName): Partial<EntryAsRead> {
  const { content = "", summary = "" } = entry;
  return { ...entry, content: plainHtml(content), summary: format === "rss" ? plainHtml(summary) : summary };
}

// A missing field is undefined.
function pick<Fields extends object>(fields: Fields, names: readonly (keyof Fields)[]): Partial<Fields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<Fields>;
}
