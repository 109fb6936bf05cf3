import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readPlainYaml } from "../../src/content/plain-yaml.ts";
import fc from "../fast-check.ts";

const pieces = [
  "a",
  "Zoë",
  "月",
  "0x1",
  "1.10",
  "true",
  "null",
  "- ",
  "-",
  ":",
  ": ",
  " :",
  "#",
  " #",
  ",",
  ", ",
  "[",
  "]",
  "{",
  "}",
  "&a",
  "*a",
  "!x",
  "|",
  ">",
].concat([
  '"',
  "'",
  '"x"',
  "'y'",
  "\\",
  "\\n",
  "%",
  "@",
  "`",
  "?",
  "? ",
  "=",
  "<<",
  "~",
  " ",
  "  ",
  "\t",
  "\u0085",
  "\u2028",
  "\uFEFF",
  "\u00A0",
  "---",
  "...",
]);
const value = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
const key = fc.constantFrom("title", "a-b", "T_1", "x", "y");
const likely = fc.oneof(
  value,
  value.map((text) => `"${text}"`),
  value.map((text) => `'${text}'`),
  fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
);
const lines = fc.array(
  fc.record({ key, value: likely, space: fc.constantFrom(" ", "", "  ", "\t") }).map(({ key, space, value }) => `${key}:${space}${value}`),
  { minLength: 1, maxLength: 3 },
);

describe("readPlainYaml()", () => {
  it("reads what it does read as the parser does", () => {
    let count = 0;
    fc.assert(
      fc.property(lines, (lines) => {
        const source = `${lines.join("\n")}\n`;
        const plain = readPlainYaml(source);
        if (plain === undefined) return;
        count++;
        const document = parseDocument(source, { schema: "failsafe" });
        expect([document.errors, document.toJS()]).toEqual([[], plain]);
      }),
      { numRuns: 20_000 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it.each([
    ["title: A walk, and more: 3.5 km", undefined],
    ["title: A walk at 12:30 (C#)", undefined],
    ["title: A walk at 12:30\ndate: 2024-11-06T10:00:00+01:00\n", { title: "A walk at 12:30", date: "2024-11-06T10:00:00+01:00" }],
    ['title: "Vec<T>: a walk"\ntags: [sea, Web Dev]\n', { title: "Vec<T>: a walk", tags: ["sea", "Web Dev"] }],
    ["tags: []\n", { tags: [] }],
    ["title: one\ntitle: two\n", undefined],
    ["title:\n", undefined],
    ["# note\ntitle: a\n", undefined],
    ["title: a\n  b\n", undefined],
    ["", undefined],
  ])("reads %j, or leaves it to the parser", (source, expected) => {
    expect(readPlainYaml(source)).toEqual(expected);
  });
});
