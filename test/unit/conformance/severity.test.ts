import { describe, expect, it } from "vitest";
import { severityOf } from "../../../src/conformance/severity.ts";
import { RULES } from "../../../src/conformance/violation.ts";

describe("severityOf()", () => {
  it.each([
    ["SAXError", "error"],
    ["InvalidRFC2822Date", "error"],
    ["JSON Feed 1.1 items", "error"],
    ["ContainsRelRef", "warning"],
    ["MissingGuid", "warning"],
    ["MissingDCLanguage", "note"],
    ["JSON Feed 1.1 home_page_url", "note"],
    ["Broadsheet: one spelling of dates", undefined],
  ] as const)("takes %s for %s", (rule, severity) => {
    expect(severityOf(rule)).toBe(severity);
  });

  it("returns undefined for rules of this project", () => {
    expect(RULES.filter((rule) => severityOf(rule) === undefined)).toEqual(["Broadsheet: one spelling of dates"]);
  });
});
