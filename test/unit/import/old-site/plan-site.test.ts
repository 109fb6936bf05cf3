import { describe, expect, it } from "vitest";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import type { OldSite } from "../../../../src/import/site-rules/old-site.ts";
import { folderWith } from "../generators/in-memory-site.ts";

const pages: OldSite = { settings: {}, notes: [], plan: ({ path }) => ({ kind: "page", target: path }) };

describe("planSite()", () => {
  it.each([
    ["nothing", "", 1],
    ["a comment", "<!-- do not\ntranslate -->\n", 1],
    ["an open comment", "<!-- x", 1],
    ["a text", "<!-- x --> Text", 0],
  ])("leaves out pages that have %s", (_name, body, count) => {
    const { articles, leftOut } = planSite(folderWith({ "a.md": `---\nslug: a\n---\n${body}` }), pages);
    expect([leftOut.get("pages without a text")?.length ?? 0, articles.length]).toEqual([count, 1 - count]);
  });

  it("finds targets that differ in case only", () => {
    const { renamed, sameButCase } = planSite(folderWith({ "Moon.md": "A", "a/moon.md": "B", "moon.md": "C" }), pages);
    expect([...renamed, ...sameButCase]).toEqual([["moon.md", "Moon.md"]]);
  });
});
