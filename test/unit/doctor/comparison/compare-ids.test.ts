import { describe, expect, it } from "vitest";
import { chooseFeed } from "../../../../src/doctor/comparison/choose-feed.ts";
import { compareIds } from "../../../../src/doctor/comparison/compare-ids.ts";
import { describeComparison } from "../../../../src/doctor/comparison/describe-comparison.ts";
import { addressKey, type LocalEntry, localEntries } from "../../../../src/doctor/comparison/local-entry.ts";
import type { IdentifiedEntry } from "../../../../src/doctor/live-site/identified-entry.ts";
import { sampleEntry, sampleSite } from "../../../samples.ts";

const day = (date: number, hour = 12) => Date.UTC(2024, 10, date, hour);
const site = "https://news.example";

const here = (name: string, change: Partial<LocalEntry> & { readonly aliases?: readonly string[] } = {}): LocalEntry => {
  const path = change.path ?? `/articles/${name}`;
  const keys = [path, ...(change.aliases ?? [])].map(addressKey);
  return { id: site + path, source: `${name}.md`, isListed: true, title: `About ${name}`, published: day(6), path, keys, ...change };
};
const live = (name: string, change: Partial<IdentifiedEntry> = {}): IdentifiedEntry => {
  const url = `${site}/articles/${name}`;
  return { id: url, url, title: `About ${name}`, published: day(6), ...change };
};
const compare = (known: readonly IdentifiedEntry[], local: readonly LocalEntry[]) =>
  compareIds(known, local, ["news.example", "old.example"]);
const nothing = { kept: 0, changed: [], vanished: [], late: [], beyond: 0 };

describe("compareIds()", () => {
  it("reports nothing if every id stays", () => {
    expect(compare([live("a"), live("b")], [here("a"), here("b")])).toEqual({ ...nothing, kept: 2 });
  });

  it.each([
    ["its address", live("x", { id: "old:1", url: `${site}/articles/a`, title: "Other" }), {}, "address"],
    ["its address with a slash more", live("x", { id: "old:1", url: `${site}/articles/a/`, title: "Other" }), {}, "address"],
    [
      "its address at the host of the live feed",
      live("x", { id: "old:1", url: "http://www.old.example/articles/a", title: "Other" }),
      {},
      "address",
    ],
    ["its address, spelt otherwise", live("x", { id: "old:1", url: `${site}/%C3%A9`, title: "Other" }), { path: "/é" }, "address"],
    ["a former address", live("x", { id: "old:1", url: `${site}/2024/a`, title: "Other" }), { aliases: ["/2024/a/"] }, "address"],
    ["its title and day", live("x", { id: "old:1", title: "  ABOUT “a”! ", published: day(7, 11) }), {}, "title"],
    ["its title and day, where the address has a query", live("x", { id: "old:1", url: `${site}/?p=1`, title: "About a" }), {}, "title"],
  ] as const)("recognizes an entry with a different id by %s", (_name, known, change, by) => {
    const local = here("a", change);
    expect(compare([known], [local])).toEqual({ ...nothing, changed: [{ live: known, local, by }] });
  });

  it.each([
    ["the title alone", live("x", { title: "About a", published: day(8) }), [here("a")]],
    ["the title of two", live("x", { title: "About a" }), [here("a"), here("b", { title: "About a" })]],
    ["no title", live("x", { title: "" }), [here("a", { title: "" })]],
    ["the path on another host", live("x", { url: "https://other.example/articles/a", title: "Other" }), [here("a")]],
    ["a path with a query", live("x", { url: `${site}/articles/a?p=2`, title: "Other" }), [here("a")]],
    ["the front page", live("x", { url: `${site}/`, title: "Other" }), [here("a", { path: "/" })]],
  ])("does not confuse entries by %s", (_name, known, local) => {
    expect(compare([known], local)).toMatchObject({ changed: [], vanished: [known] });
  });

  it("matches each article with at most one entry", () => {
    const twice = [live("a"), live("a", { id: "old:1" }), live("a", { id: "old:2" })];
    expect(compare(twice, [here("a")])).toMatchObject({ kept: 1, changed: [], vanished: [{ id: "old:1" }, { id: "old:2" }] });
  });

  it("counts old entries that are missing in the live feed, within the feed's range", () => {
    const local = [here("a"), here("c", { published: day(9) }), here("old", { published: day(1) }), here("gap", { published: day(5) })];
    expect(compare([live("a"), live("b", { published: day(3) })], local)).toMatchObject({ late: [{ source: "gap.md" }], beyond: 1 });
    expect(compare([], local)).toEqual(nothing);
  });

  it("reports a setting that keeps all ids", () => {
    const old = (name: string) => live(name, { id: `http://old.example/articles/${name}` });
    expect(compare([old("a"), old("b")], [here("a"), here("b")]).idBase).toBe("http://old.example");
    expect(compare([old("a"), live("b")], [here("a"), here("b")]).idBase).toBeUndefined();
    expect(compare([old("a"), live("b", { id: "old:1" })], [here("a"), here("b")]).idBase).toBeUndefined();
    expect(compare([live("a", { id: "http://old.example/blog/articles/a" })], [here("a")]).idBase).toBeUndefined();
  });
});

describe("compareIds() with an unlisted article", () => {
  it("does not expect it in the live feed, and finds it if it was there", () => {
    const local = [here("a", { isListed: false, published: day(5) }), here("b"), here("c", { published: day(4) })];
    expect(compare([live("b"), live("c", { published: day(4) })], local)).toEqual({ ...nothing, kept: 2 });
    expect(compare([live("a", { published: day(5) }), live("b")], local.slice(0, 2))).toEqual({ ...nothing, kept: 2 });
  });
});

describe("localEntries()", () => {
  const redirects = { moved: { "/2010/a": "/articles/a", "/elsewhere": "https://other.example/" }, gone: [] };

  it("returns the entries that would be published, with all their addresses", () => {
    const entry = { ...sampleEntry("a"), path: "/articles/a", aliases: ["/old/a"], published: day(6) };
    const entries = [entry, { ...entry, published: day(8) }, { ...entry, draft: true }];
    expect(localEntries({ entries: [{ ...entry, unlisted: true }], redirects, site: sampleSite }, day(7))).toMatchObject([
      { isListed: false },
    ]);
    expect(localEntries({ entries, redirects, site: sampleSite }, day(7))).toMatchObject([
      { id: entry.id, keys: ["/articles/a", "/old/a", "/2010/a"] },
    ]);
  });
});

describe("chooseFeed()", () => {
  const local = [here("a"), here("b")];
  const feed = (url: string, ...entries: readonly IdentifiedEntry[]) => ({ url, entries });

  it("prefers the feed with most of the articles, then the one that goes back furthest", () => {
    const comments = feed(
      `${site}/comments`,
      ...Array.from({ length: 9 }, (_, index) => live(`comment-${index}`, { url: `${site}/#c${index}` })),
    );
    const category = feed(`${site}/category`, live("a"));
    const whole = feed(`${site}/whole`, live("a"), live("b"));
    const longest = feed(`${site}/longest`, live("a"), live("b"), live("c"));
    expect(chooseFeed([comments, category, whole, longest], local, ["news.example"])?.url).toBe(longest.url);
    expect(chooseFeed([comments, category], local, ["news.example"])?.url).toBe(category.url);
    expect(chooseFeed([], local, [])).toBeUndefined();
  });

  it("treats addresses on the feed's host as the site's own", () => {
    const moved = live("x", { id: "old:1", url: "https://before.example/articles/a", title: "Other" });
    const before = feed("https://before.example/feed", moved);
    expect(chooseFeed([feed(`${site}/feed`, moved), before], local, ["news.example"])).toBe(before);
  });
});

describe("describeComparison()", () => {
  const folder = { idLine: (source: string, id: string) => `${source} ${id}`, isRemoved: (url: string) => url.endsWith("/gone") };
  const reported = (known: readonly IdentifiedEntry[], local: readonly LocalEntry[]) =>
    describeComparison({ feed: `${site}/feed`, history: { entries: known, documents: 1 }, comparison: compare(known, local) }, folder);

  it("names the article and the line to add", () => {
    expect(reported([live("a", { id: "old:1" })], [here("a")])).toContainEqual({
      check: "changed id",
      severity: "error",
      message: "articles/a.md would get a different id: every subscriber would see it again as new",
      evidence: `old:1 is live, ${site}/articles/a is here`,
      advice: "Add to its front matter: a.md old:1",
    });
  });

  it("advises to list a vanished entry as removed, unless it is listed", () => {
    const [, ...findings] = reported([live("b"), live("gone")], []);
    expect(findings).toEqual([
      {
        check: "vanished",
        severity: "warning",
        message: 'No article here is "About b"',
        evidence: `${site}/articles/b`,
        advice: "Import it, or list it as removed in articles/_removed.txt: /articles/b",
      },
      { check: "vanished", severity: "ok", message: "1 removed, as articles/_removed.txt says" },
    ]);
  });

  it("reports how far back the live feed goes", () => {
    const [first, ...others] = reported(
      [live("a"), live("b", { published: day(3) })],
      [here("a"), here("b"), here("gap", { published: day(5) })],
    );
    expect(first).toMatchObject({ severity: "ok", evidence: `${site}/feed, 2 entries in 1 document, back to 2024-11-03` });
    expect(others).toMatchObject([{ check: "new though old", severity: "note", evidence: "articles/gap.md" }]);
  });

  it("lists twenty changes and counts the rest", () => {
    const many = Array.from({ length: 50 }, (_, index) => index);
    const findings = reported(
      many.map((index) => live(`${index}`, { id: `old:${index}` })),
      many.map((index) => here(`${index}`)),
    );
    expect(findings.filter(({ severity }) => severity === "error")).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe("The same applies to 30 more");
  });

  it("notes why nothing was compared", () => {
    expect(describeComparison({ reason: "nothing is there" }, folder)).toMatchObject([
      { severity: "note", message: expect.stringContaining("nothing is there") },
    ]);
  });
});
