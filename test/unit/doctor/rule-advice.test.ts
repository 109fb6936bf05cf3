import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/conformance/rules/rules.ts";
import { adviceFor } from "../../../src/doctor/rule-advice.ts";

describe("adviceFor()", () => {
  it.each([...RULES, "JSON Feed 1.1 date_published" as const])("has a sentence for %s", (rule) => {
    expect(adviceFor(rule)).toMatch(/^[A-Z].{10,}[^.\s]$/);
  });

  it("names the field of a JSON Feed", () => {
    expect(adviceFor("JSON Feed 1.1 date_published")).toContain("date_published");
  });
});
