import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/conformance/rules/rules.ts";
import { isOwnRule, severityOf } from "../../../src/conformance/severity.ts";

describe("severityOf()", () => {
  it.each([
    ["SAXError", "error"],
    ["InvalidRFC2822Date", "error"],
    ["JSON Feed 1.1 items", "error"],
    ["ContainsRelRef", "warning"],
    ["MissingGuid", "warning"],
    ["MissingDCLanguage", "note"],
    ["JSON Feed 1.1 home_page_url", "note"],
    ["Broadsheet: one spelling of dates", "note"],
  ] as const)("takes %s for %s", (rule, severity) => {
    expect(severityOf(rule)).toBe(severity);
  });
});

describe("isOwnRule()", () => {
  it("returns true only for the rules of this project", () => {
    expect(RULES.filter(isOwnRule)).toHaveLength(7);
  });
});
