import { describe, expect, it } from "vitest";
import { ArticleNames } from "../../../src/content/links/article-names.ts";
import { parseFileName } from "../../../src/model/file-name.ts";

describe("parseFileName()", () => {
  it.each([
    ["moon.md", { slug: "moon" }],
    ["notes/Full Moon.html", { slug: "notes/full-moon" }],
    ["2024-11-06-moon.txt", { slug: "moon", date: "2024-11-06" }],
    ["notes/2024-11-06_moon.md", { slug: "notes/moon", date: "2024-11-06" }],
    ["2024-11-06 moon.md", { slug: "moon", date: "2024-11-06" }],
    ["2024-11-06.md", { slug: "2024-11-06", date: "2024-11-06" }],
    ["2024-11-06-moon/index.md", { slug: "moon", date: "2024-11-06" }],
    ["moon/index.md", { slug: "moon" }],
    ["index.md", { slug: "index" }],
    ["index/index.md", { slug: "index" }],
    ["2024/11/moon.md", { slug: "2024/11/moon" }],
    ["v1.2.md", { slug: "v1.2" }],
    ["🐟.md", { slug: "untitled" }],
    ["_posts/2024-11-06-moon.md", { slug: "moon", date: "2024-11-06" }],
    ["sky/_posts/2024/2024-11-06-moon.markdown", { slug: "sky/moon", date: "2024-11-06" }],
    ["_posts/2024-1-6-moon.md", { slug: "moon", date: "2024-1-6" }],
    ["_posts/2024-11-6-moon.md", { slug: "moon", date: "2024-11-6" }],
    ["_posts/2024-1-16-moon.md", { slug: "moon", date: "2024-1-16" }],
    ["_posts/moon-2024-1-6-far.md", { slug: "moon-2024-1-6-far" }],
    ["2024-1-6-moon.md", { slug: "2024-1-6-moon" }],
    ["moon-2024-11-06.md", { slug: "moon-2024-11-06" }],
    ["_posts/sky/moon.md", { slug: "sky/moon" }],
    ["_posts/2024-11-06-moon/index.md", { slug: "moon", date: "2024-11-06" }],
    ["sky/_drafts/moon.md", { slug: "sky/moon" }],
    ["moon/index.de.md", { slug: "moon" }],
    ["moon/index.js.md", { slug: "moon/index.js" }],
    ["index.de.md", { slug: "index.de" }],
    ["web.io.md", { slug: "web.io" }],
  ])("reads %s", (source, expected) => {
    const { slug, date } = parseFileName(source);
    expect({ slug, ...(date !== undefined && { date }) }).toEqual(expected);
  });
});

describe("parseFileName() and folders", () => {
  it.each([
    ["sky/2024-11-06-Full Moon.md", { name: "Full Moon", fullName: "2024-11-06-Full Moon", folders: ["sky"] }],
    ["sky/2024-11-06-moon/index.md", { name: "moon", fullName: "2024-11-06-moon", folders: ["sky"] }],
    ["sky/_posts/old/2024-11-06-moon.md", { name: "moon", folders: ["sky"], isJekyllPost: true, isDraft: false }],
    ["_posts/old/far/2024-11-06-moon.md", { folders: [], isJekyllPost: true }],
    ["_posts/old/moon.md", { folders: ["old"], isJekyllPost: false }],
    ["2024-11-06-moon.md", { isJekyllPost: false }],
    ["_drafts/2024-11-06-moon.md", { isJekyllPost: false, isDraft: true }],
    ["drafts/moon.md", { isDraft: false }],
  ])("reads %s", (source, expected) => {
    expect(parseFileName(source)).toMatchObject(expected);
  });

  it.each([
    ["moon/index.de.md", [], "de"],
    ["moon/index.pt-br.md", [], "pt-BR"],
    ["moon/index.zz.md", [], undefined],
    ["a/moon.de.md", ["a/moon.md"], "de"],
    ["a/moon.de.md", ["a/moon.fr.md"], "de"],
    ["a/moon.de.md", ["a/moon.html", "moon.md", "a/moonlight.fr.md", "a/moon.zz.md"], undefined],
    ["v1.is.md", ["v1.2.md"], undefined],
    ["moon.de.md/sun.md", ["moon.md"], undefined],
  ])("finds the language of %s next to %j", (source, others, language) => {
    const names = new ArticleNames([source, ...others]);
    expect(parseFileName(source, (...asked) => names.hasTranslations(...asked)).language).toBe(language);
  });
});
