import { appendFileSync, cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { verifySampleSettings } from "../../../../src/build/verify/verify-sample-settings.ts";
import { sampleArticles, sampleSettings } from "../../../../src/settings/sample-site.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

const locationOf = ([key = ""]: readonly string[]) => ({ file: key, line: 1, column: 1 });
const own = { title: "Blog", description: "Notes", author: { name: "Ada" } };
const samples = Object.keys(sampleArticles).map((name) => (name.includes(".") ? name : `${name}/index.md`));

const shipped = resolve(import.meta.dirname, "../../../../articles");

describe("verifySampleSettings()", () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["own settings", own, ["a.md"]],
    ["the sample's other settings", { ...sampleSettings, ...own }, ["a.md"]],
    ["the sample", sampleSettings, samples],
    ["no article", sampleSettings, []],
  ])("accepts %s", (_criterion, settings, sources) => {
    expect(verifySampleSettings({ locationOf, settings }, shipped, sources, false)).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string, string]>([
    ["all settings", sampleSettings, "title", "title, description and author are still the sample's"],
    ["two settings", { ...sampleSettings, title: "Blog" }, "description", "description and author are still the sample's"],
    ["the author", { ...own, author: sampleSettings["author"] }, "author", "author is still the sample's"],
  ])("rejects %s of the sample next to own articles, and only warns about it during development", (_criterion, settings, file, message) => {
    for (const development of [false, true])
      expect(verifySampleSettings({ locationOf, settings }, shipped, [...samples, "a.md"], development)).toEqual([
        { file, line: 1, column: 1, severity: development ? "warning" : "error", message: expect.stringContaining(message) },
      ]);
  });

  it("rejects the settings of the sample next to a sample that was changed", () => {
    const folder = makeFolder({});
    cpSync(shipped, folder, { recursive: true });
    const problemsOf = () => verifySampleSettings({ locationOf, settings: sampleSettings }, folder, samples, false);
    expect(problemsOf()).toEqual([]);
    appendFileSync(join(folder, "writing-articles.md"), "A sentence of my own.");
    expect(problemsOf()).toMatchObject([{ severity: "error", message: expect.stringContaining("still the sample's") }]);
  });
});
