import { describe, expect, it } from "vitest";
import { plainAttributes } from "../../../../../src/content/markup/shortcodes/jsx-attributes.ts";
import { compileOne } from "../../sample.ts";

describe("plainAttributes()", () => {
  it.each([
    ['<img src="a.png" style={{width: 100}} alt="x" />', '<img src="a.png"  alt="x" />'],
    ["<img src={require('./a.png').default} width={300} />", '<img src="./a.png" width="300" />'],
    ['<img src={useBaseUrl("/a&b.png")} alt={`x`}/>', '<img src="/a&amp;b.png" alt="x"/>'],
    ['<img src="a.png" alt={"It\'s \\"new\\"\\n\\u2026"} />', '<img src="a.png" alt="It\'s &quot;new&quot;&#10;…" />'],
    ["<img src={import('./a.png')} />", '<img src="./a.png" />'],
    ["<a href='/b' onClick={() => x > 1} hidden>link</a>", "<a href='/b'  hidden>link</a>"],
    [
      "<img\n  style={{\n    width: 1,\n  }}\n  src={'a.png'}\n/>",
      '<img\ndata-expression  \ndata-expression\ndata-expression\n  src="a.png"\n/>',
    ],
    ["<td style={{textAlign: 'left'}}>{x}</td>", "<td >{x}</td>"],
  ])("writes %j as HTML", (text, expected) => {
    expect(plainAttributes(text)).toBe(expected);
    expect(expected.split("\n")).toHaveLength(text.split("\n").length);
  });

  it.each(['<img src="a.png" alt="b={c}">', "a <b, c={d} e>", "<img src={a", "x ={y}", "<Card a={b} />", "<a ={b}>", "<b c={d>"])(
    "keeps %j",
    (text) => {
      expect(plainAttributes(text)).toBe(text);
    },
  );

  it("takes linear time", () => {
    for (const text of ["<a ={", "<a b={", '<a b="', "<a b ", "{"])
      expect(plainAttributes(text.repeat(100_000))).toHaveLength(100_000 * text.length);
  });

  it("keeps the pictures of Docusaurus, and code", async () => {
    const { content } = await compileOne('# T\n\nA <img src={require("./a.png").default} style={{width: 9}} alt="x" /> `<img src={y} />`');
    expect(content).toContain('/a.png" alt="x"> <code>&#x3C;img src={y} /></code></p>');
  });
});
