import type { Element, ElementContent } from "hast";
import { describe, expect, it } from "vitest";
import { cutAtMoreMark } from "../../../../src/content/html/cut-at-more-mark.ts";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";

describe("cutAtMoreMark()", () => {
  it.each([
    ["<p>a</p><!--more--><p>b</p>", "<p>a</p>"],
    ["<p>a</p><div><p>b</p><!-- more --><p>c</p></div><p>d</p>", "<p>a</p><div><p>b</p></div>"],
    ["<!--x--><p title=a>b <i>c<!--more-->d</i> e</p>", '<!--x--><p title="a">b <i>c</i></p>'],
    ["<!--more--><p>a</p>", ""],
    ["<p>a</p><a name='more'></a><p>b</p>", "<p>a</p>"],
    ["<p>a</p><p><span id=more-42></span></p><p>b</p>", "<p>a</p><p></p>"],
  ])("returns the part of %s before the mark", (html, expected) => {
    const marked = cutAtMoreMark(parseHtml(html));
    expect(marked && toHtml(marked)).toBe(expected);
  });

  it("finds no mark in another comment, or in text", () => {
    expect(cutAtMoreMark(parseHtml("<p>a</p><!--no more--><p>more</p>"))).toBeUndefined();
    expect(cutAtMoreMark(parseHtml("<p>a</p><a name=more>b</a><a name=mores></a><a id=more></a><i id=more-42></i>c"))).toBeUndefined();
  });

  it("does not change the tree", () => {
    const tree = parseHtml("<div title=a><p>b</p><!--more--><p>c</p></div>");
    const marked = cutAtMoreMark(tree);
    const [copy] = (marked?.children ?? []) as Element[];
    if (copy !== undefined) copy.properties["title"] = "changed";
    copy?.children.pop();
    expect(toHtml(tree)).toBe('<div title="a"><p>b</p><!--more--><p>c</p></div>');
  });

  it("copies each element once, at any depth", () => {
    const tree = parseHtml(`${"<div>".repeat(900)}<p>a</p><!--more-->`);
    let copied = 0;
    for (let node = tree.children[0] as ElementContent | undefined; node?.type === "element"; node = node.children[0]) {
      const { properties } = node;
      const get = () => {
        copied++;
        return properties;
      };
      Object.defineProperty(node, "properties", { enumerable: true, get });
    }
    cutAtMoreMark(tree);
    expect(copied).toBeLessThanOrEqual(2 * 901);
  });
});
