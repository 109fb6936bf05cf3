import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { limitHtml, parseHtml } from "../../../../src/content/html/parse-html.ts";
import type { ArticleError } from "../../../../src/content/limits/article-error.ts";

function refusal(text: string): string {
  try {
    parseHtml(text);
    return "";
  } catch (error) {
    const { line, message } = error as ArticleError;
    return `${line} ${message}`;
  }
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `<b id=${index}>`).join("");

describe("parseHtml()", () => {
  it.each([
    ["misnested elements", "<b>a<i>b</b>c</i>", "<b>a<i>b</i></b><i>c</i>"],
    ["a page", "<!doctype html><html><head><title>a</title></head><body class=b>c</body></html>", "<title>a</title>c"],
    ["a text in a table", "<table>a<tr><td>b</table>", "a<table><tbody><tr><td>b</td></tr></tbody></table>"],
    ["a drawing", "<svg><lineargradient/><title>a</title></svg>", "<svg><linearGradient></linearGradient><title>a</title></svg>"],
    ["an end that is missing", "a <p>b <", "a <p>b &#x3C;</p>"],
  ])("parses %s as a browser does", (_, html, expected) => {
    expect(toHtml(parseHtml(html))).toBe(expected);
  });

  it("records the positions of elements", () => {
    const [, second] = parseHtml("<p>a\n<p>b").children;
    expect(second?.position?.start).toMatchObject({ line: 2, column: 1, offset: 5 });
  });

  it.each([
    ["elements within each other", "<div>".repeat(990)],
    ["adjacent elements", "<p>a".repeat(90_000)],
    ["elements that were not closed", `<p>${ids(300)}${"<p>x".repeat(300)}`],
    ["a row of links that were not closed", "<a href=b>".repeat(40_000)],
  ])("accepts very many %s", (_, html) => {
    expect(refusal(html)).toBe("");
  });

  it.each([
    ["elements", "a\n<p>a".repeat(110_000), 99_998],
    ["comments", "a\n<!---->".repeat(110_000), 99_998],
    ["elements that are opened again in each paragraph", `\n<p>${ids(900)}${"\n<p>x".repeat(200)}`, 2],
  ])("rejects too many %s, with the approximate line", (_, html, line) => {
    expect(refusal(html)).toMatch(new RegExp(`^${line} Cannot compile the article: it has more than 100000 elements of HTML`));
  });

  it.each([
    ["elements", "<div>\n"],
    ["tables", "<table><tr><td>\n"],
    ["drawings", "<svg>\n<g>"],
    ["templates", "<template>\n"],
  ])("rejects %s that are nested too deeply", (_, html) => {
    expect(refusal(html.repeat(2000))).toMatch(/^\d{3,} Cannot compile the article: its HTML is nested in more than 1000 levels/);
  });
});

describe("limitHtml()", () => {
  it("rejects what parseHtml() rejects, and returns nothing otherwise", () => {
    expect(() => limitHtml("<div>".repeat(2000))).toThrow("more than 1000 levels");
    expect(limitHtml("<p>a")).toBeUndefined();
  });
});
