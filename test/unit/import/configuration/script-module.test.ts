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
    ["a list without empty values", "export default { a: ['x', p && 'y', { b: 1 }].filter(Boolean) as string[] }", { a: ["x", { b: 1 }] }],
    ["another filter", "export default { a: ['x'].filter(isLong) }", { a: undefined }],
    [
      "a condition on the build",
      "const p = process.env.NODE_ENV === 'production'; export default { a: p ? 'x' : 'y', b: !p }",
      { a: "x", b: false },
    ],
    [
      "a condition on what only running it gives",
      "export default { a: process.env.X === '1' ? 'x' : 'y', b: !z }",
      { a: undefined, b: undefined },
    ],
    [
      "a function with the phase of Next.js",
      "import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'; module.exports = (phase) => ({ a: phase === PHASE_DEVELOPMENT_SERVER ? '' : '/x' })",
      { a: "/x" },
    ],
    [
      "changes",
      "const c = { a: { b: 1 } }; c.a.b = 2; c.d = [1]; c.d.push(2); c.d.unshift(0); export default c",
      { a: { b: 2 }, d: [0, 1, 2] },
    ],
    ["a change that repeats itself", "let a = [1]; a = [...a, ...a]; a = a.concat(a); export default { a }", { a: [1, 1, 1, 1] }],
    ["Object.assign()", "export default Object.assign({ a: 1 }, { b: 2 })", { a: 1, b: 2 }],
    ["constants in a function", "module.exports = () => { const a = 'x'; return { a }; }", { a: "x" }],
    ["a parameter with the name of a constant", "const a = 'x'; module.exports = (a) => ({ a })", { a: undefined }],
    ["paths", "export default { a: path.join(__dirname, 'b') }", { a: "./b" }],
  ])("reads %s", (_name, source, value) => {
    expect(exported(source)).toEqual(value);
  });

  it("reads the members of a JSON file that it imports by name", () => {
    const source =
      'import { title, author as a, x } from "./c.json";\nimport * as c from "./c.json";\nexport default { title, a, x, all: c.title }';
    expect(exported(source, { "c.json": '{ "title": "Lab", "author": { "name": "Ada" } }' })).toEqual({
      ...{ title: "Lab", a: { name: "Ada" }, x: undefined, all: "Lab" },
    });
  });

  it("reads constants that it imports, also from JSON", () => {
    const source = 'import { x } from "./b";\nimport c from "./c.json";\nconst d = require("./d");\nexport default { x, c, d }';
    const more = { "b.ts": "export const x: string = 'y'", "c.json": '{ "z": 1 }', "d.js": "module.exports = { w: 2 }" };
    expect(exported(source, more)).toEqual({ x: "y", c: { z: 1 }, d: { w: 2 } });
  });

  it.each([
    ["the source of a file", "./b.js", "b.ts"],
    ["the source of a file with JSX", "./b.js", "b.tsx"],
    ["the source of .jsx", "./b.jsx", "b.tsx"],
    ["the source of .mjs", "./b.mjs", "b.mts"],
    ["the source of .cjs", "./b.cjs", "b.cts"],
    ["a file without its ending", "./b", "b.mts"],
    ["a name with a point", "./b.config", "b.config.ts"],
    ["a name with a point in a compiled file", "./b.config.js", "b.config.ts"],
    ["the index of a folder", "./b/index.js", "b/index.ts"],
    ["a folder", "./b/", "b/index.mts"],
    ["its own folder", ".", "index.js"],
    ["a custom alias", "@/b.js", "src/b.ts"],
  ])("finds %s: %s is %s", (_name, target, path) => {
    expect(exported(`import { x } from "${target}"; export default { x }`, { [path]: "export const x = 1;" })).toEqual({ x: 1 });
  });

  it("prefers a file of that name to its source", () => {
    const more = { "b.js": "export const x = 1;", "b.ts": "export const x = 2;" };
    expect(exported('import { x } from "./b.js"; export default { x }', more)).toEqual({ x: 1 });
  });

  it.each([
    ["default", 'export { default } from "./c.js"', "import x from"],
    ["a name as default", 'export { x as default } from "./c.js"', "import x from"],
    ["a name", 'export { x } from "./c.js"', "import { x } from"],
    ["a constant under another name", "const y = 1; export { y as x }", "import { x } from"],
    ["all names", 'export * from "./d"; export * from "./c"', "import { x } from"],
    ["default as a name", 'export { default as x } from "./c.js"', "import { x } from"],
  ])("reads a module that exports those of others: %s", (_name, source, start) => {
    const more = { "b.ts": source, "c.ts": "export const x = 1; export default x;", "d.ts": "export const y = 2;" };
    expect(exported(`${start} "./b.js"; export default { x }`, more)).toEqual({ x: 1 });
  });

  it("does not pass on the default of all names", () => {
    const more = { "b.ts": 'export * from "./c";', "c.ts": "export default 1;" };
    expect(exported('import x from "./b"; export default { x }', more)).toEqual({ x: undefined });
  });

  it("reads the table that a function of the site returns", () => {
    const more = { "b.ts": "export default () => plugin({ a: 1 });" };
    expect(exported('import x from "./b"; export default { x: x(), y: x({ b: 2 }) }', more)).toEqual({ x: { a: 1 }, y: { b: 2 } });
  });

  it.each<[string, string, Record<string, string>]>([
    ["paths", "@utils/b", { "tsconfig.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "@utils/*": ["lib/*"] } } }' }],
    ["paths without baseUrl", "@utils/b", { "tsconfig.json": '{ "compilerOptions": { "paths": { "@utils/*": ["./lib/*"] } } }' }],
    ["paths below baseUrl", "~u/b", { "jsconfig.json": '{ "compilerOptions": { "baseUrl": "lib", "paths": { "~u/*": ["./*"] } } }' }],
    ["a whole name", "u", { "tsconfig.json": '{ "compilerOptions": { "paths": { "u": ["lib/b.js"] } } }' }],
    ["several places", "u/b", { "tsconfig.json": '{ "compilerOptions": { "paths": { "u/*": ["x/*", "lib/*"] } } }' }],
    [
      "the longest prefix",
      "@/u/b",
      { "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["x/*"], "@/u/*": ["lib/*"] } } }', "x/u/b.ts": "export const x = 2;" },
    ],
    ["baseUrl", "lib/b", { "tsconfig.json": '{ "compilerOptions": { "baseUrl": "./" } }' }],
    ["comments", "u/b", { "tsconfig.json": '{ /* a */ "compilerOptions": { // b\n "paths": { "u/*": ["lib/*",], }, } }' }],
    [
      "what it extends",
      "u/b",
      {
        "tsconfig.json": '{ "extends": ["astro/tsconfigs/base", "./config/base"], "compilerOptions": {} }',
        "config/base.json": '{ "extends": "./paths.json" }',
        "config/paths.json": '{ "compilerOptions": { "paths": { "u/*": ["../lib/*"] } } }',
      },
    ],
    [
      "baseUrl of what it extends",
      "u/b",
      {
        "tsconfig.json": '{ "extends": "./config/base.json", "compilerOptions": { "paths": { "u/*": ["*"] } } }',
        "config/base.json": '{ "compilerOptions": { "baseUrl": "../lib" } }',
      },
    ],
    [
      "what it refers to",
      "u/b",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        "tsconfig.app.json": `{ "compilerOptions": { "paths": { "u/*": ["$\{configDir}/lib/*"] } } }`,
      },
    ],
  ])("follows the aliases of TypeScript: %s", (_name, target, files) => {
    const more = { "lib/b.ts": "export const x = 1;", ...files };
    expect(exported(`import { x } from "${target}"; export default { x }`, more)).toEqual({ x: 1 });
  });

  it.each([
    ["a configuration that extends itself", '{ "extends": "./tsconfig.json" }'],
    ["one that cannot be read", "{{"],
    ["an empty one", ""],
    ["other kinds of values", '{ "compilerOptions": { "paths": ["a"], "baseUrl": 1 }, "extends": {}, "references": 1 }'],
  ])("ignores %s", (_name, text) => {
    expect(exported('import { x } from "u/b"; export default { x }', { "tsconfig.json": text })).toEqual({ x: undefined });
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

  it("leaves out calls in branches that a build does not run", () => {
    const source = `export default (c) => {
      const isProd = process.env.NODE_ENV === "production";
      if (isProd) c.add("a"); else c.add("b");
      isProd || c.add("c");
      isProd && c.add(isProd ? "d" : "e");
      if (c.flag) c.add("f");
      other.add("g");
    }`;
    const script = readScript(folderWith({ "a.ts": source }), "a.ts");
    expect(script?.calls("add")).toEqual([["a"], ["d"], ["f"], ["g"]]);
    expect(script?.calls("other.add")).toEqual([["g"]]);
  });
});
