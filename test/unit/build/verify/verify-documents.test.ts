import { describe, expect, it } from "vitest";
import { verifyEntries, verifySizes } from "../../../../src/build/verify/verify-documents.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import type { CompiledEntry } from "../../../../src/model/entry.ts";
import type { Site } from "../../../../src/settings/site-settings.ts";
import { awkwardEntries, sampleEntry, sampleSite } from "../../../samples.ts";

const verifyAll = (site: Site, entries: readonly CompiledEntry[]) => [...verifyEntries(site, entries), ...verifySizes(site, entries)];

describe("verifyEntries() and verifySizes()", () => {
  it("accept entries that can be rendered", () => {
    expect(verifyAll(sampleSite, awkwardEntries)).toEqual([]);
    expect(verifyAll(sampleSite, [])).toEqual([]);
  });

  it("find the one entry that cannot be rendered, in each format", () => {
    const entries = [sampleEntry("a"), sampleEntry("b", { published: Number.NaN, updated: Number.NaN }), sampleEntry("c")];
    const problems = verifyAll({ ...sampleSite, limit: 2 }, entries).map(formatDiagnostic);
    expect(problems).toHaveLength(3);
    for (const problem of problems) expect(problem).toMatch(/^articles\/b\.md:1:1 error Cannot render as .+: /);
  });

  it("find a feed that is too large with all its entries", () => {
    const entries = ["a", "b", "c"].map((slug) => sampleEntry(slug, { content: `<p>${"a".repeat(2_000_000)}</p>` }));
    expect(verifyAll({ ...sampleSite, limit: 2 }, entries)).toEqual([]);
    expect(verifyAll({ ...sampleSite, limit: 3 }, entries).map(formatDiagnostic)).toEqual([
      expect.stringMatching(/^articles\/a\.md:1:1 error Cannot serve 3 entries from here on as .+ 60\d{5} bytes/),
      expect.stringMatching(/^articles\/a\.md:1:1 error Cannot serve 3 entries from here on as .+ 60\d{5} bytes/),
      expect.stringMatching(/^articles\/a\.md:1:1 error Cannot serve 3 entries from here on as .+ 60\d{5} bytes/),
    ]);
  });

  it("ignore unlisted entries, and measure an unlisted selection separately", () => {
    const large = (slug: string, fields: Partial<CompiledEntry> = {}) =>
      sampleEntry(slug, { content: `<p>${"a".repeat(2_000_000)}</p>`, ...fields });
    const apart = [large("a"), large("b"), large("c", { unlisted: true }), large("d", { categories: ["Links"] })];
    const site = { ...sampleSite, selections: { "categories/links": { listed: false } } };
    expect(verifyAll(site, apart)).toEqual([]);
    expect(verifyAll(sampleSite, apart)).toHaveLength(3);
    expect(verifyAll(site, [large("a", { published: Number.NaN, updated: Number.NaN, unlisted: true })])).toEqual([]);
  });

  it("find the one entry that is too large by itself", () => {
    const entries = ["a", "b", "c"].map((slug) =>
      sampleEntry(slug, { content: `<p>${(slug === "b" ? "\uFFFD" : "a").repeat(1_900_000)}</p>` }),
    );
    for (const limit of [1, 3])
      expect(verifyAll({ ...sampleSite, limit }, entries).map(formatDiagnostic)).toEqual(
        Array(3).fill(
          expect.stringMatching(/^articles\/b\.md:1:1 error Cannot serve the article as .+ 57\d{5} bytes.+; shorten it, or make several/),
        ),
      );
  });
});
