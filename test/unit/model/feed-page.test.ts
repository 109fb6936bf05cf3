import { describe, expect, it } from "vitest";
import { archivePage, type FeedPage, newestPage, pathOfPage } from "../../../src/model/feed-page.ts";
import { categorySelection, wholeSite } from "../../../src/model/selection.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

/** Creates a number of entries, newest first: 5, 4, 3, 2, 1. */
function selected(total: number) {
  return { selection: wholeSite, entries: Array.from({ length: total }, (_, index) => sampleEntry(String(total - index))) };
}

const slugs = (page: { readonly entries: readonly { readonly source: string }[] } | undefined) =>
  page?.entries.map(({ source }) => Number.parseInt(source, 10));

describe("newestPage()", () => {
  it("contains at most the limit of entries", () => {
    expect(slugs(newestPage(selected(5), 3))).toEqual([5, 4, 3]);
    expect(slugs(newestPage(selected(2), 3))).toEqual([2, 1]);
    expect(newestPage(selected(5), 3)).not.toHaveProperty("number");
  });

  it.each([
    [0, 4, 0],
    [4, 4, 0],
    [5, 4, 2],
    [8, 4, 2],
    [9, 4, 3],
    [10, 4, 3],
    [11, 4, 4],
    [3, 3, 0],
    [4, 3, 2],
    [7, 3, 2],
    [8, 3, 3],
    [1, 1, 0],
    [2, 1, 2],
    [3, 1, 2],
    [4, 1, 3],
  ])("splits %d entries with a limit of %d into %d archive pages", (total, limit, archivePages) => {
    expect(newestPage(selected(total), limit).archivePages).toBe(archivePages);
  });
});

describe("FeedPage.older", () => {
  it.each([
    [4, 4],
    [5, 4],
    [6, 4],
    [7, 4],
    [9, 4],
    [50, 7],
    [3, 1],
  ])("reaches all of %d entries with a limit of %d, without a page of only known entries", (total, limit) => {
    const first = newestPage(selected(total), limit);
    const seen = slugs(first) ?? [];
    let page: FeedPage | undefined = first;
    if (first.older !== undefined)
      expect(Math.min(...(slugs(archivePage(selected(total), limit, first.older)) ?? []))).toBeLessThan(Math.min(...seen));
    for (; page?.older !== undefined; seen.push(...(slugs(page) ?? []))) page = archivePage(selected(total), limit, page.older);
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  });
});

describe("archivePage()", () => {
  it("counts pages from the oldest entries, each newest first", () => {
    const pages = [1, 2, 3].map((number) => archivePage(selected(10), 4, number));
    expect(pages.map(slugs)).toEqual([
      [2, 1],
      [4, 3],
      [6, 5],
    ]);
    expect(pages.map((page) => [page?.number, page?.archivePages])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it.each([0, -1, 4, Number.POSITIVE_INFINITY])("returns undefined for page %d of three", (number) => {
    expect(archivePage(selected(10), 4, number)).toBeUndefined();
  });

  it("returns undefined if all entries fit into the feed", () => {
    expect(archivePage(selected(4), 4, 1)).toBeUndefined();
    expect(archivePage(selected(0), 4, 1)).toBeUndefined();
  });
});

describe("pathOfPage()", () => {
  it.each([
    [wholeSite, undefined, ""],
    [wholeSite, 3, "/archive/3"],
    [categorySelection("R&D", sampleSite), undefined, "/categories/r-and-d"],
    [categorySelection("R&D", sampleSite), 12, "/categories/r-and-d/archive/12"],
  ])("of %o and %s", (selection, number, path) => {
    expect(pathOfPage(selection, number)).toBe(path);
  });
});
