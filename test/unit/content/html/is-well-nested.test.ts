import type { Element, ElementContent, Properties, Root } from "hast";
import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { isWellNested } from "../../../../src/content/html/is-well-nested.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";

const phrasing = "a abbr b br cite code del em i img ins kbd mark q s samp small span strong sub sup u var".split(" ");
const blocks = "blockquote div h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split(" ");
const inner = "li tbody thead tr td th".split(" ");
const unknown = "article audio caption col dd dl dt figure script section tfoot title video".split(" ");
const everything = [...phrasing, ...blocks, ...inner, ...unknown];

function element(tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element {
  return { type: "element", tagName, properties, children: children.map((child) => (typeof child === "string" ? text(child) : child)) };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

function root(...children: ElementContent[]): Root {
  return { type: "root", children };
}

/** Nests elements with the given names. */
function chain(names: string, ...innermost: (ElementContent | string)[]): Root {
  const [name = "", ...others] = names.split(" ");
  const { children } = others.length === 0 ? { children: innermost } : chain(others.join(" "), ...innermost);
  return root(element(name, {}, ...(children as ElementContent[])));
}

/** The required parents of an element. */
function withParents(name: string): string {
  if (name === "li") return "ul li";
  if (name === "tbody" || name === "thead") return `table ${name}`;
  if (name === "tr") return "table tbody tr";
  return name === "td" || name === "th" ? `table tbody tr ${name}` : name;
}

function withoutPositions(node: Root | ElementContent): unknown {
  if (node.type === "text") return node.value;
  if (node.type === "root") return node.children.map((child) => withoutPositions(child as ElementContent));
  return node.type === "element" ? [node.tagName, node.properties, node.children.map(withoutPositions)] : node.type;
}

describe("isWellNested()", () => {
  it.each([...phrasing, ...blocks])("accepts an empty <%s>", (name) => {
    expect(isWellNested(chain(name))).toBe(true);
  });

  it.each([
    ["p", phrasing],
    ["pre", phrasing],
    ["h1", phrasing],
    ["h6", phrasing],
    ["em", phrasing],
    ["blockquote", [...phrasing, ...blocks]],
    ["div", [...phrasing, ...blocks]],
    ["ol li", [...phrasing, ...blocks]],
    ["ul li", [...phrasing, ...blocks]],
    ["table", ["thead", "tbody"]],
    ["table thead", ["tr"]],
    ["table tbody", ["tr"]],
    ["table tbody tr", ["td", "th"]],
    ["table thead tr td", phrasing],
    ["table thead tr th", phrasing],
    ["ul", ["li"]],
    ["ol", ["li"]],
    ["br", []],
    ["hr", []],
    ["img", []],
  ])("accepts only allowed children of <%s>", (parent, expected) => {
    expect(everything.filter((name) => isWellNested(chain(`${parent} ${name}`)))).toEqual(
      everything.filter((name) => expected.includes(name)),
    );
  });

  it("agrees with a parser about each child", () => {
    const trees = everything.flatMap((outer) => everything.map((name) => chain(`${withParents(outer)} ${name}`)));
    const taken = trees.filter(isWellNested);
    expect(taken.length).toBeGreaterThan(500);
    for (const tree of taken) expect(withoutPositions(parseHtml(toHtml(tree)))).toEqual(withoutPositions(tree));
  });

  it.each([...phrasing.filter((name) => name !== "br" && name !== "img"), "h1", "p", "pre", "blockquote", "div", "li", "td", "th"])(
    "accepts text in <%s>",
    (name) => {
      for (const value of ["a", "a\n", "\ta b "]) expect(isWellNested(chain(withParents(name), value))).toBe(true);
    },
  );

  it.each(["ol", "ul", "table", "thead", "tbody", "tr"])("accepts only white space between the children of <%s>", (name) => {
    for (const value of ["\n", " ", "\n\t ", ""]) expect(isWellNested(chain(withParents(name), value))).toBe(true);
    for (const value of ["a", "\na", "a\n", "\u00A0", "\f"]) expect(isWellNested(chain(withParents(name), value))).toBe(false);
  });

  it.each(["br", "hr", "img"])("accepts no children of <%s>, which has no end tag", (name) => {
    for (const value of ["a", " ", "\n"]) expect(isWellNested(chain(name, value))).toBe(false);
  });

  it("accepts text next to elements, in any number", () => {
    expect(isWellNested(root())).toBe(true);
    expect(isWellNested(root(text("a"), element("p", {}, "b"), text("\n"), element("p", {}, "c")))).toBe(true);
    expect(isWellNested(root(element("p", {}, "b"), element("li", {}, "c")))).toBe(false);
    expect(isWellNested(root(element("div", {}, element("em", {}, "b"), element("li", {}, "c"))))).toBe(false);
  });

  it("accepts only elements and text", () => {
    const comment: ElementContent = { type: "comment", value: "a" };
    expect(isWellNested(root(comment))).toBe(false);
    expect(isWellNested(chain("p", comment))).toBe(false);
  });

  it.each(["a a", "a em a", "a em code a"])("rejects a link in a link: %s", (names) => {
    expect(isWellNested(chain(names, "b"))).toBe(false);
  });

  it("accepts links next to each other, and other elements in a link", () => {
    expect(isWellNested(root(element("p", {}, element("a", {}, "b"), element("em", {}, element("a", {}, "c")))))).toBe(true);
    expect(isWellNested(chain("a em em", "b"))).toBe(true);
  });

  it("rejects an empty first line of <pre>, which parsers drop", () => {
    expect(isWellNested(chain("pre", "\na"))).toBe(false);
    expect(isWellNested(chain("pre", "\n"))).toBe(false);
    expect(isWellNested(chain("pre", "a\n"))).toBe(true);
    expect(isWellNested(chain("pre code", "\na"))).toBe(true);
    expect(isWellNested(chain("p", "\na"))).toBe(true);
  });

  it("rejects carriage returns, which parsers convert to line feeds", () => {
    expect(isWellNested(chain("p", "a\rb"))).toBe(false);
    expect(isWellNested(chain("ul", "\r"))).toBe(false);
    expect(isWellNested(root(element("a", { href: "b", title: "a\rb" }, "c")))).toBe(false);
    expect(isWellNested(root(element("a", { href: "b", title: "a\nb" }, "c")))).toBe(true);
    expect(isWellNested(root(element("img", { src: "a.png", width: 9 })))).toBe(true);
    expect(isWellNested(root(element("code", { className: ["language-ts"] }, "a")))).toBe(true);
  });
});
