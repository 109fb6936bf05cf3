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
