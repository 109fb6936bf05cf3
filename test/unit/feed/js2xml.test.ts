import { describe, expect, it } from "vitest";
import { js2xml as packageJs2xml } from "xml-js";
import { js2xml } from "../../../src/feed/js2xml.ts";

const declaration = { _declaration: { _attributes: { version: "1.0", encoding: "utf-8" } } };

describe("js2xml()", () => {
  it.each([
    [
      "elements within others, each on its line",
      { a: { b: { c: "d" }, e: {} } },
      ["<a>", "    <b>", "        <c>d</c>", "    </b>", "    <e/>", "</a>"],
    ],
    [
      "a list as elements of one name",
      { a: { b: ["1", { _text: "2" }, 3] } },
      ["<a>", "    <b>1</b>", "    <b>2</b>", "    <b>3</b>", "</a>"],
    ],
    ["nothing for a list with nothing in it", { a: { b: [] } }, ["<a>", "</a>"]],
    ["text and CDATA within their line", { a: { _text: "b", _cdata: "<c>" } }, ["<a>b<![CDATA[<c>]]></a>"]],
    ["the text before the elements", { a: { _text: "b", c: "d" } }, ["<a>b", "    <c>d</c>", "</a>"]],
    [
      "what is empty, or is not there, as empty",
      { a: { b: "", c: null, d: undefined, e: { _text: "" } } },
      ["<a>", "    <b/>", "    <c/>", "    <d/>", "    <e></e>", "</a>"],
    ],
    [
      "attributes that have a value",
      { a: { _attributes: { b: 1, c: null, d: undefined, e: "", f: false } } },
      ['<a b="1" e="" f="false"/>'],
    ],
    ["quotation marks in attributes as references, and nothing else", { a: { _attributes: { b: '"<&>"' } } }, ['<a b="&quot;<&>&quot;"/>']],
    [
      "markup in text as references, and no reference twice",
      { a: { b: "<&>", _text: "a &amp; b &lt; &" } },
      ["<a>", "    <b>&lt;&amp;&gt;</b>a &amp; b &amp;lt; &amp;", "</a>"],
    ],
    ["the end of CDATA in two", { a: { _cdata: "b]]>c" } }, ["<a><![CDATA[b]]]]><![CDATA[>c]]></a>"]],
    ["numbers and truth as they are", { a: { b: 0, c: false, _text: 7 } }, ["<a>", "    <b>0</b>", "    <c>false</c>7", "</a>"]],
  ])("writes %s", (_what, tree, lines) => {
    const expected = ['<?xml version="1.0" encoding="utf-8"?>', ...lines].join("\n");
    expect(js2xml({ ...declaration, ...tree })).toBe(expected);
    expect(packageJs2xml({ ...declaration, ...tree }, { compact: true, ignoreComment: true, spaces: 4 })).toBe(expected);
  });
});
