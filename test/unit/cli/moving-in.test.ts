import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../src/build/build.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";
import type { CompiledEntry } from "../../../src/model/entry.ts";

// A small site for every system that docs/coming-from.md names, as that system writes its posts. They need no edit.
const fixtures = resolve(import.meta.dirname, "../../fixtures");
const now = Date.UTC(2025, 0, 1, 12);
const expected = JSON.parse(readFileSync(join(fixtures, "expected.json"), "utf8"));

async function buildOf(system: string, development: boolean) {
  const config = join(fixtures, system, "wrangler.toml");
  const { content, problems } = await build({ config, environment: "", purpose: development ? "start" : "deploy", now });
  return { entries: content?.entries ?? [], problems: problems.map(formatDiagnostic) };
}

// The fields that readers get, without empty ones. A day without a time is its first second.
function describeEntry(entry: CompiledEntry) {
  const seconds = (instant: number) => new Date(instant).toISOString().replace(/\.\d+Z/, "Z");
  const { aliases, authors, categories, id, image, language, path, published, summary, title, updated } = entry;
  return {
    title,
    path,
    ...(id !== `https://example.com${path}` && { id }),
    published: seconds(published),
    ...(seconds(updated) !== seconds(published) && { updated: seconds(updated) }),
    ...(language !== "en" && { language }),
    authors: authors.map(({ name, url, email }) => [name, url, email].filter(Boolean).join(" ")).join(", "),
    ...(categories.length > 0 && { categories }),
    summary,
    ...(image !== undefined && { image: `${image.url.replace(/media\/[0-9a-f]{20}/, "media")} ${image.alt ?? ""}`.trim() }),
    ...(aliases.length > 0 && { aliases }),
    ...(entry.unlisted === true && { unlisted: true }),
    content: entry.content.replace(/media\/[0-9a-f]{20}/g, "media").replace(/\n+/g, " "),
  };
}

describe.each(Object.keys(expected))("posts of %s", (system) => {
  it("compile unchanged, with all their data", async () => {
    const { entries, problems } = await buildOf(system, false);
    const told = Object.fromEntries(entries.map((entry) => [entry.source, describeEntry(entry)]));
    if (process.env["SHOW_MOVED"] === "1") console.log(JSON.stringify({ entries: told, problems }, null, 2));
    expect({ entries: told, problems }).toEqual({ entries: expected[system].entries, problems: expected[system].problems });
  });

  it("do not publish their drafts", async () => {
    const { entries } = await buildOf(system, true);
    const drafts = entries.filter(({ draft }) => draft).map(({ source }) => source);
    expect(drafts.sort()).toEqual(expected[system].drafts);
  });
});
