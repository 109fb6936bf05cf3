import { describe, expect, it } from "vitest";
import { AddressBook } from "../../../../src/import/old-site/address-book.ts";
import type { ArticleNote } from "../../../../src/import/old-site/article-note.ts";

const selections = [
  { kind: "author", name: "Ann", path: "/authors/ann" },
  { kind: "category", name: "Größe", path: "/categories/gr%C3%B6%C3%9Fe" },
  { kind: "language", name: "de", path: "/languages/de" },
] as const;

describe("AddressBook.reserve()", () => {
  it.each([
    ["/authors/ann", "/authors/ann-2"],
    ["/authors/ann/", "/authors/ann-2/"],
    ["/authors/bo", "/authors/bo"],
    ["/categories/größe/", "/categories/größe-2/"],
    ["/categories/gr%C3%B6%C3%9Fe/feed.json", "/categories/gr%C3%B6%C3%9Fe/feed-2.json"],
    ["/languages/de/", "/languages/de-2/"],
    ["/feed.xml", "/feed.xml"],
    ["/rss.xml", "/rss-2.xml"],
    ["/sitemap.xml", "/sitemap-2.xml"],
    ["/", "/home"],
    ["/index", "/home"],
    ["/index.html", "/home"],
    ["/moon/", "/moon/"],
  ])("replaces %s, which the site itself may use, with %s", (old, address) => {
    const notes: ArticleNote[] = [];
    expect(new AddressBook(selections).reserve("a.md", old, notes)).toBe(address);
    expect(notes).toHaveLength(old === address ? 0 : 1);
  });

  it("changes the address of the later of two articles with the same one, and says so", () => {
    const [book, notes]: [AddressBook, ArticleNote[]] = [new AddressBook([]), []];
    expect([book.reserve("a.md", "/x/", notes), book.reserve("b.md", "/x", notes)]).toEqual(["/x/", "/x-2"]);
    expect(notes).toEqual([{ kind: "The address belongs to another article", detail: "/x is /x-2 now" }]);
  });
});
