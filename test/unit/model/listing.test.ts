import { describe, expect, it } from "vitest";
import { createListing, selectionKey } from "../../../src/model/listing.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const entry = sampleEntry("a", { categories: ["Links", "Sea"], authors: [{ name: "Ada" }, { name: "Bob" }], language: "pt-BR" });
const everywhere = ["site ", "category Links", "category Sea", "author Ada", "author Bob", "language pt-BR"];

function listingOf(...unlisted: readonly string[]) {
  const selections = Object.fromEntries([...unlisted.map((key) => [key, { listed: false }]), ["categories/sea", { listed: true }]]);
  return createListing({ ...sampleSite, selections });
}

describe("createListing()", () => {
  it.each([
    ["no settings", [], everywhere],
    ["an unlisted category", ["categories/links"], ["category Links"]],
    ["an unlisted author", ["authors/bob"], ["author Bob"]],
    ["an unlisted language", ["languages/pt-br"], ["language pt-BR"]],
    ["two unlisted selections", ["categories/links", "authors/ada"], ["category Links", "author Ada"]],
    ["an unlisted selection of other entries", ["categories/news"], everywhere],
    ["a category with the name of an author", ["categories/ada"], everywhere],
  ])("lists an entry with %s", (_, unlisted, expected) => {
    const listing = listingOf(...unlisted);
    expect(listing.termsWith(entry).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected);
    expect(listing.isInSiteFeed(entry)).toBe(expected.includes("site "));
  });

  it("lists an unlisted entry nowhere", () => {
    const listing = listingOf("categories/links");
    expect(listing.termsWith({ ...entry, unlisted: true })).toEqual([]);
    expect(listing.isInSiteFeed({ ...entry, unlisted: true })).toBe(false);
    expect(listingOf().isInSiteFeed({ ...entry, unlisted: true })).toBe(false);
  });
});

describe("selectionKey()", () => {
  it.each([
    ["category", "C#", "categories/c-sharp"],
    ["category", "日本語", "categories/日本語"],
    ["author", "Łukasz", "authors/łukasz"],
    ["language", "pt-BR", "languages/pt-br"],
  ] as const)("returns the path of the %s %s", (kind, name, key) => {
    expect(selectionKey({ kind, name }, sampleSite)).toBe(key);
  });
});
