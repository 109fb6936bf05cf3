import { describe, expect, it } from "vitest";
import { worstFirst } from "../../../../src/cli/doctor/doctor-report.ts";

const finding = (line: string) => {
  const [severity = "", check = ""] = line.split(/ (.*)/s);
  return { severity: severity as "error" | "warning" | "note", check };
};

describe("worstFirst()", () => {
  it.each([
    [
      ["error freshness", "error ids", "error IncorrectDOW", "error well-formed"],
      ["error well-formed", "error IncorrectDOW", "error ids", "error freshness"],
    ],
    [
      ["note CORS", "warning HEAD", "error HEAD"],
      ["error HEAD", "warning HEAD", "note CORS"],
    ],
    [
      ["warning NotBlank", "warning If-None-Match", "warning dates"],
      ["warning dates", "warning If-None-Match", "warning NotBlank"],
    ],
    [
      ["error size", "error JSON Feed 1.1 title", "error charset"],
      ["error charset", "error JSON Feed 1.1 title", "error size"],
    ],
    [
      ["warning validators", "warning freshness"],
      ["warning validators", "warning freshness"],
    ],
    [
      ["warning validators", "warning two fetches", "warning dates", "warning self link"],
      ["warning dates", "warning two fetches", "warning validators", "warning self link"],
    ],
    [
      ["warning UnknownNamespace", "warning SecurityRisk", "warning self link", "note UnknownNamespace", "warning ContainsRelRef"],
      ["warning SecurityRisk", "warning self link", "warning ContainsRelRef", "warning UnknownNamespace", "note UnknownNamespace"],
    ],
  ])("sorts %j", (unsorted, sorted) => {
    expect(worstFirst(unsorted.map(finding)).map(({ check, severity }) => `${severity} ${check}`)).toEqual(sorted);
  });
});
