import { describe, expect, it } from "vitest";
import { type EscapeElement, writeXml, type XmlContent } from "../../../src/feed/xml.ts";

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const write = (element: XmlContent, escapeWith?: EscapeElement) => writeXml({ a: element }, escapeWith).slice(declaration.length);

describe("writeXml()", () => {
  it("begins with a declaration", () => {
    expect(writeXml({ a: "" })).toBe(`${declaration}<a/>`);
  });

  it.each<[XmlContent, string]>([
    [undefined, "<a/>"],
    ["", "<a/>"],
    [{}, "<a/>"],
    ["x", "<a>x</a>"],
    [0, "<a>0</a>"],
    [false, "<a>false</a>"],
    [{ _text: "x" }, "<a>x</a>"],
    [{ _attributes: { b: "c", d: undefined, e: 1 } }, '<a b="c" e="1"/>'],
    [{ _attributes: { b: "c" }, _text: 0 }, '<a b="c">0</a>'],
    [{ _cdata: "<b>" }, "<a><![CDATA[<b>]]></a>"],
    [{ _cdata: "x]]>y" }, "<a><![CDATA[x]]]]><![CDATA[>y]]></a>"],
    [{ b: "c" }, "<a>\n    <b>c</b>\n</a>"],
    [{ b: ["c", "", { d: 1 }] }, "<a>\n    <b>c</b>\n    <b/>\n    <b>\n        <d>1</d>\n    </b>\n</a>"],
    [{ b: [] }, "<a/>"],
    [{ _attributes: { x: 1 }, b: [] }, '<a x="1"/>'],
  ])("writes %j", (element, expected) => {
    expect(write(element)).toBe(expected);
  });

  it("escapes text and attributes with named references", () => {
    expect(write({ _attributes: { b: `&amp; <>"'` }, _text: `&amp; <>"'` })).toBe(
      `<a b="&amp;amp; &lt;&gt;&quot;'">&amp;amp; &lt;&gt;"'</a>`,
    );
  });

  it("escapes only text with the given function", () => {
    expect(write({ _attributes: { b: "&" }, _text: "x", c: "y", d: { _cdata: "z" } }, (text, name) => `${name}:${text}`)).toBe(
      '<a b="&amp;">a:x\n    <c>c:y</c>\n    <d><![CDATA[z]]></d>\n</a>',
    );
  });
});
