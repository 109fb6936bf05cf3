import { describe, expect, it } from "vitest";
import { type Selection, wholeSite } from "../../../src/model/selection.ts";
import { Subscribe } from "../../../src/preview/subscribe.tsx";
import { sampleSite } from "../../browser/sample-site.ts";

const site = sampleSite();
const subscribe = (selection: Selection, of = site) => String(<Subscribe site={of} selection={selection} />);
const sea: Selection = { kind: "category", name: "Sea", path: "/categories/sea" };

describe("Subscribe()", () => {
  it.each([
    ["the whole site", wholeSite, ""],
    ["a selection", sea, "/categories/sea"],
  ])("has the address of each format of %s, to follow and to copy", (_criterion, selection, path) => {
    const html = subscribe(selection);
    const expected = ["rss.xml", "atom.xml", "feed.json"].map((file) => `https://example.com${path}/${file}`);
    expect([...html.matchAll(/<a href="([^"]+)" type=/g)].map(([, url]) => url)).toEqual(expected);
    expect(
      [...html.matchAll(/<input type="text" readonly="" value="([^"]+)" aria-label="[^"]+" dir="ltr"\/>/g)].map(([, url]) => url),
    ).toEqual(expected);
  });

  it("leads to the other feeds", () => {
    expect(subscribe(sea)).toContain('<a href="https://example.com/feeds/">');
  });

  it("says in which language it speaks where the site has another", () => {
    expect(subscribe(sea)).not.toContain('lang="en"');
    expect(subscribe(sea, sampleSite(site.url, { language: "ar" }))).toContain('<span lang="en" dir="ltr">Subscribe</span>');
  });
});
