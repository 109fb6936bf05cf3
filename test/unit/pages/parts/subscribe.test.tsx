import { describe, expect, it } from "vitest";
import { type Selection, wholeSite } from "../../../../src/model/selection.ts";
import { Subscribe } from "../../../../src/pages/parts/subscribe.tsx";
import { sampleSite } from "../../../browser/sample-site.ts";

const site = sampleSite();
const subscribe = (selection: Selection, of = site) => String(<Subscribe site={of} selection={selection} />);
const sea: Selection = { kind: "category", name: "Sea", path: "/categories/sea" };

describe("Subscribe()", () => {
  it.each([
    ["the whole site", wholeSite, ""],
    ["a selection", sea, "/categories/sea"],
  ])("shows the address of each format of %s, as a link and for copying", (_criterion, selection, path) => {
    const html = subscribe(selection);
    const expected = ["rss.xml", "atom.xml", "feed.json"].map((file) => `https://example.com${path}/${file}`);
    expect([...html.matchAll(/<a href="([^"]+)" type=/g)].map(([, url]) => url)).toEqual(expected);
    expect(
      [...html.matchAll(/<input type="text" readonly="" value="([^"]+)" aria-label="[^"]+" dir="ltr"\/>/g)].map(([, url]) => url),
    ).toEqual(expected);
  });

  it("links to the other feeds", () => {
    expect(subscribe(sea)).toContain('<a href="https://example.com/feeds/">');
  });

  it("is in the language of the site, or in English that is marked as such", () => {
    expect(subscribe(sea)).not.toContain('lang="en"');
    const inLanguage = (language: string) => subscribe(sea, sampleSite(site.url, { language }));
    expect(inLanguage("sw")).toContain('<span lang="en" dir="ltr">Subscribe</span>');
    expect(inLanguage("fr")).toContain(">S’abonner</h2>");
    expect(inLanguage("fr")).toContain('aria-label="Adresse du flux RSS"');
  });
});
