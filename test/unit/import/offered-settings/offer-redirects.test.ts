import { describe, expect, it } from "vitest";
import { offerRedirects } from "../../../../src/import/offered-settings/offer-redirects.ts";
import type { OldList, OldRedirect } from "../../../../src/import/old-pages/old-list.ts";
import { rss } from "../../../../src/model/format.ts";
import { sampleSite } from "../../../samples.ts";

interface Old {
  readonly base?: string;
  readonly lists?: readonly OldList[];
  readonly redirects?: readonly OldRedirect[];
}

function offered(old: Old, written: Readonly<Record<string, string>> = {}) {
  return offerRedirects(old, { site: sampleSite, selections: [], written, taken: ["/moon/"], posts: [] });
}

const unused = (from: string) => [
  `Not written as redirects, since other documents have these addresses or they lead back to themselves: ${from}`,
];

describe("offerRedirects()", () => {
  it("knows the feeds below a folder that redirects in two steps, in any order", () => {
    const lists = [{ path: "/old/rss.xml", format: rss }];
    expect(offered({ base: "/log", lists }, { "/old": "/log" })).toEqual({ redirects: { "/log": "/" }, notes: [] });
    expect(offered({ base: "/old", lists }, { "/log": "/" })).toEqual({ redirects: { "/old": "/" }, notes: [] });
    expect(offered({ lists: [{ path: "/old/rss.xml", format: rss }] })).toEqual({ redirects: { "/old/rss.xml": "/rss.xml" }, notes: [] });
  });

  it.each<[string, readonly OldRedirect[], Record<string, string>, Record<string, string>, string[]]>([
    ["to itself", [{ from: "/a", to: "/a/" }], {}, {}, unused("/a")],
    ["back to a written one", [{ from: "/b", to: "/a" }], { "/a": "/b" }, {}, unused("/b")],
    [
      "back to another one",
      [
        { from: "/a", to: "/b" },
        { from: "/b", to: "/c" },
        { from: "/c", to: "/a" },
      ],
      {},
      { "/a": "/b", "/b": "/c" },
      unused("/c"),
    ],
    ["from an article", [{ from: "/moon", to: "/b" }], {}, {}, unused("/moon")],
    ["from a feed of the site", [{ from: "/atom.xml", to: "/b" }], {}, {}, unused("/atom.xml")],
    ["that is written already", [{ from: "/a", to: "/b" }], { "/a/": "/c" }, {}, []],
  ])("leaves out a redirect %s", (_, redirects, written, expected, notes) => {
    expect(offered({ redirects }, written)).toEqual({ redirects: expected, notes });
  });

  it("offers nothing next to redirects that the build would refuse", () => {
    expect(offered({ base: "/log" }, { "/a": "/a" }).redirects).toEqual({});
  });
});
