import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFragment, serialize } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderSampleDocuments } from "../samples.ts";
import { PYTHON, run } from "./run.ts";

/**
 * The results of independent feed readers. Install them from the Debian packages libxml2-utils, python3-feedparser, newsboat and
 * sfeed: a test fails if its reader is missing.
 */
const formats = ["rss", "atom"] as const;
const { expected, ...sample } = await renderSampleDocuments();
const entries = expected.entries
  .map((entry) => ({ ...entry, title: titleOf(entry), content: plainHtml(entry.content), published: seconds(entry.published) }))
  .sort(byId);
const here = (file: string) => join(import.meta.dirname, file);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "readers-"));
  for (const format of formats) await writeFile(join(folder, `${format}.xml`), sample[format]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("the sample contains the titles that readers often corrupt", () => {
  const titles = expected.entries.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['Vec<T> & &amp; "x" ]]> 🐟', "مرحبا بالعالم", "Fish & chips < 5", "AT&T"]));
});

describe("xmllint", () => {
  it.each(formats)("finds %s well-formed", async (format) => {
    expect(await run("xmllint", ["--noout", "--nonet", join(folder, `${format}.xml`)])).toBe("");
  });

  it("validates Atom with the grammar of RFC 4287", async () => {
    expect(await validate(sample.atom)).toBe("");
  });

  it.each([
    ["an unknown element", "</feed>", "<item/></feed>"],
    ["an entry without id", /(<entry>[\s\S]*?)<id>[^<]*<\/id>/, "<entry>"],
    ["a date that is none", /<updated>[^<]*</, "<updated>today<"],
  ])("detects %s", async (_name, from, to) => {
    await expect(validate(sample.atom.replace(from, to))).rejects.toThrow("fails to validate");
  });

  function validate(document: string): Promise<string> {
    return run("xmllint", ["--noout", "--nonet", "--relaxng", here("atom.rng"), "-"], { input: document });
  }
});

describe("feedparser", () => {
  it.each(formats)("reads %s", async (format) => {
    const feed = JSON.parse(await run(PYTHON, [here("feedparser_dump.py")], { input: sample[format] }));
    expect(feed).toMatchObject({ bozo: false, problem: "", title: expected.feedTitle });
    expect(feed.entries.map(withPlainHtml).sort(byId)).toEqual(entries);
  });
});

describe("sfeed", () => {
  // sfeed reads every Atom title as plain text, so a title of type "html" would show its escapes.
  it.each(formats)("reads %s", async (format) => {
    const output = await run("sfeed", [], { input: sample[format] });
    const rows = output.replace(/\n$/, "").split("\n").map(readRow).sort(byId);
    expect(rows).toEqual(
      entries.map(({ id, url, title, authors, categories, content, published }) => ({
        id,
        url,
        title,
        // sfeed keeps only the first author.
        author: authors[0] ?? "",
        category: categories.join("|"),
        content,
        published,
      })),
    );
  });

  function readRow(row: string) {
    const [published, title, url, content = "", , id = "", author, , category] = row.split("\t");
    const unescaped = content.replace(/\\([nt\\])/g, (_, letter: string) => ({ n: "\n", t: "\t" })[letter] ?? letter);
    return { id, url, title, author, category, content: plainHtml(unescaped), published: Number(published) };
  }
});

describe("newsboat", () => {
  let server: Server;
  let origin = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      const format = request.url === "/rss.xml" ? "rss" : "atom";
      response.writeHead(200, { "Content-Type": `application/${format}+xml; charset=utf-8` }).end(sample[format]);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each(formats)("reads %s, and finds no new article the second time", async (format) => {
    const home = await mkdtemp(join(folder, "newsboat-"));
    const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(home, name)) as [string, string, string];
    await writeFile(urls, `${origin}/${format}.xml\n`);
    await writeFile(config, "");
    const reload = () => run("newsboat", ["-u", urls, "-c", cache, "-C", config, "-x", "reload"], { home });
    const dump = async (...options: string[]) => JSON.parse(await run(PYTHON, [here("newsboat_dump.py"), cache, ...options]));

    await reload();
    const first = await dump();
    expect(first.titles).toEqual([expected.feedTitle]);
    expect(first.entries.map(withPlainHtml).sort(byId)).toEqual(
      entries.map(({ id, url, title, authors, content, published }) => ({
        id,
        url,
        title,
        author: authorOf(format, authors),
        content,
        published,
        unread: 1,
      })),
    );

    await dump("--read");
    await reload();
    const second = await dump();
    expect(second.entries.map(({ unread }: { unread: number }) => unread)).toEqual(entries.map(() => 0));
  });

  function authorOf(format: (typeof formats)[number], authors: readonly string[]): string {
    return format === "rss" ? (authors.at(-1) ?? "") : authors.join(", ");
  }
});

/** Readers invent titles for articles without one. */
function titleOf({ title }: { title: string }): string {
  return title === "" ? expect.any(String) : title;
}

/** Returns one spelling for equal HTML, whichever characters are escaped. */
function plainHtml(html: string): string {
  return serialize(parseFragment(html.trim()));
}

function withPlainHtml<Article extends { content: string; id: string }>(article: Article): Article {
  return { ...article, content: plainHtml(article.content) };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function seconds(date: string): number {
  return Math.floor(Date.parse(date) / 1000);
}
