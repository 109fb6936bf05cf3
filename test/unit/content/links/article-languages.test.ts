import { describe, expect, it } from "vitest";
import { ArticleNames } from "../../../../src/content/links/article-names.ts";
import { compileAll } from "../sample.ts";

describe("ArticleLanguages", () => {
  it.each([
    ["folders with the same article", ["content/de/a.md", "content/en/a.md", "content/notes/c.md"], "content/de/a.md", "de"],
    ["other articles of such a folder", ["de/a.md", "en/a.md", "de/b.md", "notes/c.md"], "de/b.md", "de"],
    ["a folder next to the original", ["a.md", "de/a.md"], "de/a.md", "de"],
    ["folders that are all tags", ["de/a.md", "pt-BR/b.md"], "pt-BR/b.md", "pt-BR"],
    ["a name with the tag of a translation", ["x.md", "x.de.md", "2024-01-01-y.de.md"], "2024-01-01-y.de.md", "de"],
    ["a name with the tag of a folder", ["de/a.md", "en/a.md", "2024-01-01-y.de.md"], "2024-01-01-y.de.md", "de"],
    ["a single folder", ["it/a.md", "notes/b.md"], "it/a.md", undefined],
    ["a single name", ["2024-01-01-web.io.md", "b.md"], "2024-01-01-web.io.md", undefined],
    ["a folder that is not a tag", ["go/a.md", "js/a.md"], "js/a.md", undefined],
  ])("finds the language of %s", (_, sources, source, language) => {
    expect(new ArticleNames(sources).languageOf(source)).toBe(language);
  });
});

describe("parseArticle() and languages of folders", () => {
  it("applies the language of a folder without a change of the address, unless the front matter has one", async () => {
    const text = "---\ndate: 2024-11-06\n---\nText";
    const { entries } = await compileAll({ "de/a.md": text, "en/a.md": text, "de/b.md": text.replace("---\nText", "lang: fr\n---\nText") });
    expect(Object.fromEntries(entries.map(({ language, path }) => [path, language]))).toEqual({
      "/articles/de/a": "de",
      "/articles/en/a": "en",
      "/articles/de/b": "fr",
    });
  });
});
