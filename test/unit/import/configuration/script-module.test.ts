import { describe, expect, it } from "vitest";
import { readScript } from "../../../../src/import/configuration/script-module.ts";
import { folderWith } from "../generators/in-memory-site.ts";

const exported = (source: string, more: Record<string, string> = {}) =>
  readScript(folderWith({ "a.ts": source, ...more }), "a.ts")?.exported;

describe("readScript()", () => {
  it.each([
    ["an object", "export default { a: 1, 'b': [true, null] }", { a: 1, b: [true, null] }],
    ["CommonJS", "module.exports = { a: -1 }", { a: -1 }],
    ["a call", "export default defineConfig({ a: 'x' })", { a: "x" }],
    ["a function", "module.exports = function (c) { c.x(); return { a: 'x' }; }", { a: "x" }],
    ["a constant with a type", "const c: Config = { a: 'x' } satisfies Config;\nexport default c as Config;", { a: "x" }],
    ["parts of constants", `const x = { y: 'z' };\nexport default { a: \`/\${x.y}/\` + x['y'], ...x }`, { a: "/z/z", y: "z" }],
    [
      "what only running it gives",
      "export default { a: process.env.X, b: process.env.X || 'x', c: f(1) }",
      { a: undefined, b: "x", c: undefined },
    ],
    ["paths", "export default { a: path.join(__dirname, 'b') }", { a: "./b" }],
  ])("reads %s", (_name, source, value) => {
    expect(exported(source)).toEqual(value);
  });

  it("reads constants that it imports, also from JSON", () => {
    const source = 'import { x } from "./b";\nimport c from "./c.json";\nconst d = require("./d");\nexport default { x, c, d }';
    const more = { "b.ts": "export const x: string = 'y'", "c.json": '{ "z": 1 }', "d.js": "module.exports = { w: 2 }" };
    expect(exported(source, more)).toEqual({ x: "y", c: { z: 1 }, d: { w: 2 } });
  });

  it.each([
    ["names", "const { a, b: c } = x; export default { a, c }", { a: 1, c: "y" }],
    ["defaults", "const { a = 2, e = 3, f: g = 'z' } = x; export default { a, e, g }", { a: 1, e: 3, g: "z" }],
    ["tables in tables", "const { d: { name } } = x; export default { name }", { name: "Ada" }],
    ["what is missing", "const { e, toString, ...rest } = x; export default { e, toString, rest }", {}],
    ["unknown values", "const { a } = process.env; export default { a }", {}],
  ])("reads the parts of a table: %s", (_name, source, value) => {
    const more = { "x.ts": "export const x = { a: 1, b: 'y', d: { name: 'Ada' } };" };
    expect(exported(`import { x } from "./x";\n${source}`, more)).toEqual(value);
  });

  it("reads the parts of a module", () => {
    expect(exported('const { a: b } = require("./c"); export default { b }', { "c.js": "module.exports = { a: 1 }" })).toEqual({ b: 1 });
  });

  it.each([
    ["constants that refer to each other", "const a = b; const b = a; export default { a }", { a: undefined }],
    ["modules that import each other", 'import x from "./a.ts"; export default { x: x.y }', { x: undefined }],
    [
      "text that doubles",
      `const a0 = "xxxxxxxxxx";${Array.from({ length: 60 }, (_, i) => `const a${i + 1} = a${i} + a${i};`).join("")} export default { a: a60 }`,
      { a: undefined },
    ],
    ["a long sum", `export default { a: ${"'x' + ".repeat(20_000)} 'x' }`, undefined],
    ["deep nesting", `export default ${"[".repeat(100_000)}`, undefined],
  ])("ends for %s", (_name, source, value) => {
    expect(exported(source)).toEqual(value);
  });
});
