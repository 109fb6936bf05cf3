import { describe, expect, it } from "vitest";
import type { Entry } from "../../../../src/model/entry.ts";
import { Story } from "../../../../src/pages/parts/story.tsx";
import { sampleEntries, sampleEntry, sampleSite } from "../../../browser/sample-site.ts";

const site = sampleSite();
const [pictured = sampleEntry("a")] = sampleEntries(site.url);
const story = (entry: Entry, isLead = false) => String(<Story site={site} entry={entry} isLead={isLead} />);

describe("Story()", () => {
  it("shows an entry's name and summary, with links to it, its categories and its authors", () => {
    const html = story(pictured);
    expect(html).toMatch(/^<article class="story h-entry" lang="en" dir="ltr">/);
    expect(html).toContain(
      '<h3 class="p-name"><a class="u-url" href="https://example.com/articles/lighthouse">The lighthouse keeps its keeper</a></h3>',
    );
    expect(html).toContain('<p class="summary p-summary">The last keeper on the coast');
    expect([...html.matchAll(/href="https:\/\/example\.com([^"]+)" rel="(tag|author)"/g)].map(([, path, rel]) => [rel, path])).toEqual([
      ["tag", "/categories/harbour/"],
      ["tag", "/categories/people/"],
      ["author", "/authors/ada-lovelace/"],
      ["author", "/authors/charles-babbage/"],
    ]);
  });

  it("shows the picture of the first entry", () => {
    expect(story(pictured)).not.toContain("<img");
    expect(story(pictured, true)).toContain('<article class="story lead h-entry"');
    expect(story(pictured, true)).toContain('src="https://example.com/picture.svg" alt="A lighthouse at dusk"');
    expect(story(sampleEntry("a"), true)).not.toContain("<img");
  });

  it("has the entry's own language and direction", () => {
    expect(story(sampleEntry("a", { language: "ar", direction: "rtl" }))).toMatch(/^<article class="story h-entry" lang="ar" dir="rtl">/);
  });

  it("omits missing categories and a missing summary", () => {
    expect(story(sampleEntry("a", { categories: [], summary: "" }))).not.toMatch(/kicker|summary/);
  });
});
