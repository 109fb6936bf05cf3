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

describe("checkHtml() says of an element within <svg> or <math>", () => {
  it.each([
    ["<svg><title>a</title></svg>", ["<svg> belongs to SVG, which readers remove", "<title> belongs to SVG, which readers remove"]],
    ["<svg><a></a></svg>", ["<svg> belongs to SVG, which readers remove", "<a> belongs to SVG, which readers remove"]],
    ["<math></math>", ["<math> belongs to MathML, which many readers remove"]],
    ["<blink></blink>", ["<blink> is not an HTML element"]],
    ["<title>a</title>", ["<title>"]],
  ])("%s", (html, expected) => {
    const messages: string[] = [];
    checkHtml(html, "/", (_rule, _place, message) => messages.push(message));
    expect(messages).toEqual(expected);
  });
});

function rulesOf(html: string): string[] {
  const rules = new Set<string>();
  checkHtml(html, "/", (rule) => rules.add(rule));
  return [...rules];
}
