import type { MdxJsxAttribute, MdxJsxTextElement } from "mdast-util-mdx";
import { describe, expect, it } from "vitest";
import { mdxElementHtml } from "../../../../src/content/markup/mdx-element.ts";

type Value = MdxJsxAttribute["value"];

function element(name: string, values: Readonly<Record<string, Value>>): MdxJsxTextElement {
  const attributes = Object.entries(values).map(([name, value]): MdxJsxAttribute => ({ type: "mdxJsxAttribute", name, value }));
  return { type: "mdxJsxTextElement", name, attributes, children: [] };
}

function program(value: string): Value {
  return { type: "mdxJsxAttributeValueExpression", value };
}

describe("mdxElementHtml()", () => {
  const imports = new Map([
    ["tide", "./tide.png"],
    ["tideset", "./set.png"],
  ]);

  it.each([
    ["checked", true],
    ["hidden", true],
    ["open", true],
    ["reversed", true],
    ["hiddenBy", ""],
    ["alt", ""],
  ])("reads %s without a value as %j", (name, value) => {
    for (const nothing of [null, undefined])
      expect(mdxElementHtml(element("p", { [name]: nothing }), imports)).toStrictEqual({ hName: "p", hProperties: { [name]: value } });
  });

  it("reads the booleans of a player with and without a value", () => {
    for (const name of ["controls", "loop", "muted", "playsInline", "playsinline"]) {
      for (const value of [null, program(" true ")])
        expect(mdxElementHtml(element("video", { [name]: value }), imports)).toStrictEqual({
          hName: "video",
          hProperties: { [name]: true },
        });
      expect(mdxElementHtml(element("video", { [name]: program("false") }), imports)?.hProperties).toStrictEqual({});
    }
  });

  it.each([
    ["data-lazy-src", "dataLazySrc"],
    ["aria-label", "ariaLabel"],
    ["srcset", "srcSet"],
    ["srcSet", "srcSet"],
  ])("names the attribute %s as hast does", (name, property) => {
    expect(mdxElementHtml(element("p", { [name]: "x" }), imports)).toStrictEqual({ hName: "p", hProperties: { [property]: "x" } });
  });

  it.each([
    ["{textAlign: 'right'}", "text-align: right"],
    ['{ color: "red", textAlign: "center", }', "color: red; text-align: center"],
    ["{'text-align': `left`, width: 3}", "text-align: left"],
    ['{ backgroundImage: "url(/a.png)" }', "background-image: url(/a.png)"],
    [`{background: "url('a.png')"}`, "background: url('a.png')"],
    [`{backgroundImage: \`url(\${tide})\`}`, "background-image: url(./tide.png)"],
    [`{backgroundImage: \`url(\${other})\`}`, `background-image: url(\${other})`],
  ])("keeps the texts of the style %s", (style, css) => {
    const html = mdxElementHtml(element("td", { style: program(style) }), imports);
    expect(html).toStrictEqual({ hName: "td", hProperties: { style: css } });
  });

  it.each(["{width: 50}", "styles.cell", "{textAlign: side}", "{ a: { textAlign: 'right' } }"])("removes the style %s", (style) => {
    expect(mdxElementHtml(element("td", { style: program(style) }), imports)).toStrictEqual({ hName: "td", hProperties: {} });
  });

  it("removes attributes that need a program", () => {
    const { attributes, ...others } = element("img", { src: "a.png", alt: program("texts.alt") });
    const spread = { type: "mdxJsxExpressionAttribute", value: "...rest" } as const;
    expect(mdxElementHtml({ ...others, attributes: [...attributes, spread] }, imports)).toStrictEqual({
      hName: "img",
      hProperties: { src: "a.png" },
    });
  });

  it.each([
    ["tide", { src: "./tide.png" }],
    [" tide ", { src: "./tide.png" }],
    ["tide.src", { src: "./tide.png" }],
    ["tide.srcset", {}],
    ["tide.source", {}],
    ["tide.src.width", {}],
    ["other", {}],
  ])("resolves an import by its name, and by its src: {%s}", (expression, hProperties) => {
    expect(mdxElementHtml(element("img", { src: program(expression) }), imports)).toStrictEqual({ hName: "img", hProperties });
  });
});
