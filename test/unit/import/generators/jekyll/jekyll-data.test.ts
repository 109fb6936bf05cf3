import { describe, expect, it } from "vitest";
import { siteData } from "../../../../../src/import/generators/jekyll/jekyll-data.ts";
import { jekyll } from "../../../../../src/import/generators/jekyll.ts";
import { evaluateCondition } from "../../../../../src/import/template-tags/evaluate-condition.ts";
import { evaluateExpression } from "../../../../../src/import/template-tags/template-expression.ts";
import { folderWith } from "../in-memory-site.ts";

const files = {
  "_data/authors.yml": "ingrid: { name: Ingrid Vik, born: 1980 }",
  "_data/shops/oslo.json": '{ "street": "Storgata 1" }',
  "_data/shops.yml": "count: 3",
  "_data/members.csv": 'name,town\nAnn,"Oslo, Norway"\nBo,Bergen\n',
  "_data/prices.tsv": "bread\tcake\n40\t55,5\n",
  "_data/two words (old).yml": "a: b",
  "_data/faulty.yml": "a: [",
  "_data/script.rb": "x",
};

describe("siteData()", () => {
  it.each([
    ["authors.ingrid.name", "Ingrid Vik"],
    ["authors['ingrid'].born", "1980"],
    ["shops.oslo.street", "Storgata 1"],
    ["shops.count", "3"],
    ["members[0].town | upcase", "OSLO, NORWAY"],
    ["members | size", "2"],
    ["prices[0].cake", "55,5"],
    ["two_words_old.a", "b"],
    ["faulty.a", undefined],
    ["constructor.name", undefined],
  ])("reads site.data.%s", (expression, value) => {
    const data = siteData(folderWith(files), { source: "", values: {} });
    expect(evaluateExpression(`site.data.${expression}`, { site: { data } })).toBe(value);
  });

  it("reads the folder that the configuration names, below the source", () => {
    const data = siteData(folderWith({ "src/facts/a.yml": "b: c", "_data/d.yml": "e: f" }), {
      source: "src",
      values: { data_dir: "facts" },
    });
    expect({ ...data }).toEqual({ a: { b: "c" } });
  });

  it("does not decide conditions about data that the gem of a theme may have", () => {
    const data = siteData(folderWith(files), { source: "", values: {} });
    const options = { values: { site: { data } }, isComplete: true, isNunjucks: false };
    expect(evaluateCondition("site.data.ui-text.en", options)).toBeUndefined();
    expect(evaluateCondition("site.data.faulty", options)).toBeUndefined();
    expect(evaluateCondition("site.data.authors.ingrid", options)).toBe(true);
    expect(evaluateCondition("site.data.authors.olav", options)).toBe(false);
  });

  it("is a variable of the templates of a site", () => {
    const site = jekyll.open(folderWith({ ...files, "_config.yml": "title: T", "_posts/2024-01-02-a.md": "Text" }));
    const values = site?.templateValues?.({ path: "_posts/2024-01-02-a.md", frontMatter: {}, body: "" }, undefined);
    expect(evaluateExpression("site.data.authors.ingrid.name", values ?? {})).toBe("Ingrid Vik");
  });
});
