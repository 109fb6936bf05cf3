import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findSamples, findUntouchedSamples, removeSamples } from "../../../../src/build/source/sample-articles.ts";
import { sampleArticles } from "../../../../src/settings/sample-site.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

const shipped = resolve(import.meta.dirname, "../../../../articles");

describe("findUntouchedSamples()", () => {
  it("finds every article of the sample site", () => {
    expect(findUntouchedSamples(shipped)).toEqual(Object.keys(sampleArticles));
    expect(readdirSync(shipped).sort()).toEqual(Object.keys(sampleArticles).sort());
  });

  it("excludes a changed sample, whatever its line endings are", () => {
    const folder = makeFolder({});
    cpSync(shipped, folder, { recursive: true });
    const names = Object.keys(sampleArticles);
    const guide = join(folder, "writing-articles.md");
    writeFileSync(guide, readFileSync(guide, "utf8").replaceAll("\n", "\r\n"));
    appendFileSync(join(folder, "2024-11-06-harris-concedes.txt"), "Mine");
    writeFileSync(join(folder, "2025-04-16-how-a-feed-is-made/mine.md"), "Mine");
    const untouched = findUntouchedSamples(folder);
    expect(names.filter((name) => !untouched.includes(name))).toEqual(["2024-11-06-harris-concedes.txt", "2025-04-16-how-a-feed-is-made"]);
    removeSamples(folder, untouched);
    expect(findSamples(folder)).toHaveLength(2);
  });

  it("excludes a sample whose folder contains other files", () => {
    const folder = makeFolder({ "2025-04-16-how-a-feed-is-made/photos/mine.jpg": "Mine" });
    cpSync(shipped, folder, { recursive: true });
    expect(findUntouchedSamples(folder)).not.toContain("2025-04-16-how-a-feed-is-made");
  });
});
