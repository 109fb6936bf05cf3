import { describe, expect, it } from "vitest";
import { readPythonConstants } from "../../../../../src/import/configuration/python/python-constants.ts";

const valueIn = (expression: string, before = "") => readPythonConstants(`${before}\nX = ${expression}\n`).values["X"];

describe("readPythonConstants() reads", () => {
  it.each([
    ["'moon'", "moon"],
    ['"it\'s"', "it's"],
    ["u'\\u00e9\\n\\''", "é\n'"],
    ["r'\\d{4}'", "\\d{4}"],
    ['"""two\nlines"""', "two\nlines"],
    ["'a' 'b'", "ab"],
    ["'a' + \"b\"", "ab"],
    ["('a'\n  'b')", "ab"],
    ["12", 12],
    ["-1", -1],
    ["True", true],
    ["None", null],
    ["('a', 'b',)", ["a", "b"]],
    ["'a', 'b'", ["a", "b"]],
    ["['a'] + ['b']", ["a", "b"]],
    ["()", []],
    ["{'a': {'path': 'b'}, 'c': 1,}", { a: { path: "b" }, c: 1 }],
    ["{'a', 'b'}", ["a", "b"]],
    ["(('a.md', 'b', 'c'),)", [["a.md", "b", "c"]]],
    ["'a'  # a comment 'b'", "a"],
    ["Y + 'index.html'", "a/index.html"],
  ])("%s", (expression, value) => expect(valueIn(expression, "Y = 'a/'")).toEqual(value));

  it.each([
    "os.path.join('a', 'b')",
    "f'{a}'",
    "date.today().year",
    "'a' % 1",
    "['a' for a in b]",
    "Z",
    "'a' if b else 'c'",
    "'unclosed",
    "(",
  ])("%s as computed", (expression) => expect(readPythonConstants(`X = ${expression}\n`)).toEqual({ values: {}, computed: ["X"] }));

  it("the last assignment without indentation, and ignores similar text", () => {
    const source = "A = 1\nA = 2\nif x:\n    A = 3\nB = '''\nA = 4\n'''\n# A = 5\ndef f():\n\tA = 6\n";
    expect(readPythonConstants(source)).toEqual({ values: { A: 2, B: "\nA = 4\n" }, computed: [] });
  });

  it("constants of another file", () => {
    expect(readPythonConstants("from conf import *\nB = A + '/b'", { A: "a" }).values).toEqual({ A: "a", B: "a/b" });
  });

  it("100,000 open brackets in linear time", () => {
    expect(readPythonConstants(`X = ${"(".repeat(100_000)}`).computed).toEqual(["X"]);
  });
});
