import { describe, expect, it } from "vitest";
import { compileOne, site } from "./sample.ts";

async function pathOf(yaml: string, permalink = "/articles/:slug", source = "notes/moon.md"): Promise<string> {
  const text = `---\ndate: 2024-11-06T23:30:00Z\n${yaml}\n---\nText`;
  return (await compileOne(text, source, { site: { ...site, permalink } })).path;
}

describe("permalinkOf()", () => {
  it.each([
    ["/articles/:slug", "/articles/notes/moon"],
    ["/:slug/", "/notes/moon/"],
    ["/:year/:month/:day/:slug", "/2024/11/07/notes/moon"], // the day in Berlin
    ["/:category/:slug.html", "/r-d/notes/moon.html"],
  ])("fills in the pattern %s", async (pattern, expected) => {
    expect(await pathOf("tags: [R&D, Sky]", pattern)).toBe(expected);
  });

  it("calls no category something", async () => {
    expect(await pathOf("title: x", "/:category/:slug")).toBe("/uncategorized/notes/moon");
  });

  it.each([
    ["slug: Full Moon!", "/articles/full-moon"],
    ["slug: sky/moon", "/articles/sky/moon"],
    ["slug: ../../x", "/articles/untitled/untitled/x"],
    ["slug: 月", "/articles/%E6%9C%88"],
    ["permalink: /moon/", "/moon/"],
    ["permalink: moon", "/moon"],
    ["url: https://old.example/2024/moon?x#y", "/2024/moon"],
    ["path: /a b/ü%20c/100%", "/a%20b/%C3%BC%20c/100%25"],
    ["permalink: //evil.example/x", "/evil.example/x"],
    ["permalink: '\\\\evil.example\\x'", "/%5C%5Cevil.example%5Cx"],
    ["permalink: /a/../../b", "/b"],
    ["permalink: 'a:b'", "/a:b"],
  ])("takes the article's own: %s", async (yaml, expected) => {
    expect(await pathOf(yaml)).toBe(expected);
  });
});
