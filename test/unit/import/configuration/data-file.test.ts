import { describe, expect, it } from "vitest";
import { readDataFile } from "../../../../src/import/configuration/data-file.ts";
import { folderWith } from "../generators/in-memory-site.ts";

function read(text: string) {
  const faults: string[] = [];
  const folder = { ...folderWith({ "config.yml": text }), report: ({ reason }: { readonly reason: string }) => void faults.push(reason) };
  return { value: readDataFile(folder, "config.yml"), faults };
}

describe("readDataFile() of YAML", () => {
  it.each([
    ["a closing line", "---\na: 1\n---\n", { a: 1 }],
    ["a closing line without a line break", "a: 1\n---", { a: 1 }],
    ["two lines at the end", "a: 1\n---\n---\n", { a: 1 }],
    ["an end of the document", "%YAML 1.2\n---\na: 1\n...\n", { a: 1 }],
    ["an empty first document", "---\n# x\n---\na: 1\n", { a: 1 }],
    ["a second document", "a: 1\n---\nb: 2\n", { a: 1 }],
    ["a faulty second document", "a: 1\n---\nb: [\n", { a: 1 }],
    ["tabs", "a:\n\tb: 1\n\tc:\n\t\td: 2\n", { a: { b: 1, c: { d: 2 } } }],
    ["tabs between documents", "---\na:\n\tb: 1\n---\n", { a: { b: 1 } }],
    ["tabs in a text that is valid", "a: |\n  x\n  \ty\n", { a: "x\n\ty\n" }],
    ["nothing", "", {}],
    ["comments", "# x\n---\n", {}],
    ["the merge of a table", "a: &a {b: 1}\nc:\n  <<: *a\n", { a: { b: 1 }, c: { b: 1 } }],
  ])("accepts %s", (_, text, value) => {
    expect(read(text)).toEqual({ value, faults: [] });
  });

  it.each([
    ["a: [1\n---\n", /^line 2: /],
    ["a:\n\tb: [1\n", /^line 3: /],
    ["- a\n---\n", /^it is not a table/],
  ])("reports the fault of %j", (text, fault) => {
    expect(read(text)).toEqual({ value: "unreadable", faults: [expect.stringMatching(fault)] });
  });
});
