import { describe, expect, it } from "vitest";
import { expressionFile } from "../../../../../src/content/markup/shortcodes/expression-file.ts";

describe("expressionFile()", () => {
  it.each([
    'require("./a.png")',
    ' require( "./a.png" ).default.src ',
    "import('./a.png')",
    "await import(`./a.png`)",
    '(await import("./a.png")).default',
    'useBaseUrl("./a.png")',
    "withBase('./a.png')",
    'new URL("./a.png", import.meta.url)',
    "new URL(\n  './a.png', import.meta.url\n).href",
  ])("reads the file of %s", (expression) => {
    expect(expressionFile(expression)).toBe("./a.png");
  });

  it.each([
    "import(name)",
    "require('a' + b)",
    `require(\`$\{a}.png\`)`,
    'load("./a.png")',
    'import("./a.png").then(f)',
    'new URL("a", b)',
  ])("does not run %s", (expression) => {
    expect(expressionFile(expression)).toBeUndefined();
  });
});
