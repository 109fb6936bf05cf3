import { describe, expect, it } from "vitest";
import { checkEntry, checkEntryCount } from "../../../../src/feed-parser/entry-limits.ts";
import { checkContent } from "../../../../src/limits/content-limits.ts";
import { checkJson, JsonMeter } from "../../../../src/limits/json-limits.ts";
import { LimitError } from "../../../../src/limits/limit-error.ts";
import { parseHtmlTree } from "../../../../src/limits/limited-html.ts";
import { checkPage } from "../../../../src/limits/page-limits.ts";
import { checkXml } from "../../../../src/limits/xml-limits.ts";
import { imported } from "../imported.ts";

/** Returns the message of the LimitError that a check throws; undefined without an error. */
function refusal(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof LimitError) return error.message;
    throw error;
  }
}

const numbered = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join("");
const mebibyte = 1024 * 1024;

describe("checkXml()", () => {
  it.each([
    [
      "a feed with 10,000 items",
      `<rss><channel>${"<item><title>x</title><link/><category>a</category></item>".repeat(10_000)}</channel></rss>`,
    ],
    ["markup in CDATA", `<rss><![CDATA[${"<p>".repeat(600_000)}]]></rss>`],
    ["references", `<rss>${"&lt;p&gt;".repeat(600_000)}</rss>`],
    ["a document type declaration", '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd"><rss/>'],
    ["entities", `<!DOCTYPE rss [${'<!ENTITY nbsp "&#160;">'.repeat(250)}]><rss/>`],
    ["a beginning without an end", "<rss><channel><item><title>x"],
    ["elements 256 deep", `${"<a>".repeat(256)}${"</a>".repeat(256)}`],
  ])("accepts %s", (_name, text) => {
    expect(refusal(() => checkXml(text))).toBeUndefined();
  });

  it.each([
    ["elements 257 deep", "<a>".repeat(257), "its elements are nested more than 256 deep"],
    ["too many elements", `<rss>${"<a/>".repeat(500_000)}`, "it has more than 500,000 elements"],
    ["too many elements on one level", `<rss>${"<a></a>".repeat(500_000)}`, "it has more than 500,000 elements"],
    ["too many attributes", `<rss ${"a='' ".repeat(1_000_001)}>`, "it has more than 1,000,000 attributes"],
    ["too many end tags", "</a>".repeat(2_000_001), "it has more than 2,000,000 tags, attributes and comments"],
    ["too many comments", `<rss>${"<!---->".repeat(2_000_000)}`, "it has more than 2,000,000 tags, attributes and comments"],
    ["too many sections", `<rss>${"<![CDATA[]]>".repeat(2_000_000)}`, "it has more than 2,000,000 tags, attributes and comments"],
    ["too many instructions", `<rss>${"<?a?>".repeat(2_000_000)}`, "it has more than 2,000,000 tags, attributes and comments"],
    [
      "too long a text",
      `<rss>${"a&amp;".repeat(3 * mebibyte)}</rss>`,
      "one of its texts, comments or tags has more than 16,777,216 characters",
    ],
    [
      "too long a section",
      `<rss><![CDATA[${"a".repeat(17 * mebibyte)}]]></rss>`,
      "one of its texts, comments or tags has more than 16,777,216 characters",
    ],
    ["too long a comment", `<rss><!--${"- ".repeat(9 * mebibyte)}--></rss>`, "one of its texts, comments or tags has more than"],
    ["too long an instruction", `<rss><?a ${"a".repeat(17 * mebibyte)}?></rss>`, "one of its texts, comments or tags has more than"],
    ["too long a name", `<${"a".repeat(17 * mebibyte)}/>`, "one of its texts, comments or tags has more than"],
    ["too long a name of an attribute", `<rss ${"a".repeat(17 * mebibyte)}=""/>`, "one of its texts, comments or tags has more than"],
    [
      "too long an attribute",
      `<rss a="${"a".repeat(17 * mebibyte)}"/>`,
      "one of its texts, comments or tags has more than 16,777,216 characters",
    ],
    [
      "too many entities",
      `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(10_000)}]><rss/>`,
      "its document type declaration has more than 100,000",
    ],
    ["an endless declaration", `<!doctype ${"rss ".repeat(50_000)}`, "its document type declaration has more than 100,000 characters"],
  ])("rejects %s", (_name, text, expected) => {
    expect(refusal(() => checkXml(text))).toMatch(expected);
  });
});

describe("checkJson()", () => {
  it.each([
    ["a feed with 10,000 items", `{"items":[${'{"id":"1","tags":["a","b"]},'.repeat(10_000)}{}]}`],
    ["what looks like values in a text", `{"a":"${"[{,".repeat(500_000)}"}`],
    ["escaped quotation marks", `{"a":"${'\\"[{,\\\\'.repeat(500_000)}"}`],
    ["values 100 deep", `${"[".repeat(100)}${"]".repeat(100)}`],
  ])("accepts %s", (_name, text) => {
    expect(refusal(() => checkJson(text))).toBeUndefined();
  });

  it.each([
    ["too long a string", `{"a": "${"a".repeat(17 * mebibyte)}"}`, "one of its texts has more than 16,777,216 characters"],
    ["arrays 101 deep", "[".repeat(101), "its values are nested more than 100 deep"],
    ["objects 101 deep", '{"a":'.repeat(101), "its values are nested more than 100 deep"],
    ["too many objects", `[${"{},".repeat(500_001)}{}]`, "it has more than 1,000,000 values"],
    ["too many numbers", `[${"1,".repeat(1_000_000)}1]`, "it has more than 1,000,000 values"],
    ["what follows a text", `{"a":"\\\\","b":${"[".repeat(101)}`, "its values are nested more than 100 deep"],
  ])("rejects %s", (_name, text, expected) => {
    expect(refusal(() => checkJson(text))).toMatch(expected);
  });
});

describe("JsonMeter", () => {
  const limits = { values: 10, length: 1000, rowDepth: 2 };
  const write = (text: string, length: number) => {
    const meter = new JsonMeter(limits);
    for (let start = 0; start < text.length; start += length) meter.write(text.slice(start, start + length));
  };
  const row = `{"a":[1,2,3],"b":"x\\"y"}`;

  it.each([1, 2, 7, 100_000])("restarts the count for each row, in chunks of %i", (length) => {
    expect(refusal(() => write(`{"rows":[${`${row},`.repeat(1000)}${row}]}`, length))).toBeUndefined();
    expect(refusal(() => write(`{"rows":[${row},{"a":[1,2,3,4,5,6,7,8,9,10,11]}]}`, length))).toMatch("it has more than 10 values");
    expect(refusal(() => write(`{"rows":[${row},{"a":"${"x".repeat(1001)}"}]}`, length))).toMatch(
      "it has a value of more than 1,000 characters",
    );
  });
});

describe("checkPage()", () => {
  const page = (body: string, head = "") => `<!doctype html><html><head><title>x</title>${head}</head><body>${body}</body></html>`;
  const text = "The moon rises over the harbour, round and yellow. ";

  it.each([
    ["a long page", page(`<article>${`<section><h2>x</h2><p>${text}<a href="/">y</a> &amp; z</p></section>`.repeat(8_000)}</article>`)],
    ["a page of embedded pictures", page(`<img src="data:image/png;base64,${"A".repeat(20 * mebibyte)}"><p>${text}</p>`)],
    ["a page that is nested as newsletters are", page("<table><tr><td>".repeat(60) + text)],
    ["unclosed tags", page(`<ul>${"<li>a".repeat(20_000)}</ul>${"<p>b".repeat(20_000)}`)],
  ])("accepts %s", (_name, html) => {
    expect(refusal(() => checkPage(html))).toBeUndefined();
  });

  it.each([
    ["elements that are nested too deeply", page("<div>".repeat(2000)), "its elements are nested more than 256 deep"],
    ["nested tables", page("<table><tr><td>".repeat(1000)), "its elements are nested more than 256 deep"],
    ["too many elements", page("<p>".repeat(60_000)), "it has more than 50,000 elements"],
    ["too many void elements", page("<br>".repeat(60_000)), "it has more than 50,000 elements"],
    ["many elements, all of them deep", page(`${"<div>".repeat(200)}${"<p>".repeat(10_000)}`), "its elements are nested too deeply: "],
    ["too many references", page("&amp;".repeat(250_001)), "it has more than 250,000 pieces of text"],
    ["too many comments", page("<!---->".repeat(250_001)), "it has more than 250,000 pieces of text"],
    ["too long a text", page("a".repeat(9 * mebibyte)), "it has more than 8,388,608 characters of text"],
    ["too long a script", page("", `<script>${"a".repeat(9 * mebibyte)}</script>`), "it has more than 8,388,608 characters of text"],
    ["too many attributes", page(`<p ${numbered(250_001, (index) => `a${index} `)}>`), "it has more than 250,000 attributes"],
    ["too many classes", page(`<p class="${"a ".repeat(10_000)}">`), "it has a class attribute of more than 10,000 characters"],
    ["too long a style", page(`<p style="${"a:b;".repeat(10_000)}">`), "it has a style attribute of more than 10,000 characters"],
  ])("rejects %s, with the remedy", (_name, html, expected) => {
    expect(refusal(() => checkPage(html))).toMatch(expected);
    expect(refusal(() => checkPage(html))).toMatch(/; save its text as \.txt or \.md$/);
  });
});

describe("checkContent()", () => {
  it("accepts ordinary articles and embedded pictures", () => {
    expect(refusal(() => checkContent(`<p>${"word ".repeat(400_000)}</p>`))).toBeUndefined();
    expect(refusal(() => checkContent(`<img src="data:image/png;base64,${"Ab/d".repeat(500_000)}">`))).toBeUndefined();
  });

  it.each([
    ["too long a text", "a".repeat(16 * mebibyte + 1), "its content has more than 16,777,216 characters"],
    ["too many tags", "<p>".repeat(1_000_001), "its content has more than 600,000 words, lines and tags"],
    ["too many lines", "a\n".repeat(1_000_001), "its content has more than 600,000 words, lines and tags"],
    ["too many shortcodes", "[a]".repeat(1_000_001), "its content has more than 600,000 words, lines and tags"],
    ["too many attributes", `<p ${"a/".repeat(1_000_001)}>`, "its content has more than 600,000 words, lines and tags"],
  ])("rejects %s", (_name, text, expected) => {
    expect(refusal(() => checkContent(text))).toMatch(expected);
  });
});

describe("parseHtmlTree()", () => {
  it("accepts a long article", () => {
    expect(parseHtmlTree('<p>Some <b>words</b> and a <a href="/">link</a></p>\n'.repeat(20_000)).childNodes).toHaveLength(40_000);
  });

  it("accepts deep nesting", () => {
    expect(refusal(() => parseHtmlTree("<div>".repeat(30_000)))).toBeUndefined();
  });

  it.each([
    ["elements", "<i>x</i>".repeat(100_001)],
    ["comments", "<!---->".repeat(100_001)],
    ["elements that are opened again in every paragraph", numbered(700, (index) => `<p><b id=${index}>x</p>`)],
  ])("rejects too many %s", (_name, html) => {
    expect(refusal(() => parseHtmlTree(html))).toMatch("its HTML makes more than 100,000 elements and comments");
  });
});

describe("checkEntry()", () => {
  it.each([
    ["title", { title: "x ".repeat(40_000) }],
    ["id", { id: "x".repeat(70_000) }],
    ["summary", { summary: "x".repeat(70_000) }],
    ["categories", { categories: Array.from({ length: 20_000 }, (_, index) => `c${index}`) }],
    ["authors", { authors: Array.from({ length: 5_000 }, (_, index) => ({ name: `Ada ${index}` })) }],
    ["aliases", { aliases: Array.from({ length: 20_000 }, (_, index) => `/${index}`) }],
  ])("rejects an entry for its %s", (_name, fields) => {
    expect(refusal(() => checkEntry(imported(fields)))).toMatch("have more than 65,536 characters together");
  });

  it("rejects an entry with too much content or text", () => {
    expect(refusal(() => checkEntry(imported({ content: "<p>".repeat(1_000_001) })))).toMatch("its content has more than");
    expect(refusal(() => checkEntry(imported({ plain: "\n".repeat(1_000_001) })))).toMatch("its content has more than");
    expect(refusal(() => checkEntry(imported()))).toBeUndefined();
  });
});

describe("checkEntryCount()", () => {
  it("accepts 100,000 entries", () => {
    expect(refusal(() => checkEntryCount(100_000))).toBeUndefined();
    expect(refusal(() => checkEntryCount(100_001))).toBe(
      "it has more than 100,000 entries; import it in another format, or in several files",
    );
  });
});
