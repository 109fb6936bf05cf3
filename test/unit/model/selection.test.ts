import { describe, expect, it } from "vitest";
import {
  authorSelection,
  categorySelection,
  foldSpelling,
  foldTerm,
  languageSelection,
  selectionOf,
  termsOf,
  wholeSite,
} from "../../../src/model/selection.ts";
import { siteSchema } from "../../../src/settings/site-settings.ts";
import { site } from "../content/sample.ts";

const slugged = (slugs: Readonly<Record<string, string>>) => ({ ...site, slugs: { ...slugs } });

describe("categorySelection()", () => {
  it.each([
    ["C", "/categories/c"],
    ["C++", "/categories/c-plus-plus"],
    ["g++ & clang++", "/categories/g-plus-plus-and-clang-plus-plus"],
    ["C#", "/categories/c-sharp"],
    ["#1", "/categories/1"],
    ["R&D", "/categories/r-and-d"],
    ["AT & T", "/categories/at-and-t"],
    ["日本語", "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E"],
    ["a/b", "/categories/a-b"],
    ["v1.2", "/categories/v1.2"],
    ["The  Open Sea!", "/categories/the-open-sea"],
    ["..", "/categories/untitled"],
    ["\u00DCber", "/categories/%C3%BCber"],
    ["U\u0308ber", "/categories/%C3%BCber"],
    ["archive", "/categories/archive"],
  ])("returns the path of %s", (name, path) => {
    expect(categorySelection(name, site)).toEqual({ kind: "category", name, path });
  });

  it.each([
    ["as it is", "Sea", { Sea: "the-sea" }, "/categories/the-sea"],
    ["in another case", "SEA", { Sea: "the-sea" }, "/categories/the-sea"],
    ["in another Unicode form", "U\u0308", { Ü: "ue" }, "/categories/ue"],
    ["with capitals", "Sea", { Sea: "Open_Sea" }, "/categories/Open_Sea"],
    ["percent-encoded", "Sea", { Sea: "mör" }, "/categories/m%C3%B6r"],
    ["of another term", "Sea", { Seas: "the-sea" }, "/categories/sea"],
    ["that is a name of Object.prototype", "constructor", {}, "/categories/constructor"],
  ])("uses a slug of the settings %s", (_criterion, name, slugs, path) => {
    expect(categorySelection(name, slugged(slugs)).path).toBe(path);
  });

  it.each(["sea:side", "http:sea", ".", ".."])("uses the slug %j of the settings, unless it is invalid", (slug) => {
    const { path } = categorySelection("Sea", slugged({ Sea: slug }));
    const isAllowed = siteSchema.safeParse({ title: "T", author: { name: "A" }, slugs: { Sea: slug } }).success;
    const isThere = path === `/categories/${slug}` && new URL(path, site.url).pathname === path;
    expect(isThere || !isAllowed).toBe(true);
  });

  it("keeps the slugs of different sites apart", () => {
    const [one, other] = [slugged({ Sea: "one" }), slugged({ Sea: "other" })];
    expect([one, other, one].map((each) => categorySelection("Sea", each).path)).toEqual([
      "/categories/one",
      "/categories/other",
      "/categories/one",
    ]);
  });
});

describe("authorSelection()", () => {
  it("builds the paths of authors like those of categories", () => {
    expect(authorSelection("Łukasz & Ada", site)).toEqual({ kind: "author", name: "Łukasz & Ada", path: "/authors/%C5%82ukasz-and-ada" });
    expect(authorSelection("Ada", slugged({ ada: "countess" })).path).toBe("/authors/countess");
  });
});

describe("languageSelection()", () => {
  it.each([
    ["en", "/languages/en"],
    ["pt-BR", "/languages/pt-br"],
    ["zh-Hans-TW", "/languages/zh-hans-tw"],
  ])("returns the path of %s", (tag, path) => {
    expect(languageSelection(tag)).toEqual({ kind: "language", name: tag, path });
  });
});

describe("foldTerm()", () => {
  it.each([
    ["Sea", "sEA", true],
    ["\u00DC", "u\u0308", true],
    ["Sea", "Seas", false],
    ["Maße", "Masse", false],
    ["a b", "a-b", false],
    ["o", "ö", false],
  ])("compares %j and %j: %s", (one, other, expected) => {
    expect(foldTerm(one) === foldTerm(other)).toBe(expected);
  });
});

const selectionsOf = (entry: Parameters<typeof termsOf>[0], at: typeof site) => termsOf(entry).map((term) => selectionOf(term, at));

describe("selectionOf() and termsOf()", () => {
  it("list every category and author of an entry, and its language, but not the whole site", () => {
    const entry = { categories: ["Sea", "C++"], authors: [{ name: "Ada" }, { name: "Bob" }], language: "pt-BR" };
    expect(selectionsOf(entry, site).map(({ path }) => path)).toEqual([
      "/categories/sea",
      "/categories/c-plus-plus",
      "/authors/ada",
      "/authors/bob",
      "/languages/pt-br",
    ]);
    expect(selectionsOf(entry, site)).not.toContainEqual(wholeSite);
  });

  it("return the whole site, which has no name and no path", () => {
    expect(selectionOf({ kind: "site", name: "" }, site)).toEqual({ kind: "site", name: "", path: "" });
    expect(wholeSite).toEqual({ kind: "site", name: "", path: "" });
  });
});

describe("foldSpelling()", () => {
  it.each([
    ["Web Dev", "web-dev", true],
    ["web_dev", "WebDev", true],
    ["Ann Lee (@ann-lee)", "Ann Lee (ann-lee)", true],
    ["Ada B.", "ada-b", true],
    ["C", "C++", false],
    ["C", "C#", false],
    ["node.js", "nodejs", false],
    [".NET", "net", false],
    ["1-2", "12", false],
    ["🐟", "🐙", false],
    ["--", "@", false],
  ])("compares %j and %j", (one, other, expected) => {
    expect(foldSpelling(one) === foldSpelling(other)).toBe(expected);
  });
});
