import type { RootContent } from "hast";
import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { type Step, walkElements } from "../../../../src/content/html/walk-tree.ts";

function walked(html: string, steps: Readonly<Record<string, Step>>): { readonly html: string; readonly names: string } {
  const tree = parseHtml(html);
  const names: string[] = [];
  walkElements(tree, ({ tagName }) => {
    names.push(tagName);
    return steps[tagName];
  });
  return { html: toHtml(tree), names: names.join(" ") };
}

const some: RootContent[] = [
  { type: "text", value: "x" },
  { type: "element", tagName: "s", properties: {}, children: [] },
];

describe("walkElements()", () => {
  const html = "<p>a<b>c<i>d</i></b></p><b>e</b><u>f</u>";

  it.each([
    ["goes through all elements in their order", {}, html, "p b i b u"],
    ["goes not into an element", { b: "skip" }, html, "p b b u"],
    ["goes no further", { i: "end" }, html, "p b i"],
    [
      "puts others in the place of elements, and goes on behind them",
      { b: { instead: some } },
      "<p>ax<s></s></p>x<s></s><u>f</u>",
      "p b b u",
    ],
    ["takes elements out", { b: { instead: [] }, u: { instead: [] } }, "<p>a</p>", "p b b u"],
    ["keeps what is behind the end", { b: { instead: [] }, u: "end" }, "<p>a</p><u>f</u>", "p b b u"],
  ] satisfies [string, Record<string, Step>, string, string][])("%s", (_, steps, expected, names) => {
    expect(walked(html, steps)).toEqual({ html: expected, names });
  });

  it("replaces an element among a hundred thousand siblings with as many", () => {
    const tree = parseHtml("<i></i><b></b>");
    const instead = Array.from({ length: 200_000 }, (): RootContent => ({ type: "text", value: "x" }));
    walkElements(tree, ({ tagName }) => (tagName === "b" ? { instead } : undefined));
    expect(tree.children).toHaveLength(200_001);
  });
});
