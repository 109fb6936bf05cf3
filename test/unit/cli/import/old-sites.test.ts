import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import { addRedirects } from "../../../../src/build/wrangler/add-redirects.ts";
import { editSettings, type Setting } from "../../../../src/build/wrangler/edit-settings.ts";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { tomlLine } from "../../../../src/settings/toml-value.ts";
import { sampleSite } from "../../../samples.ts";

interface Expected {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly entries: Readonly<
    Record<string, { path: string; title: string; published?: string; feed: boolean; id?: string; draft?: boolean }>
  >;
  readonly media: readonly string[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  /** The files whose address differs: a page at /, which is the front page here. */
  readonly changed?: readonly string[];
}

// A small site of each generator, with the addresses, titles and dates that the generator itself publishes.
const sites = resolve(import.meta.dirname, "../../../fixtures/sites");
const names = readdirSync(sites).filter((name) => existsSync(join(sites, name, "expected.json")));
const now = Date.UTC(2026, 0, 1);
const defaults = { language: "en", timezone: "UTC" };
const sample = `[vars.SITE]\n${Object.entries(sampleSettings)
  .map(([key, value]) => tomlLine(key, value))
  .join("\n")}\n`;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: false }).sort();
}

async function moveIn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const options = { site: sampleSite, settings: sampleSettings, now, folder: join(folder, "articles") };
  const source = join(sites, name);
  const result = await importArticles([source], { ...options, isDryRun: false });
  const [report] = result.sites;
  if (report === undefined) throw new Error("not imported as a site");
  const config = join(folder, "wrangler.toml");
  writeFileSync(config, addRedirects(editSettings(sample, report.settings as Readonly<Record<string, Setting>>), report.redirects ?? {}));
  const { content, problems } = await build({ config, environment: "", purpose: "compile", now });
  return { content, folder, options, problems, report, result, source };
}

describe.each(names)("the folder of a %s site", (name) => {
  const expected: Expected = JSON.parse(readFileSync(join(sites, name, "expected.json"), "utf8"));
  let moved: Awaited<ReturnType<typeof moveIn>>; // for both tests
  beforeAll(async () => {
    moved = await moveIn(name);
  });
  afterAll(() => rmSync(moved.folder, { recursive: true }));

  it("keeps every address, title and date", async () => {
    const { content, problems, report, result } = moved;
    const entries = (content?.entries ?? []).map(({ id, path, published, source, title, unlisted }) => {
      const { id: oldId, published: oldDate } = expected.entries[source] ?? {};
      const isDated = oldDate !== undefined;
      const date = new Date(published).toISOString().replace(/\.\d+Z$/, "Z");
      return [
        source,
        { path: decodeURI(path), title, ...(isDated && { published: date }), feed: unlisted !== true, ...(oldId !== undefined && { id }) },
      ];
    });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const published = Object.entries(expected.entries).filter(([, { draft }]) => draft !== true);
    expect(Object.fromEntries(entries)).toEqual(Object.fromEntries(published));
    // What is the default, or the sample's, need not be written.
    expect({ ...defaults, ...report.settings }).toEqual({ ...defaults, ...expected.settings });
    expect(report.changed).toEqual(expected.changed ?? []);
    expect(Object.fromEntries([...report.leftOut].map(([what, paths]) => [what, paths.length]))).toEqual(expected.leftOut);
    expect([...report.facts, ...report.notes.map(({ kind }) => kind)]).toEqual(expect.arrayContaining([...expected.notes]));
    expect(describeImport(result, "articles", false).length).toBeLessThan(40); // a screen
  });

  it("copies its media, and nothing when it is imported again", async () => {
    const { folder, options, result, source } = moved;
    const before = filesOf(join(folder, "articles"));
    expect(before).toEqual(expect.arrayContaining([...expected.media]));
    const again = await importArticles([source], { ...options, isDryRun: false });
    expect(again).toMatchObject({ written: [], media: 0, existing: result.written.length, concerns: [] });
    expect(filesOf(join(folder, "articles"))).toEqual(before);
  });
});
