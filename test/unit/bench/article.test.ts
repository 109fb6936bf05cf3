import { describe, expect, it } from "vitest";
import { generateArticle, generateArticles } from "../../bench/articles/article.ts";
import { generatePicture } from "../../bench/articles/picture.ts";

describe("generateArticle()", () => {
  it("returns the same article for the same number and seed, and different ones otherwise", () => {
    const { text } = generateArticle(7, 6000);
    expect(generateArticle(7, 6000).text).toBe(text);
    expect(generateArticle(8, 6000).text).not.toBe(text);
    expect(generateArticle(7, 6000, 2).text).not.toBe(text);
  });

  it.each([2100, 6000])("returns about %d bytes", (length) => {
    const lengths = [...generateArticles(50, length)].map(({ text }) => text.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(length);
    expect(Math.max(...lengths)).toBeLessThan(length + 800);
  });

  it("contains every kind of content", () => {
    const { slug, text } = generateArticle(42, 6000);
    expect(slug).toBe("article-00042");
    expect(text).toMatch(/^---\ntitle: ".+"\ndate: 2010-01-22T09:00:00\.000Z\ntags: \[.+\]\nsummary: ".+"\n---\n/);
    for (const part of [/^## /m, /^```ts\n/m, /^\| --- \| ---: \|/m, /^- /m, /^> /m, /!\[.+\]\(\/images\/figure-2\.png\)/, /\]\(https:/])
      expect(text).toMatch(part);
  });

  it("has a later date for a higher number", () => {
    const dates = [...generateArticles(5, 2100)].map(({ text }) => /date: (\S+)/.exec(text)?.[1]);
    expect([...dates].sort()).toEqual(dates);
    expect(new Set(dates).size).toBe(5);
  });
});

describe("generatePicture()", () => {
  it("returns a PNG picture of 64 by 48, each in a different grey", async () => {
    const { imageSize } = await import("image-size");
    expect(imageSize(generatePicture(1))).toMatchObject({ type: "png", width: 64, height: 48 });
    expect(generatePicture(1)).not.toEqual(generatePicture(2));
  });
});
