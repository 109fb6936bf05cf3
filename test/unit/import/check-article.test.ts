import { describe, expect, it } from "vitest";
import type { ParsedEntry } from "../../../src/feed-parser/parsed-entry.ts";
import { checkArticle } from "../../../src/import/check-article.ts";
import { ExistingArticles } from "../../../src/import/existing-articles.ts";
import { prepareEntry } from "../../../src/import/prepared-entry.ts";
import { sampleSite } from "../../samples.ts";
import { imported, now } from "./imported.ts";

const options = { site: sampleSite, now };

async function check(fields: Partial<ParsedEntry>): Promise<void> {
  const placed = new ExistingArticles(options).planFile(await prepareEntry(imported(fields), options));
  if (placed.outcome !== "new") throw new Error(placed.outcome);
  await checkArticle(placed, options);
}

const unlinked = { id: "a", link: undefined }; // its references need no parser
const long = "https://old.example/".padEnd(3000, "a");

describe("checkArticle()", () => {
  it.each<[string, Partial<ParsedEntry>, string | RegExp]>([
    ["elements", { ...unlinked, content: "<p>a</p>".repeat(120_000) }, "more than 100000 elements of HTML"],
    [
      "elements that a browser opens again",
      { ...unlinked, content: `<p>${Array.from({ length: 400 }, (_, index) => `<b id="${index}">`).join("")}${"<p>a".repeat(400)}` },
      "more than 100000 elements",
    ],
    ["elements of a draft", { ...unlinked, content: "<p>a</p>".repeat(120_000), draft: true }, "more than 100000 elements of HTML"],
    [
      "characters of HTML",
      { ...unlinked, content: `<p><a href="/${"a".repeat(2000)}">${"<p>a".repeat(3000)}` },
      "HTML has more than 5000000 characters",
    ],
    ["levels", { content: "<div>".repeat(1100) }, /nested in more than 1000 levels; close/],
    ["paragraphs of a text", { content: "<p>a</p>", plain: "a.\n\n".repeat(100_001) }, "more than 100000 paragraphs"],
    ["bytes", { content: "<p>ä</p>".padEnd(1_500_000, "ä") }, "it has more than 2 MB; make several articles of it"],
    [
      "categories",
      { categories: Array.from({ length: 1001 }, (_, index) => `c${index}`) },
      "Cannot use 1001 categories: the limit is 1000",
    ],
    ["characters of an address", { link: long, id: "a" }, "Cannot make an address of more than 2000 characters"],
  ])("rejects an entry with more %s than an article may have", async (_name, fields, reason) => {
    await expect(check(fields)).rejects.toThrow(reason);
  });

  it.each<[string, Partial<ParsedEntry>]>([
    ["many elements", { content: "<p>a</p>".repeat(20_000) }],
    ["a missing picture", { content: '<img src="moon.png">' }],
    ["no date", { published: undefined }],
  ])("accepts an entry with %s", async (_name, fields) => {
    await expect(check(fields)).resolves.toBeUndefined();
  });
});
