import { describe, expect, it } from "vitest";
import { compileAll } from "../sample.ts";

const dated = (front = "") => `---\ntitle: T\ndate: 2024-11-06\n${front}\n---\n`;
const articles = {
  "2022-01-01-target.md": "---\ntitle: T\n---\n## Part\n",
  "moon.md": `${dated("slug: luna")}## Part\n`,
  "other.md": dated("slug: star\naliases: [/articles/mars]"),
  "mars.md": dated("slug: red"),
  "star.md": dated("slug: sirius"),
  "v1.2.mdx": dated("slug: version"),
  "trips/lake/index.md": dated("permalink: /lake/"),
  "trips/sea.html": dated("slug: ocean"),
  "tags/wind.md": dated("permalink: /breeze\ncategories: [wind]"),
  "feeds.md": dated("permalink: /about-feeds"),
  "gone.md": dated("slug: gone-away"),
};

async function hrefOf(link: string, source = "a.md", front = ""): Promise<string | undefined> {
  const text = `${dated(front)}${source.endsWith("html") ? `<p><a href="${link}">x</a></p>` : `[x](${link})`}\n`;
  const { entries } = await compileAll({ ...articles, [source]: text }, { redirects: { "/articles/gone": "https://example.org/" } });
  return /href="https:\/\/example\.com([^"]*)"/.exec(entries.find((entry) => entry.source === source)?.content ?? "")?.[1];
}

describe("findLinkedPage()", () => {
  it.each([
    ["2022-01-01-target", "/articles/target"],
    ["./2022-01-01-target/", "/articles/target"],
    ["/articles/2022-01-01-target?print#part", "/articles/target?print#target-part"],
    ["https://example.com/2022-01-01-target", "/articles/target"],
    ["moon", "/articles/luna"],
    ["moon#part", "/articles/luna#luna-part"],
    ["v1.2", "/articles/version"],
    ["trips/lake", "/lake/"],
    ["trips/lake/", "/lake/"],
    ["trips/lake/index", "/lake/"],
    ["trips/sea", "/articles/ocean"],
  ])("leads %s to the page of the file with this name", async (link, expected) => {
    expect(await hrefOf(link)).toBe(expected);
    expect(await hrefOf(link, "b.mdx")).toBe(expected);
    expect(await hrefOf(link, "c.html")).toBe(expected);
  });

  it.each([
    ["../moon", "trips/day.md", "/articles/luna"],
    ["./lake", "trips/day.md", "/lake/"],
    ["../sea", "trips/lake/day.md", "/articles/ocean"],
    ["./", "trips/lake/day.md", "/lake/"],
    ["..", "trips/lake/day/night.md", "/lake/"],
  ])("resolves %s from the file %s", async (link, source, expected) => {
    expect(await hrefOf(link, source)).toBe(expected);
  });

  it.each([
    ["star", "/articles/star"], // the page of other.md
    ["luna/", "/articles/luna/"],
    ["mars", "/articles/mars"], // an alias of other.md
    ["gone", "/articles/gone"], // a redirect of the settings
    ["/tags/wind", "/tags/wind"],
    ["/feeds", "/feeds"],
    ["./", "/articles/"],
    ["none-here", "/articles/none-here"],
    ["Moon", "/articles/Moon"],
  ])("keeps %s, which is the address of another page, or of none", async (link, expected) => {
    expect(await hrefOf(link)).toBe(expected);
  });

  it("keeps a link to the folder of a page", async () => {
    expect(await hrefOf("./", "a.md", "permalink: /essays/a")).toBe("/essays/");
  });

  it("warns about an anchor and about a draft", async () => {
    const { problems } = await compileAll({
      "a.md": `${dated()}[x](moon#none) [y](draft)\n`,
      "moon.md": dated("slug: luna"),
      "draft.md": dated("slug: later\ndraft: true"),
    });
    expect(problems).toEqual([
      expect.stringContaining('Cannot find the anchor of "moon#none" in articles/moon.md'),
      expect.stringContaining('Cannot follow the link to "draft": it is a draft'),
    ]);
  });
});
