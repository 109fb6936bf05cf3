import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { pagePolicy, pagePolicyInMarkup, stylesheetDigest } from "../../../src/pages/page-policy.ts";
import { stylesheet } from "../../../src/pages/stylesheet.ts";

const inMarkup = `default-src 'none'; style-src 'sha256-${stylesheetDigest}'; img-src 'self' https: http:; media-src 'self' https: http:; base-uri 'none'; form-action 'none'`;

describe("pagePolicy", () => {
  it("allows the style sheet", () => {
    expect(stylesheetDigest).toBe(createHash("sha256").update(stylesheet).digest("base64"));
  });

  it("allows only one style sheet, pictures and media", () => {
    expect(pagePolicyInMarkup).toBe(inMarkup);
    expect(pagePolicy).toBe(`${inMarkup}; frame-ancestors 'none'`);
  });
});

describe("stylesheet", () => {
  it("has no rule that would override the alignment of cells", () => {
    const rules = [...stylesheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , body = ""]) => /text-align/.test(body));
    const ofCells = rules.map(([, selector = ""]) => selector.trim()).filter((selector) => /\b(?:td|th)\b/.test(selector));
    expect(ofCells).toEqual([":is(th, td):not([align])"]);
  });
});
