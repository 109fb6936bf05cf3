import { describe, expect } from "vitest";
import type { CompiledEntry } from "../../src/model/entry.ts";
import { createListing } from "../../src/model/listing.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { sampleSite } from "../samples.ts";
import { anyEntries, anySecond, noon } from "./arbitrary-entries.ts";
import { addressesAt, documentsAt, formatOf } from "./every-document.ts";
import { law } from "./law.ts";

const anyUnlisted = fc.array(fc.nat({ max: 15 }), { maxLength: 6 });
const anySelections = fc
  .subarray(["categories/sea", "categories/日本語", "authors/ada", "languages/ar"], { maxLength: 2 })
  .map((keys) => Object.fromEntries(keys.map((key) => [key, { listed: false }])));

function withUnlisted(entries: readonly CompiledEntry[], unlisted: readonly number[]): CompiledEntry[] {
  return entries.map((entry, index) => (unlisted.includes(index) ? { ...entry, unlisted: true } : entry));
}

describe("unlisted entries", () => {
  law(
    "each feed document contains only entries of its selection, and each page of a visible entry is served and in the sitemap",
    [anyEntries, anyUnlisted, anySelections, anySecond],
    async (all, unlisted, selections, second) => {
      const site = { ...sampleSite, limit: 3, selections };
      const entries = withUnlisted(all, unlisted);
      const server = appUnderTest({ entries, site });
      server.time.now = noon + second * 1000;
      const documents = await documentsAt(server, addressesAt(entries, site, server.time.now));
      const { termsWith } = createListing(site);
      const sitemap = documents.find(({ path }) => path === "/sitemap.xml")?.text ?? "";
      for (const entry of entries.filter(({ draft, published }) => !draft && published <= server.time.now)) {
        const kinds = new Set(termsWith(entry).map(({ kind }) => kind));
        const feeds = documents.filter(({ path, text }) => formatOf(path) !== undefined && names(text, entry));
        expect(feeds.every(({ path }) => kinds.has(kindOf(path)))).toBe(true);
        expect(feeds.length > 0).toBe(kinds.size > 0);
        expect(sitemap).toContain(`<loc>${entry.url}</loc>`);
        expect(documents.some(({ path }) => path === entry.path)).toBe(true);
      }
    },
    { share: 0.2 },
  );
});

function names(text: string, { id }: CompiledEntry): boolean {
  return new RegExp(`${RegExp.escape(id)}[<"]`).test(text);
}

function kindOf(path: string) {
  const [folder = ""] = /^\/(?:categories|authors|languages)(?=\/)/.exec(path) ?? [];
  return ({ "/categories": "category", "/authors": "author", "/languages": "language" } as const)[folder] ?? "site";
}
