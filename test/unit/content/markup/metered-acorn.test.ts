import { describe, expect, it } from "vitest";
import { ArticleError } from "../../../../src/content/limits/article-error.ts";
import { MeteredAcorn } from "../../../../src/content/markup/metered-acorn.ts";

const options = { ecmaVersion: 2024, sourceType: "module" } as const;

describe("MeteredAcorn", () => {
  it("parses code and JSX as acorn does", () => {
    const acorn = new MeteredAcorn();
    expect(acorn.parse("export const a = 1", options).body[0]?.type).toBe("ExportNamedDeclaration");
    expect(acorn.parseExpressionAt("<b />", 0, options)).toMatchObject({ type: "JSXElement", end: 5 });
    expect(() => acorn.parseExpressionAt("}", 0, options)).toThrow(SyntaxError);
    acorn.check("<b />");
  });

  it("rejects code that is parsed too often, with its line", () => {
    const acorn = new MeteredAcorn(25);
    const code = 'first + "}}}}"';
    acorn.parseExpressionAt(code, 0, options);
    acorn.check(code);
    expect(acorn.parseExpressionAt(`({${code}`, 0, options)).toMatchObject({ type: "Literal", end: 16 });
    expect(acorn.parse("export", options).body).toEqual([]);
    const refusal = /its code "first \+ \\"}}}}\\""… has too many braces or empty lines/;
    expect(() => acorn.check(`\n\n{...{\n${code}}}`)).toThrow(refusal);
    expect(() => acorn.check(`\n\n{...{\n${code}}}`)).toThrow(expect.objectContaining({ constructor: ArticleError, line: 4 }));
  });
});
