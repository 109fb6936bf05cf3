import { join } from "node:path";
import { type EntryAsRead, type FormatName, plainFields, type Reader } from "../reader.ts";
import { PYTHON, run } from "../run.ts";

const episodeFields = ["duration", "episode", "season", "episodeType"] as const;

/** The Universal Feed Parser, of many Python programs. */
export const feedparser: Reader = {
  name: "feedparser",
  formats: ["rss", "atom"],
  fields: (format) => ({
    feed: ["title"],
    entry: [...plainFields, "updated", "authors", "categories", "summary", "image", ...(format === "rss" ? episodeFields : [])],
  }),
  read: (document) => readDump(PYTHON, "feedparser_dump.py", document),
  differs: (entry) => ({
    ...(entry.summary === "" && { summary: entry.content }), // it copies the content
  }),
};

/** The parser of gPodder. */
export const podcastparser: Reader = {
  name: "podcastparser",
  formats: ["rss", "atom"],
  fields: (format) => ({ feed: ["title"], entry: [...plainFields, "image", ...(format === "rss" ? episodeFields : [])] }),
  read: (document) => readDump(PYTHON, "podcastparser_dump.py", document),
  // It needs a title or a file.
  differs: (entry, format) => (format === "rss" && entry.title === "" && entry.enclosures.length === 0 ? null : {}),
};

/** The parser of FreshRSS and WordPress. The variable SIMPLEPIE names the autoloader.php of a newer version. */
export const simplePie: Reader = {
  name: "SimplePie",
  formats: ["rss", "atom"],
  fields: (format) => ({
    feed: ["title"],
    entry: [...plainFields, "updated", "authors", "categories", "summary", "image", ...(format === "rss" ? (["duration"] as const) : [])],
  }),
  read: (document) => readDump("/usr/bin/php", "simplepie_dump.php", document),
  differs: ({ published, updated = published }, format) =>
    process.env["SIMPLEPIE"] === undefined ? oldDates(published, updated, format) : {},
};

// Debian's version prefers atom:updated to pubDate in RSS, and returns the date of publication for both in Atom.
function oldDates(published: number, updated: number, format: FormatName): Partial<EntryAsRead> {
  return format === "rss" ? { published: updated } : { updated: published };
}

/** sfeed, which writes one line per entry. */
export const sfeed: Reader = {
  name: "sfeed",
  formats: ["rss", "atom"],
  fields: () => ({ feed: [], entry: ["id", "url", "title", "authors", "categories", "published", "content", "enclosures"] }),
  async read(document) {
    const output = await run("sfeed", [], { input: document });
    return { feed: {}, entries: output.replace(/\n$/, "").split("\n").map(readRow) };
  },
  differs: ({ authors, enclosures }) => ({
    authors: authors.slice(0, 1), // it has one field for the author
    enclosures: enclosures.map(({ url }) => ({ url, type: "", length: 0 })), // it keeps only the URL
  }),
};

function readRow(row: string): Partial<EntryAsRead> {
  const [published, title = "", url = "", content = "", , id = "", author = "", enclosure = "", category = ""] = row.split("\t");
  return {
    id,
    url,
    title,
    authors: author === "" ? [] : [author],
    categories: category === "" ? [] : category.split("|"),
    published: Number(published),
    content: content.replace(/\\([nt\\])/g, (_, letter: string) => ({ n: "\n", t: "\t" })[letter] ?? letter),
    enclosures: enclosure === "" ? [] : [{ url: enclosure, type: "", length: 0 }],
  };
}

// A dump is JSON in the words of EntryAsRead, with null for undefined.
async function readDump(program: string, dump: string, document: string) {
  const output = await run(program, [join(import.meta.dirname, dump)], { input: document });
  const { entries, problem = "", title } = JSON.parse(output, (_, value: unknown) => value ?? undefined);
  if (problem !== "") throw new Error(problem);
  return { feed: { title }, entries };
}
