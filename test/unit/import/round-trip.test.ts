import { describe, expect, it } from "vitest";
import { compile } from "../../../src/content/compile/compile.ts";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import fc from "../../fast-check.ts";
import { noMedia } from "../../no-media.ts";
import { awkwardEntries, renderSamples, sampleSite } from "../../samples.ts";
import { compileImported, imported, now } from "./imported.ts";

const toSecond = (instant: number) => Math.floor(instant / 1000);

// The fields that a round trip must not change, if the format has them.
function essence(entry: CompiledEntry, format: string) {
  const { authors, categories, content, enclosure, id, published, title, updated, url } = entry;
  return {
    id,
    url,
    title,
    published: toSecond(published),
    updated: toSecond(updated),
    categories,
    authors: authors.map(({ name }) => name),
    enclosure: enclosure && {
      url: enclosure.url,
      type: enclosure.type,
      length: enclosure.length,
      duration: format === "json" ? enclosure.duration : undefined, // RSS and Atom have it only in podcasts
      title: format === "rss" ? undefined : enclosure.title,
    },
    content: content.replace(/(?<=[#"])[\w-]+-(?=fn(?:ref)?-\d)/g, ""), // anchors begin with their article's name
  };
}

async function expectSame(entries: readonly CompiledEntry[], format: "atom" | "json" | "rss") {
  const { entries: read, notes } = parseFeedDocument(renderSamples(entries)[format], undefined);
  expect(notes).toEqual([]);
  const again = await compileImported(read);
  expect(again.map((entry) => essence(entry, format))).toEqual(entries.map((entry) => essence(entry, format)));
  return again;
}

async function smallSite(): Promise<readonly CompiledEntry[]> {
  const files = {
    "2024/moon.md":
      "---\ndate: 2024-11-06\nupdated: 2024-11-08 10:00\ncategories: [Sky, Night]\nauthors: [Ada, Bob]\n---\n# Moon\n\nUp.[^1]\n\n[^1]: Really.",
    "sun.txt": "Sun\n\n2024-11-07\n\nIt shines.\n\nOften.",
    "2024-11-05-code.md":
      "---\ntitle: Code\nid: urn:x:1\n---\n```js\nif (a < b && c) {}\n```\n\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |",
    "2024-11-04-talk.md":
      "---\ntitle: Talk\nenclosure: { url: https://x.example/talk.mp3, length: 12, duration: 1:02, title: T }\n---\nHear [moon](2024/moon.md).",
  };
  const articles = Object.entries(files).map(([source, text]) => ({
    source,
    text: source === "sun.txt" ? `---\ndate: 2024-11-07\n---\n${text}` : text,
  }));
  return (await compile(articles, { site: sampleSite, media: noMedia, development: false, now })).entries;
}

describe("Broadsheet's own documents, imported and compiled again", () => {
  it.each(["rss", "atom", "json"] as const)("have the same awkward entries: %s", async (format) => {
    const again = await expectSame(awkwardEntries, format);
    const dinner = again.find(({ title }) => title.startsWith("Fish"));
    expect(dinner?.image?.url).toBe("https://news.example/media/ab12/fish.png?a=1&b=2");
    expect(again.find(({ title }) => title.startsWith("مرحبا"))).toMatchObject({ language: "ar", direction: "rtl" });
  });

  it.each(["rss", "atom", "json"] as const)("have the same entries of a small site: %s", async (format) => {
    const site = await smallSite();
    expect(site).toHaveLength(4);
    await expectSame(site, format);
  });
});

const awkward = fc.constantFrom(
  ..."abz09 :#-?|>&*!%@'\"\\{}[],`~=<\n\t\u2028",
  "---",
  "...",
  ": ",
  " #",
  "null",
  "~",
  "🐟",
  "مر",
  "\u200F",
  "é",
  "%YAML",
);
const text = fc.array(awkward, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
const folded = (value: string) => value.replace(/\s+/g, " ").trim();

describe("awkward text in front matter", () => {
  it("is unchanged except for white space", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, name, summary) => {
        fc.pre([name, summary].every((value) => !["", "null", "~"].includes(folded(value))));
        const [entry] = await compileImported([imported({ id: `urn:${title}`, title, authors: [{ name }], summary: `1. ${summary}` })]);
        expect(entry).toMatchObject({ title: folded(title), authors: [{ name: folded(name) }], summary: folded(`1. ${summary}`) });
        expect(entry?.id).toBe(folded(`urn:${title}`));
      }),
    );
  });
});
