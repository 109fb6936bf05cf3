import { expect, it } from "vitest";
import { checkDocument } from "../../../src/conformance/check.ts";
import { renderSamples, sampleEntry } from "../../samples.ts";

// docs/conformance.md names these exceptions.
it.each([
  ["title", { rss: ["ContainsHTML"], atom: ["ContainsUndeclaredHTML"], json: [] }],
  ["summary", { rss: [], atom: ["ContainsUndeclaredHTML"], json: [] }],
] as const)("an end tag in the plain text of a %s breaks one rule at most", (field, rules) => {
  const documents = renderSamples([sampleEntry("a", { [field]: "Write <b>bold</b> text." })]);
  for (const format of ["rss", "atom", "json"] as const) {
    const violations = checkDocument(
      format,
      documents[format],
      `https://news.example/${format === "json" ? "feed.json" : `${format}.xml`}`,
    );
    expect(violations.map(({ rule }) => rule)).toEqual(rules[format]);
  }
});

it.each([
  ["tag in the name of a category", { categories: ["<em>x</em>"] }, [["ContainsHTML"], []]],
  ["tag in the name of an author", { authors: [{ name: "<em>x</em>" }] }, [[], ["ContainsHTML"]]],
  ["id with an unknown scheme", { id: "post:12" }, [[], ["SchemeNotIANARegistered"]]],
  ["id with another scheme", { id: "yt:video:x" }, [[], ["SchemeNotIANARegistered"]]],
  ["id with a bad host", { id: "https://[bad]/x" }, [[], ["InvalidUriChar"]]],
])("one rule is broken by: %s", (_, fields, rules) => {
  const documents = renderSamples([sampleEntry("a", fields)]);
  const found = (["rss", "atom"] as const).map((format) => [
    ...new Set(checkDocument(format, documents[format], `https://news.example/${format}.xml`).map(({ rule }) => rule)),
  ]);
  expect(found).toEqual(rules);
});
