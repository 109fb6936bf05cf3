import { compile } from "../../../src/content/compile/compile.ts";
import type { ParsedEntry } from "../../../src/feed-parser/parsed-entry.ts";
import { ExistingArticles, type Placement } from "../../../src/import/existing-articles.ts";
import { prepareEntry } from "../../../src/import/prepared-entry.ts";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { noMedia } from "../../no-media.ts";
import { sampleSite } from "../../samples.ts";

/** The current time in these tests. */
export const now = Date.UTC(2025, 0, 1);

/** Returns an entry with the required fields. */
export function imported(fields: Partial<ParsedEntry> = {}): ParsedEntry {
  const link = "https://old.example/2024/moon";
  const published = "2024-11-06T12:00:00Z";
  return {
    id: link,
    title: "Moon",
    link,
    published,
    authors: [],
    categories: [],
    content: "<p>Up.</p>",
    draft: false,
    aliases: [],
    notes: [],
    ...fields,
  };
}

/** Plans the files of entries in an empty folder. */
export async function placeAll(entries: readonly ParsedEntry[], site: Site = sampleSite): Promise<Placement[]> {
  const existing = new ExistingArticles({ site, now });
  const placements: Placement[] = [];
  for (const entry of entries) placements.push(existing.planFile(await prepareEntry(entry, { site, now })));
  return placements;
}

/** Compiles the articles of entries; errors fail the test. */
export async function compileImported(entries: readonly ParsedEntry[], site: Site = sampleSite): Promise<readonly CompiledEntry[]> {
  const articles = (await placeAll(entries, site)).flatMap((placed) => (placed.outcome === "new" ? [placed] : []));
  const { entries: compiled, problems } = await compile(articles, { site, media: noMedia, development: true, now });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return compiled;
}
