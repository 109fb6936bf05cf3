import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readSimpleYaml } from "../../src/content/front-matter/simple-yaml.ts";
import fc from "../fast-check.ts";

const signs = [
  ":",
  ": ",
  " #",
  "#",
  "-",
  "- ",
  "[",
  "]",
  "{",
  "}",
  ",",
  '"',
  "'",
  "\\",
  "&",
  "*",
  "!",
  "|",
  ">",
  "%",
  "@",
  "`",
  "?",
  "~",
  "\t",
  "\r",
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a", "Moon", "1.10", "ü", "null", "true", "2024-01-02", "12:30", "...", "---", "<<", "é") },
  { weight: 2, arbitrary: fc.constantFrom(" ", "  ", ...signs) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 2 }) },
);
const some = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const value = fc.oneof(
  some,
  some.map((text) => `"${text}"`),
  some.map((text) => `'${text}'`),
  fc.array(some, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
);
const key = fc.constantFrom("title", "date", "tags", "a-b", "_x", "__proto__", "toString", "1", "? a", "a b");
const line = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(key, value).map(([key, value]) => `${key}: ${value}`) },
  { weight: 1, arbitrary: key.map((key) => `${key}:`) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom("", " ", "  "), value).map(([indent, value]) => `${indent}- ${value}`) },
  { weight: 1, arbitrary: some },
);

describe("Simple YAML", () => {
  it("is what the parser reads, without a fault", () => {
    let simple = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const source = lines.join("\n");
        const read = readSimpleYaml(source);
        if (read === undefined) return;
        simple++;
        const document = parseDocument(source, { schema: "failsafe", uniqueKeys: true });
        expect([...document.errors, ...document.warnings]).toEqual([]);
        expect(read).toEqual(document.toJS());
      }),
    );
    expect(simple).toBeGreaterThan(0);
  });
});
