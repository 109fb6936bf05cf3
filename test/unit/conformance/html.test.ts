import { describe, expect, it } from "vitest";
import { checkHtml } from "../../../src/conformance/elements/html.ts";
import { goodHtml, htmlBreaks } from "./html-fragments.ts";

describe("checkHtml()", () => {
  it.each(goodHtml)("accepts %s", (html) => {
    expect(rulesOf(html)).toEqual([]);
  });

  it.each(htmlBreaks)("reports %s for %s", (rule, html) => {
    expect(rulesOf(html)).toEqual([rule]);
  });
});

function rulesOf(html: string): string[] {
  const rules = new Set<string>();
  checkHtml(html, "/", (rule) => rules.add(rule));
  return [...rules];
}
