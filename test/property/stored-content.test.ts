import { describe, expect } from "vitest";
import type { CompiledEntry } from "../../src/model/entry.ts";
import { prerenderFeeds } from "../../src/resources/prerender-feeds.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { createBundledStore } from "../../src/store/bundled-store.ts";
import { type ChunkLimits, chunkContents } from "../../src/store/chunk-contents.ts";
import { readContent, writeContent } from "../../src/store/content-files.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { sampleContent, sampleSite } from "../samples.ts";
import { anyEntries, noon } from "./arbitrary-entries.ts";
import { addressesAt } from "./every-document.ts";
import { law } from "./law.ts";

const someLimits = fc.record({ bundled: fc.nat({ max: 500 }), chunk: fc.nat({ max: 200 }) });
const someExpiries = fc.array(fc.option(fc.integer({ min: -4, max: 8 }), { freq: 2 }), { minLength: 16, maxLength: 16 });

/** Creates the app from the output of a build of this site at an instant. */
async function writtenApp(entries: readonly CompiledEntry[], site: Site, limits: ChunkLimits, built: number) {
  const content = sampleContent(entries, { site });
  const { chunks, older, stored } = await chunkContents(content, built, limits);
  const texts = new Map([...chunks, ...(older ? [older] : [])].map(({ name, text = "" }) => [name, text]));
  const read = readContent(writeContent({ ...stored, documents: await prerenderFeeds(content, built) }));
  const store = createBundledStore(read, async (name) => texts.get(name) ?? "");
  return appUnderTest({ entries: [], site, store, documents: read.documents ?? {} });
}

describe("for any part of a site in static assets, and any time of rendering", () => {
  law(
    "the Worker responds like one that contains all entries",
    [
      anyEntries,
      someExpiries,
      someLimits,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: -6, max: 6 }),
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 3 }),
    ],
    async (drafted, expiries, limits, limit, built, seconds) => {
      const site = { ...sampleSite, limit };
      const entries = drafted.map((entry, index): CompiledEntry => {
        const expires = expiries[index];
        return { ...entry, draft: false, ...(expires !== null && expires !== undefined && { expires: noon + expires * 1000 }) };
      });
      const whole = appUnderTest({ entries, site });
      const parted = await writtenApp(entries, site, limits, noon + built * 1000);
      for (const second of seconds) {
        const now = noon + second * 1000;
        whole.time.now = now;
        parted.time.now = now;
        const answers: unknown[] = [];
        const expectedAnswers: unknown[] = [];
        for (const path of [...addressesAt(entries, site, now), "/health", "/nope"]) {
          const [expected, response] = [await whole.get(path), await parted.get(path)];
          answers.push([path, response.status, [...response.headers], await response.text()]);
          expectedAnswers.push([path, expected.status, [...expected.headers], await expected.text()]);
        }
        expect(answers).toEqual(expectedAnswers);
      }
    },
    { share: 0.2 },
  );
});
