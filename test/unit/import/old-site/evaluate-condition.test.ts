import { describe, expect, it } from "vitest";
import { TemplateDate } from "../../../../src/import/site-rules/template-date.ts";
import { evaluateCondition } from "../../../../src/import/template-tags/evaluate-condition.ts";

const values = {
  site: { on: true, off: false, url: "https://a.example", list: ["x", "3"], table: {}, posts: undefined, zero: 0 },
  page: { title: "Moon", empty: "", no: "no", yes: "yes", text: "false", n: "3", day: "2024-01-02", at: new TemplateDate(0, "UTC", "x") },
};
const evaluate = (condition: string, isNunjucks = false, isComplete = true) =>
  evaluateCondition(condition, { values, isComplete, isNunjucks });

describe("evaluateCondition()", () => {
  it.each([
    ["true", true],
    ["nil", false],
    ["0", true],
    ['""', true],
    ["site.on", true],
    ["site.off", false],
    ["site.gone", false],
    ["site.gone.more", false],
    ["gone", false],
    ["site.posts", undefined],
    ["site.posts.size > 0", undefined],
    ["page.at.year", undefined],
    ['site["on"]', true],
    ["page.title", true],
    ["page.yes", true],
    ["page.no", undefined],
    ["page.empty", undefined],
    ["page.text", false],
    ['page.title == "Moon"', true],
    ['page.title=="Sun"', false],
    ["page.title != 'Sun'", true],
    ["page.title <> 'Moon'", false],
    ["page.gone == nil", true],
    ["page.gone != null", false],
    ["site.off == false", true],
    ["page.n == 3", true],
    ['page.n == "3"', undefined],
    ["page.n == 4", false],
    ['page.n == "4"', false],
    ["page.n > 2", true],
    ["site.zero < 1", true],
    ["site.zero >= 1", false],
    ["page.gone > 1", false],
    ['page.day == "2024-01-02"', undefined],
    ['page.day == "2024-01-03"', false],
    ["page.at", true],
    ['page.at == "x"', false],
    ['page.title contains "oo"', true],
    ['site.list contains "x"', true],
    ['site.list contains "z"', false],
    ['site.list contains "3"', undefined],
    ['site.gone contains "z"', false],
    ["site.list.size == 2", true],
    ["site.list.first == 'x'", true],
    ["page.title == empty", false],
    ["site.table == empty", true],
    ["site.gone == blank", true],
    ["site.gone == empty", false],
    ["site.on and site.off", false],
    ["site.posts and site.off", false],
    ["site.posts or site.on", true],
    ["site.posts and site.on", undefined],
    ["not site.off", true],
    ["site.off and site.off or site.on", false], // from the right
    ["(site.on)", undefined],
    ["page.title | size", undefined],
    ["site.on site.on", undefined],
    ["", undefined],
  ])("evaluates Liquid's %s", (condition, expected) => {
    expect(evaluate(condition)).toBe(expected);
  });

  it.each([
    ["0", false],
    ['""', false],
    ["page.empty", false],
    ["site.off and site.off or site.on", true],
    ["not site.off and site.on", true],
    ['page.title === "Moon"', true],
    ['"x" in site.list', true],
    ['"z" not in site.list', true],
    ["(site.on)", undefined],
    ["site.on is defined", undefined],
  ])("evaluates Nunjucks' %s", (condition, expected) => {
    expect(evaluate(condition, true)).toBe(expected);
  });

  it("does not know the value of a missing name if values may be missing", () => {
    expect(evaluate("page.gone", false, false)).toBeUndefined();
    expect(evaluate("page.gone or site.on", false, false)).toBe(true);
  });
});
