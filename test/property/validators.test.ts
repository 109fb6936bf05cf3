import { describe, expect } from "vitest";
import type { CompiledEntry } from "../../src/model/entry.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { sampleSite } from "../samples.ts";
import { anyEntries, anySecond, noon } from "./arbitrary-entries.ts";
import { anySite } from "./arbitrary-site.ts";
import { addressesAt, documentsAt } from "./every-document.ts";
import { law } from "./law.ts";

/** A site as one build deployed it, at an instant. */
interface State {
  readonly entries: readonly CompiledEntry[];
  readonly site: Site;
  readonly now: number;
}

// Builds of one site: with some of the entries, without the oldest, or with an edited one; with the same settings, or with one changed setting.
const builds: fc.Arbitrary<State[]> = fc
  .tuple(anyEntries, anySite, anySite, fc.nat(), anySecond)
  .chain(([entries, site, other, dice, second]) => {
    const keys = (Object.keys(other) as (keyof Site)[]).filter((key) => JSON.stringify(other[key]) !== JSON.stringify(site[key]));
    const key = keys[dice % keys.length];
    const similar = key === undefined ? site : { ...site, [key]: other[key] };
    const state = fc.record({
      entries: fc.oneof(
        fc.constant(entries),
        fc.subarray(entries),
        fc.nat({ max: entries.length }).map((length) => entries.slice(0, length)),
        fc.record({ index: fc.nat(), edit: fc.constantFrom(...edits) }).map(({ edit, index }) => editEntry(entries, index, edit)),
      ),
      site: fc.constantFrom(site, similar),
      now: fc.oneof(fc.constant(second), anySecond).map((second) => noon + second * 1000),
    });
    return fc.array(state, { minLength: 2, maxLength: 5 });
  });

// Some of them change only complete texts, some only summaries, and some only one format.
const edits: readonly Partial<CompiledEntry>[] = [
  { content: "<p>Edited.</p>" },
  { summary: "Edited." },
  { title: "" },
  { externalUrl: "https://other.example/" },
  { enclosure: { url: "https://news.example/media/ab/a.mp3", type: "audio/mpeg", length: 1, title: "Hear it" } },
  { podcast: { episode: 7 } },
];

function editEntry(entries: readonly CompiledEntry[], index: number, edit: Partial<CompiledEntry>): readonly CompiledEntry[] {
  const { length } = entries;
  return entries.map((entry, at) => (at === index % length ? { ...entry, ...edit, hash: `${entry.hash} ${JSON.stringify(edit)}` } : entry));
}

describe("a strong validator", () => {
  law(
    "different bytes never share an ETag, after any change between two builds",
    [builds],
    async (states) => {
      const known = new Map<string, string>();
      for (const state of states) {
        const found = await everythingOf(state);
        expect(found.filter(({ status }) => status !== 200)).toEqual([]);
        expect(found.filter(({ etag }) => !/^"[^"]+"$/.test(etag))).toEqual([]);
        const others = found.filter(({ etag, sent }) => {
          const before = known.get(etag) ?? sent;
          known.set(etag, sent);
          return before !== sent;
        });
        expect(others).toEqual([]);
      }
    },
    { share: 0.5 },
  );

  law(
    "a build has the same ETags and bytes as long as the same entries are visible, regardless of scheduled ones",
    [anyEntries, anySite, anySecond, fc.array(fc.integer({ min: 1, max: 2 ** 40 })), fc.nat({ max: 999 })],
    async (entries, site, second, later, passed) => {
      const now = noon + second * 1000;
      const visible = entries.filter(({ draft, published }) => !draft && published <= now);
      const hidden = later.map((after, index) => ({ ...(entries[index] as CompiledEntry), published: now + 1000 + after }));
      const toCome = entries.length === 0 ? [] : hidden.filter(({ id }) => id !== undefined).sort((a, b) => b.published - a.published);
      const [one, other] = [
        await documentsAt(appAt({ entries, site, now }), addressesAt(entries, site, now)),
        await documentsAt(appAt({ entries: [...toCome, ...visible], site, now: now + passed }, now), addressesAt(visible, site, now)),
      ];
      expect(other).toEqual(one);
    },
    { share: 0.5 },
  );
});

// A saved case may lack newer settings.
function appAt({ entries, now, site }: State, deployed = 0) {
  const app = appUnderTest({ entries, site: { ...sampleSite, ...site }, deployed });
  app.time.now = now;
  return app;
}

/** The transferred bytes of every document, plain and compressed, with their ETags. */
async function everythingOf(state: State): Promise<{ path: string; status: number; etag: string; sent: string }[]> {
  const { get } = appAt(state);
  const found = [];
  for (const path of addressesAt(state.entries, state.site, state.now)) {
    for (const encoding of ["identity", "gzip"]) {
      const response = await get(path, { "accept-encoding": encoding });
      const { headers, status } = response;
      const bytes = Buffer.from(await response.arrayBuffer());
      found.push({ path, status, etag: headers.get("etag") ?? "", sent: `${headers.get("content-encoding")} ${bytes.toString("latin1")}` });
    }
  }
  return found;
}
