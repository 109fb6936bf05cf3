import { afterAll, describe, expect } from "vitest";
import { feedLinks } from "../../src/feed/feed-document.ts";
import type { CompiledEntry } from "../../src/model/entry.ts";
import { archivePage, type FeedPage, newestPage } from "../../src/model/feed-page.ts";
import { atom } from "../../src/model/format.ts";
import { wholeSite } from "../../src/model/selection.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { checkDocument, childOf, childrenOf, parseXml, type XmlElement } from "../judge.ts";
import { sampleEntry, sampleSite } from "../samples.ts";
import { anyEntries, anySecond, authors, categories, languages, namesOf, noon } from "./arbitrary-entries.ts";
import { law } from "./law.ts";

const numbered = Array.from({ length: 100 }, (_, index) => sampleEntry(String(index), { published: index })).reverse();

/** A selection of the oldest of many entries, as it was before the others existed. */
const selectedOf = (total: number) => ({ selection: wholeSite, entries: numbered.slice(numbered.length - total) });

/** Returns all archive pages of a selection, requesting them until there are no more. */
function archiveOf(total: number, limit: number): FeedPage[] {
  const pages: FeedPage[] = [];
  for (
    let page = archivePage(selectedOf(total), limit, 1);
    page !== undefined;
    page = archivePage(selectedOf(total), limit, pages.length + 1)
  ) {
    pages.push(page);
  }
  return pages;
}

const numberIn = (url: string | undefined) => Number(/\/archive\/(\d+)\/atom\.xml$/.exec(url ?? "")?.[1]);
const slugs = ({ entries }: FeedPage) => entries.map(({ source }) => source);

const total = fc.integer({ min: 0, max: numbered.length });
const limit = fc.integer({ min: 1, max: 12 });

describe("the archive of any number of entries", () => {
  law("the feed and its archive pages, linked by prev-archive, contain every entry", [total, limit], (total, limit) => {
    const found = new Set<string>();
    const visited = new Set<number | undefined>();
    let page: FeedPage | undefined = newestPage(selectedOf(total), limit);
    while (page !== undefined && !visited.has(page.number)) {
      visited.add(page.number);
      for (const slug of slugs(page)) found.add(slug);
      const previous: string | undefined = feedLinks(sampleSite, page, atom)["prev-archive"];
      page = previous === undefined ? undefined : archivePage(selectedOf(total), limit, numberIn(previous));
      if (previous !== undefined) expect(page).toBeDefined();
    }
    expect([...found].sort()).toEqual(
      selectedOf(total)
        .entries.map(({ source }) => source)
        .sort(),
    );
    expect(visited.size).toBe(archiveOf(total, limit).length + 1);
  });

  law(
    "an archive has no page or several full pages of one size, oldest first, without repeated entries",
    [total, limit],
    (total, limit) => {
      const pages = archiveOf(total, limit);
      expect(pages.length === 0).toBe(total <= limit);
      expect(pages.length).not.toBe(1);
      expect(new Set(pages.map(({ entries }) => entries.length)).size).toBeLessThanOrEqual(1);
      const archivePages = [...pages].reverse().flatMap(slugs);
      const all = selectedOf(total).entries.map(({ source }) => source);
      expect(archivePages).toEqual(all.slice(all.length - archivePages.length));
      for (const page of [newestPage(selectedOf(total), limit), ...pages]) expect(page.archivePages).toBe(pages.length);
    },
  );

  law("an archive has no unnecessary page, and no page larger than a feed", [total, limit], (total, limit) => {
    const pages = archiveOf(total, limit);
    const size = pages[0]?.entries.length ?? 1;
    expect(size).toBeLessThanOrEqual(limit);
    if (pages.length > 2) expect((pages.length - 1) * size).toBeLessThan(total - limit);
  });

  law(
    "newer entries change nothing in an archive except a link to the next page",
    [fc.uniqueArray(total, { minLength: 2, maxLength: 12 }), limit],
    (totals, limit) => {
      const seen = new Map<number, { readonly slugs: string[]; links: Record<string, string>[] }>();
      for (const total of totals.sort((a, b) => a - b)) {
        const pages = archiveOf(total, limit);
        expect(pages.length).toBeGreaterThanOrEqual(seen.size);
        for (const page of pages) {
          const links = { ...feedLinks(sampleSite, page, atom) };
          const known = seen.get(page.number ?? 0);
          if (known === undefined) seen.set(page.number ?? 0, { slugs: slugs(page), links: [links] });
          else {
            expect(slugs(page)).toEqual(known.slugs);
            if (JSON.stringify(links) !== JSON.stringify(known.links.at(-1))) known.links.push(links);
          }
        }
      }
      for (const [number, { links }] of seen) {
        const [first = {}, ...later] = links;
        const next = `${sampleSite.url}/archive/${number + 1}/atom.xml`;
        expect(later).toEqual(later.length === 0 ? [] : [{ ...first, "next-archive": next }]);
        if (later.length > 0) expect(first).not.toHaveProperty("next-archive");
      }
    },
  );
});

const anyLimit = fc.record({ limit: fc.integer({ min: 1, max: 5 }), hub: fc.constantFrom({}, { hub: "https://hub.example/" }) });

type App = ReturnType<typeof appUnderTest>;

/** The selections at an instant by path, computed without the tested code. */
function expectedAt(entries: readonly CompiledEntry[], now: number): Map<string, string[]> {
  const visible = entries.filter(({ draft, published }) => !draft && published <= now);
  const ids = (belongs: (entry: CompiledEntry) => boolean) =>
    visible
      .filter(belongs)
      .map(({ id }) => id)
      .sort();
  const inLanguages = namesOf(languages).map((tag) => [languages[tag], ids(({ language }) => language === tag)] as const);
  const several = inLanguages.filter(([, { length }]) => length > 0).length > 1;
  return new Map([
    ["", ids(() => true)],
    ...namesOf(categories).map((name) => [categories[name], ids((entry) => entry.categories.includes(name))] as const),
    ...namesOf(authors).map((name) => [authors[name], ids((entry) => entry.authors.some((author) => author.name === name))] as const),
    ...inLanguages.map(([path, found]) => [path, several ? found : []] as const),
  ]);
}

const readers = {
  rss: { file: "/rss.xml", read: (text: string) => readXml(childOf(rootOf(text), "channel"), "atom:link", "item", "guid") },
  atom: { file: "/atom.xml", read: (text: string) => readXml(rootOf(text), "link", "entry", "id") },
  json: {
    file: "/feed.json",
    read(text: string) {
      const { items, next_url: previous } = JSON.parse(text) as { items: { id: string }[]; next_url?: string };
      return { ids: items.map(({ id }) => id), previous, next: undefined };
    },
  },
};
type Format = keyof typeof readers;
const allFormats = Object.keys(readers) as Format[];

function rootOf(text: string): XmlElement {
  const root = parseXml(text, () => {});
  if (root === undefined) throw new Error("Cannot be read as XML");
  return root;
}

function readXml(feed: XmlElement | undefined, link: string, item: string, id: string) {
  if (feed === undefined) throw new Error("Cannot find the feed");
  const linked = (rel: string) =>
    childrenOf(feed, link)
      .find(({ attributes }) => attributes.get("rel") === rel)
      ?.attributes.get("href");
  const ids = childrenOf(feed, item).map((element) => childOf(element, id)?.text ?? "");
  return { ids, previous: linked("prev-archive"), next: linked("next-archive") };
}

interface Fetched {
  readonly text: string;
  readonly etag: string | null;
  readonly ids: readonly string[];
  readonly next: string | undefined;
}

/** Follows a feed from its newest document to its oldest. Returns the documents by URL, or an empty result if there is no feed. */
async function follow({ get, time }: App, path: string, format: Format): Promise<Map<string, Fetched>> {
  const { file, read } = readers[format];
  const documents = new Map<string, Fetched>();
  let url: string | undefined = sampleSite.url + path + file;
  while (url !== undefined) {
    expect(documents.has(url)).toBe(false);
    const response = await get(url.slice(sampleSite.url.length));
    if (documents.size === 0 && response.status === 404) return documents;
    expect([url, response.status]).toEqual([url, 200]);
    const text = await response.text();
    expect([url, checkDocument(format, text, url, time.now)]).toEqual([url, []]);
    const { ids, next, previous }: ReturnType<typeof read> = read(text);
    documents.set(url, { text, etag: response.headers.get("etag"), ids, next });
    url = previous;
  }
  return documents;
}

describe("the documents of any entries, at any instant", () => {
  law(
    "links from every feed, in every format, lead to each visible entry once, in order, and to nothing else",
    [anyEntries, anyLimit, anySecond],
    async (entries, { hub, limit }, second) => {
      const app = appUnderTest({ entries, site: { ...sampleSite, ...hub, limit } });
      const inOrder = (ids: readonly string[]) => entries.map(({ id }) => id).filter((id) => ids.includes(id));
      for (const now of [noon + second * 1000 - 1, noon + second * 1000]) {
        app.time.now = now;
        for (const [path, expected] of expectedAt(entries, now)) {
          for (const format of allFormats) {
            const documents = await follow(app, path, format);
            const found = new Set([...documents.values()].flatMap(({ ids }) => ids));
            expect([path, format, [...found].sort()]).toEqual([path, format, expected]);
            for (const { ids } of documents.values()) expect(ids).toEqual(inOrder(ids));
            const archived = [...documents].filter(([url]) => url.includes("/archive/")).flatMap(([, { ids }]) => ids);
            expect(new Set(archived).size).toBe(archived.length);
            expect(documents.size > 0).toBe(path === "" || expected.length > 0);
          }
        }
      }
    },
    { share: 0.2 },
  );

  let [followed, turned] = [0, 0];
  law(
    "a passing boundary changes no byte of an archive except a link to a new next page",
    [anyEntries, anyLimit, anySecond],
    async (entries, { hub, limit }, second) => {
      const app = appUnderTest({ entries, site: { ...sampleSite, ...hub, limit } });
      for (const path of expectedAt(entries, noon).keys()) {
        for (const format of allFormats) {
          app.time.now = noon + second * 1000 - 1;
          const before = await follow(app, path, format);
          app.time.now += 1;
          const after = await follow(app, path, format);
          for (const [url, { etag, next, text }] of before) {
            if (!url.includes("/archive/")) continue;
            const now = after.get(url);
            const appeared = next === undefined && now?.next !== undefined;
            expect([url, appeared ? withoutNext(now.text) : now?.text]).toEqual([url, text]);
            if (now?.etag === etag) expect(now?.text).toBe(text);
            followed++;
            if (appeared) turned++;
          }
        }
      }
    },
    { share: 0.2 },
  );
  afterAll(() => {
    if (followed > 100) expect(turned).toBeGreaterThan(0);
  });
});

function withoutNext(document: string): string {
  return document.replace(/<(?:atom:)?link rel="next-archive" href="[^"]*"\/>\s*/, "");
}
