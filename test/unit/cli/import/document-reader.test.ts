import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { DocumentReader, type ForeignDocument, type ReaderLimits } from "../../../../src/cli/import/document-reader.ts";
import { all } from "../../import/chunks.ts";
import { makeFolder } from "../sample-folder.ts";

// Documents of most tests are read by the same process, in turn.
const reader = new DocumentReader();
afterAll(() => reader.close());

/** A reader for as long as the test runs. */
function openReader(limits: ReaderLimits): DocumentReader {
  const reader = new DocumentReader(limits);
  onTestFinished(() => reader.close());
  return reader;
}

const document = (text: string, name = "a.xml") => ({ content: new TextEncoder().encode(text), name });
const item = (title: string) => `<item><title>${title}</title><guid>${title}</guid></item>`;
const feed = (items: string) => document(`<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`);

const latin1 = (text: string) => Uint8Array.from(text, (character) => (character === "\u2019" ? 0x92 : character.charCodeAt(0)));

async function titlesOf(reader: DocumentReader, given: ForeignDocument): Promise<string[]> {
  const { entries } = await reader.read(given);
  return (await all(entries)).map(({ title }) => title);
}

describe("DocumentReader.read()", () => {
  it("reads several documents in turn", async () => {
    expect(await titlesOf(reader, feed(item("A") + item("B")))).toEqual(["A", "B"]);
    expect(await titlesOf(reader, document("A title\n\nText", "a.txt"))).toEqual(["A title"]);
  });

  it("reads a file by its path", async () => {
    const folder = makeFolder({ "a.txt": "A title\n\nText" });
    expect(await titlesOf(reader, { content: join(folder, "a.txt"), name: "a.txt" })).toEqual(["A title"]);
    await expect(reader.read({ content: join(folder, "none"), name: "none" })).rejects.toThrow(/^Cannot read .*none: it does not exist/);
  });

  it("reads a document with more entries than one message holds", async () => {
    const titles = Array.from({ length: 3000 }, (_, index) => `Title ${index}`);
    expect(await titlesOf(reader, feed(titles.map(item).join("")))).toEqual(titles);
  });

  it("reports the fault of a document, and reads the next one", async () => {
    await expect(reader.read(document("nonsense"))).rejects.toThrow(/^Cannot find entries: /);
    await expect(reader.read(feed("<a>".repeat(1000)))).rejects.toThrow("Cannot read it: its elements are nested more than 256 deep");
    expect(await titlesOf(reader, feed(item("A")))).toEqual(["A"]);
  });

  it("returns the notes, and the address of the next document", async () => {
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "\uFFFD",
      items: [],
      next_url: "https://a.example/2",
    });
    expect(await reader.read(document(json))).toMatchObject({
      next: "https://a.example/2",
      notes: [expect.stringMatching(/^Cannot read 1 /)],
    });
  });

  it.each([
    ["a text", "moon.txt", "Une fenêtre ouverte\n\nÀ côté de la forêt, l\u2019été est arrivé."],
    [
      "a page",
      "moon.html",
      "<!doctype html><title>Une fenêtre</title><article><p>À côté de la forêt, l\u2019été est arrivé.</p></article>",
    ],
  ])("guesses the encoding of %s that declares none, and notes it", async (_name, name, text) => {
    const { entries, notes } = await reader.read({ content: latin1(text), name });
    const [entry] = await all(entries);
    expect(entry).toMatchObject({ title: expect.stringContaining("fenêtre"), content: expect.stringContaining("l\u2019été") });
    expect(notes).toEqual([expect.stringMatching(/^Not in UTF-8, .* windows-1252/)]);
  });

  it("guesses no encoding of a feed, or of binary data", async () => {
    const inFeed = latin1("<rss version='2.0'><channel><title>Une fenêtre</title></channel></rss>");
    await expect(reader.read({ content: inFeed, name: "feed.xml" })).rejects.toThrow("it is not UTF-8 and names no other encoding");
    await expect(reader.read({ content: latin1("Ö\0\0\0"), name: "a.txt" })).rejects.toThrow("it is not UTF-8");
  });

  it("rejects a document that takes too much memory or time", async () => {
    const memory = openReader({ megabytes: 8, milliseconds: 60_000 });
    const large = feed(item("word ".repeat(2_000_000)));
    await expect(memory.read(large)).rejects.toThrow("Cannot read it: it takes more than 8 MB of memory; cut it into several");
    const time = openReader({ megabytes: 400, milliseconds: 1 });
    await expect(time.read(feed(item("A")))).rejects.toThrow("Cannot read it: it takes more than 0.001 seconds; cut it into several");
  });

  it("starts a new process after it was closed", async () => {
    expect(await titlesOf(reader, feed(item("A")))).toEqual(["A"]);
    reader.close();
    expect(await titlesOf(reader, feed(item("B")))).toEqual(["B"]);
  });
});
