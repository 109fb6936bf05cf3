import { describe, expect, it } from "vitest";
import { checkDocument } from "../../src/conformance/check.ts";
import { childOf, childrenOf, parseXml, type XmlElement } from "../../src/conformance/xml.ts";
import type { CompiledEntry } from "../../src/content/compile-entry.ts";
import { wholeSite } from "../../src/content/selection.ts";
import { linksOf } from "../../src/feed/feed-document.ts";
import { atom } from "../../src/feed/formats.ts";
import { archivePage, type FeedPage, newestPage } from "../../src/feed/page.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { sampleEntry, sampleSite } from "../samples.ts";

const numbered = Array.from({ length: 100 }, (_, index) => sampleEntry(String(index), { published: index })).reverse();

/** A selection of the oldest entries of many, as it was when there were no more. */
const selectedOf = (total: number) => ({ selection: wholeSite, entries: numbered.slice(numbered.length - total) });

/** All archive pages of a selection, by asking for them until there is none. */
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
  it("holds with the feed itself every entry, by following prev-archive", () => {
    fc.assert(
      fc.property(total, limit, (total, limit) => {
        const found = new Set<string>();
        const visited = new Set<number | undefined>();
        let page: FeedPage | undefined = newestPage(selectedOf(total), limit);
        while (page !== undefined && !visited.has(page.number)) {
          visited.add(page.number);
          for (const slug of slugs(page)) found.add(slug);
          const previous: string | undefined = linksOf(sampleSite, page, atom)["prev-archive"];
          page = previous === undefined ? undefined : archivePage(selectedOf(total), limit, numberIn(previous));
          if (previous !== undefined) expect(page).toBeDefined();
        }
        expect([...found].sort()).toEqual(
          selectedOf(total)
            .entries.map(({ source }) => source)
            .sort(),
        );
        expect(visited.size).toBe(archiveOf(total, limit).length + 1);
      }),
    );
  });

  it("has full pages of one size, no entry twice, the oldest first; and none or more than one", () => {
    fc.assert(
      fc.property(total, limit, (total, limit) => {
        const pages = archiveOf(total, limit);
        expect(pages.length === 0).toBe(total <= limit);
        expect(pages.length).not.toBe(1);
        expect(new Set(pages.map(({ entries }) => entries.length)).size).toBeLessThanOrEqual(1);
        const archivePages = [...pages].reverse().flatMap(slugs);
        const all = selectedOf(total).entries.map(({ source }) => source);
        expect(archivePages).toEqual(all.slice(all.length - archivePages.length));
        for (const page of [newestPage(selectedOf(total), limit), ...pages]) expect(page.archivePages).toBe(pages.length);
      }),
    );
  });

  it("wastes little: no page could be left out, and none is larger than a feed", () => {
    fc.assert(
      fc.property(total, limit, (total, limit) => {
        const pages = archiveOf(total, limit);
        const size = pages[0]?.entries.length ?? 1;
        expect(size).toBeLessThanOrEqual(limit);
        if (pages.length > 2) expect((pages.length - 1) * size).toBeLessThan(total - limit);
      }),
    );
  });

  it("never changes when newer entries appear, but for one link to the page that comes next", () => {
    fc.assert(
      fc.property(fc.uniqueArray(total, { minLength: 2, maxLength: 12 }), limit, (totals, limit) => {
        const seen = new Map<number, { readonly slugs: string[]; links: Record<string, string>[] }>();
        for (const total of totals.sort((a, b) => a - b)) {
          const pages = archiveOf(total, limit);
          expect(pages.length).toBeGreaterThanOrEqual(seen.size);
          for (const page of pages) {
            const links = { ...linksOf(sampleSite, page, atom) };
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
      }),
    );
  });
});

const noon = Date.UTC(2024, 10, 6, 12);
const categories = { Sea: "/categories/sea", "R&D": "/categories/r-and-d", 日本語: "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E" };
const authors = { Ada: "/authors/ada", "Łukasz <B>": "/authors/%C5%82ukasz-b" };
const languages = { en: "/languages/en", ar: "/languages/ar", "pt-BR": "/languages/pt-br" };
const namesOf = <T extends string>(paths: Readonly<Record<T, string>>) => Object.keys(paths) as T[];

// Few instants for many entries, so that several appear at once.
const anyEntries = fc
  .array(
    fc.record({
      second: fc.integer({ min: -5, max: 5 }),
      categories: fc.subarray(namesOf(categories)),
      authors: fc.subarray(namesOf(authors), { minLength: 1 }),
      language: fc.constantFrom(...namesOf(languages)),
      draft: fc.nat({ max: 5 }).map((dice) => dice === 0),
    }),
    { maxLength: 16 },
  )
  .map((list) =>
    list
      .map(({ authors, second, ...fields }, index) => {
        const published = noon + second * 1000;
        const direction = fields.language === "ar" ? ("rtl" as const) : ("ltr" as const);
        return sampleEntry(`e${index}`, {
          ...fields,
          published,
          updated: published + index, // no two are the same, as the build has it
          authors: authors.map((name) => ({ name })),
          direction,
        });
      })
      .sort((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1)),
  );

const anySite = fc.record({ limit: fc.integer({ min: 1, max: 5 }), hub: fc.constantFrom({}, { hub: "https://hub.example/" }) });
const anySecond = fc.integer({ min: -6, max: 6 });

type App = ReturnType<typeof appUnderTest>;

/** The selections of an instant by their paths, counted without the code that is tested. */
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

/** Follows a feed from its newest document to its oldest: the documents by their URLs, none where there is no feed. */
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

// A case is a few hundred documents.
const fewer = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 300) / 5) };

describe("the documents of any entries, at any instant", () => {
  it("lead from every feed, in every format, to all that is visible in it and to nothing else, each of them valid", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, anySite, anySecond, async (entries, { hub, limit }, second) => {
        const app = appUnderTest({ entries, site: { ...sampleSite, ...hub, limit } });
        for (const now of [noon + second * 1000 - 1, noon + second * 1000]) {
          app.time.now = now;
          for (const [path, expected] of expectedAt(entries, now)) {
            for (const format of allFormats) {
              const documents = await follow(app, path, format);
              const found = new Set([...documents.values()].flatMap(({ ids }) => ids));
              expect([path, format, [...found].sort()]).toEqual([path, format, expected]);
              expect(documents.size > 0).toBe(path === "" || expected.length > 0);
            }
          }
        }
      }),
      fewer,
    );
  });

  it("stay byte for byte in the archive when a boundary passes, but for a link to the next page where that appears", async () => {
    let turned = 0;
    await fc.assert(
      fc.asyncProperty(anyEntries, anySite, anySecond, async (entries, { hub, limit }, second) => {
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
              if (appeared) turned++;
            }
          }
        }
      }),
      fewer,
    );
    expect(turned).toBeGreaterThan(0);
  });
});

function withoutNext(document: string): string {
  return document.replace(/<(?:atom:)?link rel="next-archive" href="[^"]*"\/>\s*/, "");
}
