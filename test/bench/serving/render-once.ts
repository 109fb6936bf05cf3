import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import type { JsonFeed, JsonItem } from "../contenders/json-feed.ts";
import type { FormatName } from "./own-documents.ts";

const realXmlJs = "real-xml-js";

// node render-once.ts ours|feed RSS|Atom|JSON <feed.json>: prints the milliseconds of the first rendering.
const [renderer, format, file = ""] = process.argv.slice(2) as ["ours" | "feed", FormatName, string];
const feed = JSON.parse(readFileSync(file, "utf8")) as JsonFeed;
const render = renderer === "ours" ? await withUs(format) : await withFeed(format);

const begun = performance.now();
const document = render();
const took = performance.now() - begun;
if (!feed.items.every(({ url }) => document.includes(url))) throw new Error(`Cannot find every entry in what ${renderer} rendered`);
console.log(took);

async function withUs(name: FormatName): Promise<() => string> {
  const { wholeSite } = await import("../../../src/model/selection.ts");
  const { feedDocument } = await import("../../../src/feed/feed-document.ts");
  const { renderFeed } = await import("../../../src/feed/render-feed.ts");
  const { atom, jsonFeed, rss } = await import("../../../src/model/format.ts");
  const { sampleEntry, sampleSite } = await import("../../samples.ts");
  const format = { RSS: rss, Atom: atom, JSON: jsonFeed }[name];
  const entries = feed.items.map((item) => sampleEntry(item.url, fieldsOf(item)));
  return () => renderFeed(format, feedDocument(sampleSite, { selection: wholeSite, entries, archivePages: 0 }, format, entries));
}

function fieldsOf(item: JsonItem): Partial<CompiledEntry> {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content: item.content_html,
    published: Date.parse(item.date_published),
    updated: Date.parse(item.date_modified),
    categories: item.tags,
    authors: item.authors,
  };
}

async function withFeed(name: FormatName): Promise<() => string> {
  // Without the replacement of src/feed/xml-js, which returns trees.
  registerHooks({ resolve: (specifier, context, next) => next(specifier === "xml-js" ? realXmlJs : specifier, context) });
  const { Feed } = await import("feed");
  return () => {
    const made = new Feed({ id: feed.home_page_url, link: feed.home_page_url, title: feed.title, copyright: "", updated: new Date(0) });
    for (const item of feed.items) {
      made.addItem({
        id: item.id,
        link: item.url,
        title: item.title,
        description: item.summary,
        content: item.content_html,
        date: new Date(item.date_modified),
        published: new Date(item.date_published),
        author: item.authors.map(({ name: author }) => ({ name: author })),
        category: item.tags.map((tag) => ({ name: tag, term: tag })),
      });
    }
    return { RSS: () => made.rss2(), Atom: () => made.atom1(), JSON: () => made.json1() }[name]();
  };
}
