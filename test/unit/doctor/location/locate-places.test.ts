import { describe, expect, it } from "vitest";
import { locateError } from "../../../../src/doctor/live-site/locate-error.ts";
import { locatePlaces } from "../../../../src/doctor/location/locate-places.ts";

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:m="http://search.yahoo.com/mrss/" xmlns:x="https://x.example/ns">
  <channel><title>é 😀</title><m:title/>
    <item
      ><title>A</title></item>\r\n    <item><title>B</title><x:y/><media/> <!-- a --> ,</item>
  b &gt; c <![CDATA[d]]>
  </channel>
</rss>`;

describe("locatePlaces()", () => {
  it.each([
    ["/rss", "2:1"],
    ["/rss/channel/title", "3:12"],
    ["/rss/channel/item[1]/title", "5:8"],
    ["/rss/channel/item[2]", "6:5"],
    ["/rss/channel[1]/item[2]/title", "6:11"],
    ["/rss/channel/item[2]/title <img> src", "6:11"],
    ["/rss/channel/m:title", "3:31"],
    ["/rss/channel/media:title", "3:31"],
    ["/rss/channel/item[2]/https://x.example/ns:y", "6:27"],
    ["/rss/channel/item[2]/text()", "6:53"],
    ["/rss/channel/text()", "7:3"],
    ["/rss/channel/item[1]/text()", undefined],
    ["/rss/text()", undefined],
    ["/rss/channel/item[3]", undefined],
    ["/rss/channel/item[2]/titles", undefined],
    ["/", undefined],
  ])("finds %s in XML", (place, expected) => {
    const found = locatePlaces(rss, ["/rss/channel/link", place]).get(place);
    expect(found && `${found.line}:${found.column}`).toBe(expected);
  });

  it("finds places after an element without a wanted child", () => {
    const wanted = ["/rss/channel/item[1]/guid", "/rss/channel/item[1]", "/rss/channel/item[2]/title", "/rss/channel/item[2]"];
    const long = rss.replace("<item><title>B", `${" ".repeat(300_000)}<item><title>B`); // it is read in parts
    for (const text of [rss, long]) expect([...locatePlaces(text, wanted).keys()]).toEqual(wanted.slice(1));
  });

  it("counts the lines before the XML declaration", () => {
    expect(locatePlaces(`\n \n${rss}`, ["/rss"]).get("/rss")).toEqual({ line: 4, column: 1 });
    expect(locatePlaces(`\uFEFF${rss}`, ["/rss"]).get("/rss")).toEqual({ line: 2, column: 1 });
  });

  it.each([
    ["$.title", "2:12"],
    ["$.items", "3:12"],
    ["$.items[0]", "4:5"],
    ["$.items[1].tags[1]", "5:37"],
    ["$.items[1].content_html <a> href", "5:59"],
    ["$.items[2]", undefined],
    ["$", undefined],
  ])("finds %s in JSON", (place, expected) => {
    const json = `{
  "title": "é 😀",
  "items": [
    {"id": 1},
    {"id": "$.title", "tags": ["a", "b"], "content_html": "<a>"}
  ]
}`;
    const found = locatePlaces(json, [place]).get(place);
    expect(found && `${found.line}:${found.column}`).toBe(expected);
  });

  it("finds places after many chunks", () => {
    const emoji = "é😀\r\n".repeat(9);
    const items = Array.from({ length: 9000 }, (_, index) => `<item><title>${emoji}</title><n>${index}</n></item>`);
    const long = `<rss>${items.join("\r\n")}</rss>`;
    const json = JSON.stringify({ items: items.map((text) => ({ text })) }, null, 1);
    for (const index of [1, 4500, 8999]) {
      const before = (text: string, from: number) => text.slice(0, from).split("\r\n");
      const lines = before(long, long.indexOf(`<n>${index}<`));
      const place = `/rss/item[${index + 1}]/n`;
      expect(locatePlaces(long, [place]).get(place)).toEqual({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
      const path = `$.items[${index}].text`;
      expect(locatePlaces(json, [path]).get(path)).toEqual({ line: 4 + index * 3, column: 12 });
    }
  });

  it("finds XHTML in a document that declares its namespace without a prefix", () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom">\n<content><div xmlns="http://www.w3.org/1999/xhtml"><p/><p/></div></content></feed>';
    const place = "/feed/content/xhtml:div/xhtml:p[2]";
    expect(locatePlaces(atom, [place]).get(place)).toEqual({ line: 2, column: 56 });
  });

  it("finds two places in the last line", () => {
    const found = locatePlaces("<rss>\n<channel><a/><b/></channel></rss>", ["/rss/channel/a", "/rss/channel/b"]);
    expect([...found.values()]).toEqual([
      { line: 2, column: 10 },
      { line: 2, column: 14 },
    ]);
  });

  it("returns nothing for a document that cannot be parsed", () => {
    expect(locatePlaces("<rss><", ["/rss/channel"]).size).toBe(0);
    expect(locatePlaces('{"a": [}', ["$.b"]).size).toBe(0);
  });
});

describe("locateError()", () => {
  it.each([
    ["Expected ',' or ']' after array element in JSON at position 12 (line 3 column 5)", { location: { line: 3, column: 5 } }],
    ["it is nested too deeply", {}],
  ])("reads the position of %j", (message, expected) => {
    expect(locateError(message, "")).toEqual(expected);
  });

  it.each([
    [`{"a":\n'x'}`, 2, 1],
    ['{"é": [\n1,]}', 2, 3],
    ['// a\n{"a":1}', 1, 1],
    ['{"é": undefined}', 1, 7],
    ['{"a": 1,\n "b": NaN}', 2, 7],
  ])("finds the first unexpected token of %j, which the message does not locate", (text, line, column) => {
    expect(locateError(messageOf(text), text)).toEqual({ location: { line, column } });
  });
});

function messageOf(json: string): string {
  try {
    JSON.parse(json);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("It is valid");
}
