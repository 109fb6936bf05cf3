import { describe, expect, it } from "vitest";
import { formatLinks, type Link } from "../../../src/http/link-header.ts";

describe("formatLinks()", () => {
  it.each<[string, readonly Link[], string]>([
    ["no link", [], ""],
    ["a link", [{ rel: "self", href: "https://news.example/rss.xml" }], '<https://news.example/rss.xml>; rel="self"'],
    [
      "a link with a type",
      [{ rel: "alternate", href: "https://news.example/atom.xml", type: "application/atom+xml" }],
      '<https://news.example/atom.xml>; rel="alternate"; type="application/atom+xml"',
    ],
    [
      "links in their order",
      [
        { rel: "hub", href: "https://hub.example/?a=1,2;b" },
        { rel: "prev-archive", href: "https://news.example/archive/2/rss.xml" },
      ],
      '<https://hub.example/?a=1,2;b>; rel="hub", <https://news.example/archive/2/rss.xml>; rel="prev-archive"',
    ],
  ])("writes %s", (_criterion, links, expected) => {
    expect(formatLinks(links)).toBe(expected);
  });
});
