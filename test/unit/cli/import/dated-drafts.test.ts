import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DocumentReader } from "../../../../src/cli/import/document-reader.ts";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const words = "Just words\n\nText without a date.";
const page = "<!doctype html><title>P</title><article><h1>P</h1><p>Long text of a page without any date in it.</p></article>";

// All imports share the process of one reader.
const reader = new DocumentReader();
afterAll(() => reader.close());

async function run(folder: string, name: string, date?: string) {
  const options = { site: sampleSite, now, folder: join(folder, "articles"), isDryRun: false, reader };
  return importArticles([join(folder, name)], { ...options, ...(date !== undefined && { askForDate: async () => date }) });
}

describe("importArticles() of a text whose draft exists", () => {
  it.each([
    ["a.txt", words, "undated/just-words.txt"],
    ["p.html", page, "undated/p.html"],
    ["b.txt", "Words\n\nOn 03/04/2020.", "undated/words.txt"],
  ])("publishes the draft with its date, and keeps edits: %s", async (name, text, draft) => {
    const folder = makeFolder({ [name]: text });
    expect(await run(folder, name)).toMatchObject({ written: [draft], existing: 0 });
    const file = join(folder, "articles", draft);
    const id = /^id: .*$/m.exec(readFileSync(file, "utf8"))?.[0] ?? "none";
    writeFileSync(file, `${readFileSync(file, "utf8")}Edited\n`);
    expect(await run(folder, name)).toMatchObject({ written: [], existing: 1 });
    expect(await run(folder, name, "2024-11-06")).toMatchObject({ written: [draft], existing: 0, concerns: [] });
    const published = readFileSync(file, "utf8");
    expect(published).toMatch(/^date: "?2024-11-06"?$/m);
    expect(published).not.toMatch(/draft|kept as/);
    expect(published).toContain(`${id}\n`);
    expect(published).toMatch(/Edited\n$/);
    expect(await run(folder, name, "2024-11-06")).toMatchObject({ written: [], existing: 1 });
  });

  it("keeps a draft whose author removed the note, or whose text may be hidden", async () => {
    const folder = makeFolder({ "a.txt": words, "h.txt": "draft: true\ntitle: H\n---\nText" });
    for (const name of ["a.txt", "h.txt"]) {
      const { written } = await run(folder, name);
      const file = join(folder, "articles", written[0] ?? "");
      if (name === "a.txt") writeFileSync(file, readFileSync(file, "utf8").replace(/^# .*\n/m, ""));
      const before = readFileSync(file, "utf8");
      expect(await run(folder, name, "2024-11-06")).toMatchObject({ written: [], existing: 1 });
      expect(readFileSync(file, "utf8")).toBe(before);
    }
  });

  it("recognizes a text that was imported with its date", async () => {
    const folder = makeFolder({ "a.txt": words });
    expect(await run(folder, "a.txt", "2024-11-06")).toMatchObject({ written: ["2024/2024-11-06-just-words.txt"] });
    expect(await run(folder, "a.txt", "2024-11-06")).toMatchObject({ written: [], existing: 1 });
  });
});
