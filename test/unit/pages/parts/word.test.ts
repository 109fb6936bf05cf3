import { describe, expect, it } from "vitest";
import { labelOf, Word } from "../../../../src/pages/parts/word.tsx";
import { appUnderTest } from "../../../app-under-test.ts";
import { sampleEntry, sampleSite } from "../../../samples.ts";
import { wordsIn } from "../../../words.ts";

describe("labelOf()", () => {
  it.each(["nb", "sr-Latn", "ckb", "he-x-a"])("marks an English name on a site in the language %s", (language) => {
    expect(labelOf({ ...sampleSite, language, words: wordsIn("en") }, "feeds")).toEqual({ "aria-label": "Feeds", lang: "en" });
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["de", "de"],
    ["pt-BR", "pt"],
  ])("marks no name on a site in the language %s", (language, words) => {
    expect(labelOf({ ...sampleSite, language, words: wordsIn(words) }, "feeds")).toEqual({ "aria-label": wordsIn(words).feeds });
  });

  it("marks an English name among those of the language of the site", () => {
    const site = { ...sampleSite, language: "de", words: { ...wordsIn("de"), english: ["feeds"] } };
    expect(labelOf(site, "feeds")).toMatchObject({ lang: "en" });
    expect(labelOf(site, "pages")).not.toHaveProperty("lang");
    expect(String(Word({ site, of: "feeds" }))).toMatch(/^<span lang="en" dir="ltr">/);
    expect(String(Word({ site, of: "pages" }))).not.toContain("lang");
  });

  it("marks every English name of a page in another language", async () => {
    const site = { ...sampleSite, language: "nb", limit: 1 };
    const content = "<table></table><pre>x</pre>";
    const entries = ["a", "b", "c"].map((slug) => sampleEntry(slug, { language: "nb", content }));
    const { get } = appUnderTest({ entries, site });
    for (const path of ["/", "/articles/b", "/archive/1/"]) {
      const labels = (await (await get(path)).text()).match(/<[a-z]+ [^>]*aria-label=[^>]*>/g) ?? [];
      expect(labels.length).toBeGreaterThan(2);
      expect(labels.filter((tag) => !tag.includes('lang="en"'))).toEqual([]);
    }
  });
});
