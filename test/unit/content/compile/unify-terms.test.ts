import { describe, expect, it } from "vitest";
import { compile } from "../../../../src/content/compile/compile.ts";
import { categorySelection } from "../../../../src/model/selection.ts";
import { noMedia } from "../../../no-media.ts";
import { compileAll, now, site } from "../sample.ts";

/** An article of a day in November 2024. */
const article = (day: number, yaml: string) => `---\ndate: 2024-11-${String(day).padStart(2, "0")}\n${yaml}\n---\nText`;

async function termsOf(articles: Readonly<Record<string, string>>, options: Parameters<typeof compileAll>[1] = {}) {
  const { entries, problems } = await compileAll(articles, options);
  const terms = entries.map(({ authors, categories, source }) => [source, [...categories, ...authors.map(({ name }) => name)]]);
  return { terms: Object.fromEntries(terms) as Readonly<Record<string, readonly string[]>>, problems };
}

const shares = (kind: string, one: string, path: string, other: string) =>
  `${kind} "${one}" would share the address ${path} with "${other}", so its address is ${path}-2: spell them alike, or write slugs = { "${one}" = "${path.split("/")[2]}-2" } into [vars.SITE] in wrangler.toml`;

describe("unifyTerms()", () => {
  it("spells each category and author as the oldest article does", async () => {
    const { problems, terms } = await termsOf({
      "a.md": article(7, "categories: [sea, HARBOUR]\nauthors: [ada]"),
      "b.md": article(5, "categories: [Sea]\nauthors: [Ada, Bob]"),
      "c.md": article(6, "categories: [SEA, Harbour]\nauthors: [BOB, ADA]"),
    });
    expect(problems).toEqual([]);
    expect(terms).toEqual({
      "a.md": ["Sea", "Harbour", "Ada"],
      "b.md": ["Sea", "Ada", "Bob"],
      "c.md": ["Sea", "Harbour", "Bob", "Ada"],
    });
  });

  it("uses the first file of several with the same date", async () => {
    const articles = { "b.md": article(5, "tags: [sea]"), "a.md": article(5, "tags: [Sea]") };
    expect((await termsOf(articles)).terms).toMatchObject({ "a.md": ["Sea", "The desk"], "b.md": ["Sea", "The desk"] });
    expect(await termsOf(Object.fromEntries(Object.entries(articles).reverse()))).toEqual(await termsOf(articles));
  });

  it("unifies the spellings of a term in two Unicode forms", async () => {
    const { problems, terms } = await termsOf({
      "a.md": article(5, "tags: [\u00DCber]"),
      "b.md": article(6, "tags: [u\u0308BER]"),
    });
    expect(problems).toEqual([]);
    expect(terms["b.md"]).toEqual(["\u00DCber", "The desk"]);
  });

  it("spells the site's author as in the settings", async () => {
    const { entries, problems } = await compileAll({ "a.md": article(5, "author: THE DESK") });
    expect(problems).toEqual([]);
    expect(entries[0]?.authors).toEqual([site.author]);
  });

  it("keeps the other fields of an author", async () => {
    const { entries } = await compileAll({
      "a.md": article(5, "author: Ada"),
      "b.md": article(6, "author: {name: ADA, url: 'https://ada.example/'}"),
    });
    expect(entries.map(({ authors }) => authors)).toEqual([[{ name: "Ada", url: "https://ada.example/" }], [{ name: "Ada" }]]);
  });

  it("removes a repeated author", async () => {
    const { terms } = await termsOf({ "a.md": article(5, "authors: [Ada, Bob, ADA]") });
    expect(terms["a.md"]).toEqual(["Ada", "Bob"]);
  });

  it("keeps a category and an author of the same name apart", async () => {
    const { problems, terms } = await termsOf({ "a.md": article(5, "tags: [ada]\nauthor: Ada") });
    expect(problems).toEqual([]);
    expect(terms["a.md"]).toEqual(["ada", "Ada"]);
  });

  it.each([
    [
      "categories of one article",
      { "a.md": article(5, "categories: [C++, C plus plus]") },
      [`articles/a.md:3:13 warning ${shares("Category", "C plus plus", "/categories/c-plus-plus", "C++")}`],
    ],
    [
      "categories that have no letters",
      { "a.md": article(5, "categories: 🐟"), "b.md": article(6, "categories: 🐙") },
      [`articles/b.md:3:13 warning ${shares("Category", "🐙", "/categories/untitled", "🐟")}`],
    ],
  ])(
    "changes the address of the second of two %s that would share one, with location and advice",
    async (_criterion, articles, expected) => {
      expect((await termsOf(articles)).problems).toEqual(expected);
    },
  );

  it("reports them once, at the oldest article", async () => {
    const { problems } = await termsOf({
      "a.md": article(5, "categories: [C++]"),
      "b.md": article(7, "categories: [c plus plus]"),
      "c.md": article(6, "categories: [C plus plus]"),
    });
    expect(problems).toEqual([`articles/c.md:3:13 warning ${shares("Category", "C plus plus", "/categories/c-plus-plus", "C++")}`]);
  });

  it("finds a free address for each term in any case, and returns the slugs", async () => {
    const names = ["C++", "C plus plus", "C plus plus 2", "C-plus+plus", "c PLUS plus"];
    const { problems, site: settled } = await compile([{ source: "a.md", text: article(5, `categories: ${JSON.stringify(names)}`) }], {
      ...{ site: { ...site, slugs: { Sea: "ocean" } }, media: noMedia, development: false, now },
      verify(_entries, _redirects, _placeOf, { slugs }) {
        expect(slugs).toHaveProperty("C plus plus", "c-plus-plus-2");
        return [];
      },
    });
    expect(problems.map(({ severity }) => severity)).not.toContain("error");
    expect(settled.slugs).toMatchObject({ Sea: "ocean", "C plus plus": "c-plus-plus-2", "C plus plus 2": "c-plus-plus-2-2" });
    const paths = names.map((name) => categorySelection(name, settled).path);
    expect(new Set(paths).size).toBe(4);
  });

  const one = (kinds: string, name: string, other: string) =>
    `${kinds} "${name}" and "${other}" were merged, since only their spelling differs: write "${other}" everywhere`;

  it.each([
    ["Categories", "Web Dev", "web-dev"],
    ["Categories", "web-dev", "web_dev"],
    ["Categories", "WebDev", "Web Dev"],
    ["Categories", "Q&A!", "q&a"],
    ["Authors", "Ann Lee (@ann-lee)", "Ann Lee (ann-lee)"],
    ["Authors", "Ada B.", "ada-b"],
    ["Authors", "O'Brien", "O’Brien"],
  ])("merges the %s %j and %j, with a warning", async (kinds, oldest, other) => {
    const field = kinds.toLowerCase();
    const { problems, terms } = await termsOf({
      "a.md": article(5, `${field}: [${JSON.stringify(oldest)}]`),
      "b.md": article(6, `${field}: [${JSON.stringify(other)}]`),
      "c.md": article(7, `${field}: [${JSON.stringify(other.toUpperCase())}]`),
    });
    expect(Object.values(terms).map((names) => names[0])).toEqual([oldest, oldest, oldest]);
    expect(problems).toEqual([expect.stringMatching(/^articles\/b\.md:3:\d+ warning /)]);
    expect(problems[0]).toContain(one(kinds, other, oldest));
  });

  it("counts the files with the same spelling, and removes a repeated category of an article", async () => {
    const { problems, terms } = await termsOf({
      "a.md": article(5, "categories: [Web Dev, web-dev]"),
      "b.md": article(6, "categories: [web-dev]"),
      "c.md": article(7, "categories: [web_dev]"),
    });
    expect(problems).toEqual([
      `articles/a.md:3:13 warning ${one("Categories", "web-dev", "Web Dev")}`,
      `articles/c.md:3:13 warning ${one("Categories", "web_dev", "Web Dev")}`,
    ]);
    expect(terms).toEqual({ "a.md": ["Web Dev", "The desk"], "b.md": ["Web Dev", "The desk"], "c.md": ["Web Dev", "The desk"] });
  });

  it("spells the site's author as in the settings, with a warning", async () => {
    const { problems, terms } = await termsOf({ "a.md": article(5, "author: The-desk") });
    expect({ problems, terms }).toEqual({
      problems: [`articles/a.md:3:9 warning ${one("Authors", "The-desk", "The desk")}`],
      terms: { "a.md": ["The desk"] },
    });
  });

  it("keeps terms apart that differ in more than spelling", async () => {
    const names = ["C", "C++", "C#", "R&D", "RD", "node.js", "nodejs", "1-2", "12", "a/b", "ab"];
    const { problems, terms } = await termsOf({ "a.md": article(5, `categories: ${JSON.stringify(names)}`) });
    expect({ problems, terms }).toEqual({ problems: [], terms: { "a.md": [...names, "The desk"] } });
  });

  it("redirects the address of a spelling that is not used", async () => {
    const files = { "a.md": article(5, "categories: [web-dev]"), "b.md": article(6, "categories: [web_dev, WEB dev]") };
    const articles = Object.entries(files).map(([source, text]) => ({ source, text }));
    const { redirects } = await compile(articles, { site, media: noMedia, development: false, now });
    expect(redirects.moved).toEqual({ "/categories/web_dev": "/categories/web-dev" });
  });

  it("accepts terms with different slugs in the settings, and reports those with the same slug", async () => {
    const articles = { "a.md": article(5, "categories: [Web Dev]"), "b.md": article(6, "categories: [web-dev, Sea]") };
    const compiled = (slugs: Record<string, string>) => termsOf(articles, { site: { ...site, slugs } });
    expect((await compiled({ "WEB-DEV": "wd" })).problems).toEqual([]);
    expect((await compiled({ "web-dev": "sea" })).problems).toEqual([
      `articles/b.md:3:13 warning ${shares("Category", "Sea", "/categories/sea", "web-dev")}`,
    ]);
    expect((await compiled({ "web-dev": "s", sea: "s" })).problems).toEqual([
      `articles/b.md:3:13 error Category "Sea" would share the address /categories/s with "web-dev": give it another slug in wrangler.toml, in slugs of [vars.SITE]`,
    ]);
  });

  it("includes drafts only during development, after the others", async () => {
    const articles = { "a.md": article(5, "draft: true\ncategories: [SEA, web-dev]"), "b.md": article(6, "categories: [Sea, Web Dev]") };
    expect(await termsOf(articles)).toEqual({ terms: { "b.md": ["Sea", "Web Dev", "The desk"] }, problems: [] });
    const developing = await termsOf(articles, { development: true });
    expect(developing.terms).toEqual({ "a.md": ["Sea", "Web Dev", "The desk"], "b.md": ["Sea", "Web Dev", "The desk"] });
    expect(developing.problems).toEqual([`articles/a.md:4:13 warning ${one("Categories", "web-dev", "Web Dev")}`]);
  });

  it("keeps the first of repeated authors", async () => {
    const { entries } = await compileAll({ "a.md": article(5, "authors: [{name: Ada, url: https://ada.example/}, Bob, ADA, Cy, Bob]") });
    expect(entries[0]?.authors).toEqual([{ name: "Ada", url: "https://ada.example/" }, { name: "Bob" }, { name: "Cy" }]);
  });
});
