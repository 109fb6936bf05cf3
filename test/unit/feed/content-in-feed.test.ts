import { describe, expect, it } from "vitest";
import { contentInFeed } from "../../../src/feed/content-in-feed.ts";
import { atom, jsonFeed, rss } from "../../../src/model/format.ts";
import { categorySelection, wholeSite } from "../../../src/model/selection.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const entry = sampleEntry("moon", { title: "Moon & <sun>", summary: "Tides & <more>", content: "<p>Tides</p>" });
const permalink = '<a href="https://news.example/articles/moon">';

function contentOf(settings: Partial<Site>, { name = "", format = rss, fields = {} } = {}): string {
  const site = { ...sampleSite, ...settings };
  return contentInFeed({ ...entry, ...fields }, site, name === "" ? wholeSite : categorySelection(name, site), format);
}

describe("contentInFeed()", () => {
  it("is the content of the entry", () => {
    expect(contentOf({})).toBe("<p>Tides</p>");
  });

  it("is the summary with a link to the entry, if the site wants that", () => {
    expect(contentOf({ content: "summary" })).toBe(`<p>Tides &amp; &lt;more&gt;</p>\n<p>${permalink}→ Moon &amp; &lt;sun&gt;</a></p>`);
  });

  it("is only the link without a summary", () => {
    expect(contentOf({ content: "summary" }, { fields: { summary: "" } })).toBe(`<p>${permalink}→ Moon &amp; &lt;sun&gt;</a></p>`);
  });

  it("does not repeat the summary of an entry without a title in its link", () => {
    const fields = { title: "", url: "https://news.example/m%C3%B6we" };
    expect(contentOf({ content: "summary" }, { fields })).toBe(
      '<p>Tides &amp; &lt;more&gt;</p>\n<p><a href="https://news.example/m%C3%B6we">→ news.example/möwe</a></p>',
    );
  });

  it.each([
    ["an Arabic entry", "en", "rtl", "ar", '<div dir="rtl" lang="ar">\n<p>Tides</p>\n</div>'],
    ["an Arabic entry of an Arabic site", "ar", "rtl", "ar", '<div dir="rtl" lang="ar">\n<p>Tides</p>\n</div>'],
    ["an English entry of an Arabic site", "ar", "ltr", "en", '<div dir="ltr" lang="en">\n<p>Tides</p>\n</div>'],
    ["a German entry of an English site", "en", "ltr", "de", "<p>Tides</p>"],
  ] as const)("marks the direction of %s where readers need it", (_name, siteLanguage, direction, language, expected) => {
    expect(contentOf({ language: siteLanguage }, { fields: { direction, language } })).toBe(expected);
  });

  it("marks the permalink with the text", () => {
    const fields = { direction: "rtl" as const, language: "ar", externalUrl: "https://e.example/" };
    expect(contentOf({}, { fields })).toMatch(/^<div dir="rtl" lang="ar">\n<p>Tides<\/p>\n<p><a [^>]+>∞ [^<]+<\/a><\/p>\n<\/div>$/);
  });

  it("marks a summary as the complete text is marked", () => {
    const fields = { direction: "rtl" as const, language: "ar" };
    const footer = "<p>Reply</p>";
    expect(contentOf({ content: "summary", footer }, { fields })).toBe(
      `<div dir="rtl" lang="ar">\n<p>Tides &amp; &lt;more&gt;</p>\n<p>${permalink}← Moon &amp; &lt;sun&gt;</a></p>\n</div>\n${footer}`,
    );
    expect(contentOf({ content: "summary", language: "ar" }, { fields })).toMatch(/^<div dir="rtl" lang="ar">\n/);
    expect(contentOf({ content: "summary" })).not.toContain("<div");
  });

  it("marks the footer of a site that is written from right to left", () => {
    const footer = "<p>رد</p>";
    expect(contentOf({ footer, language: "ar" })).toBe(
      `<div dir="ltr" lang="en">\n<p>Tides</p>\n</div>\n<div dir="rtl" lang="ar">\n${footer}\n</div>`,
    );
    expect(contentOf({ language: "ar" }, { fields: { content: "" } })).toBe("");
  });

  it("shows the description of the picture of an entry that has no summary", () => {
    const image = { url: "https://news.example/boat.jpg", type: "image/jpeg", length: 9, alt: "A <boat>" };
    const link = `<p>${permalink}→ Moon &amp; &lt;sun&gt;</a></p>`;
    expect(contentOf({ content: "summary" }, { fields: { summary: "", image } })).toBe(`<p>A &lt;boat&gt;</p>\n${link}`);
    expect(contentOf({ content: "summary" }, { fields: { image } })).toBe(`<p>Tides &amp; &lt;more&gt;</p>\n${link}`);
    expect(contentOf({}, { fields: { summary: "", image } })).toBe("<p>Tides</p>");
  });

  it("depends on the selection", () => {
    const short = { selections: { "categories/links": { listed: true, content: "summary" as const } } };
    expect(contentOf(short)).toBe("<p>Tides</p>");
    expect(contentOf(short, { name: "Links" })).toMatch(/^<p>Tides &amp; &lt;more&gt;<\/p>/);
    const long = { content: "summary" as const, selections: { "categories/links": { listed: true, content: "full" as const } } };
    expect(contentOf(long, { name: "Links" })).toBe("<p>Tides</p>");
    expect(contentOf(long, { name: "Sea" })).toMatch(/^<p>Tides &amp; &lt;more&gt;<\/p>/);
  });

  it("ends with a permalink in RSS and Atom, if the title links to another site", () => {
    const fields = { externalUrl: "https://e.example/" };
    for (const format of [rss, atom])
      expect(contentOf({}, { fields, format })).toBe(`<p>Tides</p>\n<p>${permalink}∞ Moon &amp; &lt;sun&gt;</a></p>`);
    expect(contentOf({}, { fields, format: jsonFeed })).toBe("<p>Tides</p>");
    expect(contentOf({ content: "summary" }, { fields })).toMatch(/→ Moon[^∞]+$/);
  });

  it("ends with the footer of the site", () => {
    const footer = '<p><a href="mailto:ada@example.com">Reply</a></p>';
    expect(contentOf({ footer })).toBe(`<p>Tides</p>\n${footer}`);
    expect(contentOf({ footer, content: "summary" })).toMatch(/<\/a><\/p>\n<p><a href="mailto:/);
    expect(contentOf({ footer }, { fields: { content: "" } })).toBe(footer);
  });
});
