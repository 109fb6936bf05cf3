import { describe, expect, it } from "vitest";
import { ChunkedParser } from "../../../src/feed-parser/chunked-parser.ts";

function read(xml: string, length: number) {
  const found: { text: string; tags: string[]; longest: number } = { text: "", tags: [], longest: 0 };
  const parser = new ChunkedParser({
    onopentagname: (name) => found.tags.push(name),
    ontext(text) {
      found.text += text;
      found.longest = Math.max(found.longest, text.length);
    },
  });
  for (let start = 0; start < xml.length; start += length) parser.write(xml.slice(start, start + length));
  parser.end();
  return found;
}

describe("ChunkedParser", () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))("returns the same in chunks of %d characters", (length) => {
    const xml =
      "<a>x&amp;y<!-- <b/> ]]> - -- --->z<c d='--> ]]>'/><![CDATA[ <e/> ] ]] --> ]]]]><![CDATA[><f>]]]>-]]<g><!----><![CDATA[]]></g></a>";
    const { tags, text } = read(xml, length);
    expect({ tags, text }).toEqual({ tags: ["a", "c", "g"], text: "x&yz <e/> ] ]] --> ]]><f>]-]]" });
  });

  it("buffers at most one chunk of a section", () => {
    expect(read(`<a><![CDATA[${"ab]".repeat(100_000)}]]></a>`, 1000).longest).toBeLessThan(1100);
  });
});
