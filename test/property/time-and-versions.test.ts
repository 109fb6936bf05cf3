import { describe, expect, it } from "vitest";
import { type AppOptions, appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { addresses, largeSite, mannersSite } from "../manners-site.ts";
import { sampleEntry } from "../samples.ts";

// Isolates start and stop, clocks differ, and during a gradual deployment two versions respond alternately.
const noon = Date.UTC(2024, 10, 6, 12);
const minute = 60_000;
const later = [1, 2, 4].map((minutes) => sampleEntry(`later${minutes}`, { published: noon + minutes * minute, categories: ["Deep Sea"] }));
const scheduling = {
  ...mannersSite,
  entries: [...later.toReversed(), ...mannersSite.entries],
  deployed: noon - 30 * minute,
} satisfies AppOptions;

const paths = ["/rss.xml", "/atom.xml", "/feed.json", "/", "/categories/deep-sea/atom.xml", "/archive/4/rss.xml", "/archive/5/rss.xml"];
const allPaths = [...paths, "/articles/later2", "/sitemap.xml", "/opml.xml", "/feeds/", "/health", "/nope"];
const somePath = fc.constantFrom(...allPaths);
// Instants before and after every boundary, in any order.
const someMinute = fc.constantFrom(-1, 0, 1 - 1 / minute, 1, 1.5, 2 - 1 / minute, 2, 3, 4, 5);

type App = ReturnType<typeof appUnderTest>;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function ask({ get, time }: App, path: string, now: number, headers: Record<string, string> = {}): Promise<Answer> {
  time.now = now;
  const response = await get(path, headers);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

const answers = new Map<AppOptions, Map<string, Answer>>();

/** What a new app answers. Each case is asked once: there are few, and they recur hundreds of times. */
async function fresh(options: AppOptions, path: string, now: number): Promise<Answer> {
  const known = answers.get(options) ?? new Map<string, Answer>();
  answers.set(options, known);
  const answer = known.get(`${now} ${path}`) ?? (await ask(appUnderTest(options), path, now));
  known.set(`${now} ${path}`, answer);
  return answer;
}

describe("an isolate", () => {
  it("responds the same just after its start as after other requests", async () => {
    const old = appUnderTest(mannersSite);
    for (const { method, of, path } of addresses) {
      if (of === largeSite) continue;
      const [first, second] = [await old.get(path, {}, method), await appUnderTest(mannersSite).get(path, {}, method)];
      expect([path, second.status, [...second.headers]]).toEqual([path, first.status, [...first.headers]]);
      expect(Buffer.from(await second.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
    }
  });

  it("responds by the current instant only, regardless of earlier instants", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(somePath, someMinute), { minLength: 2, maxLength: 12 }), async (requests) => {
        const app = appUnderTest(scheduling);
        for (const [path, minutes] of requests) {
          const now = noon + minutes * minute;
          expect(await ask(app, path, now)).toEqual(await fresh(scheduling, path, now));
        }
      }),
    );
  });
});

/** The validators that a client stores from a response and sends with the next request. */
interface Copy {
  readonly version: number;
  readonly now: number;
  readonly response: Answer;
}
const preconditions = {
  tag: ({ headers }: Answer) => ({ "if-none-match": headers["etag"] ?? "" }),
  "weakened tag": ({ headers }: Answer) => ({ "if-none-match": `W/${headers["etag"]}` }),
  date: ({ headers }: Answer) => ({ "if-modified-since": headers["last-modified"] ?? "" }),
  both: ({ headers }: Answer) => ({ "if-none-match": headers["etag"] ?? "", "if-modified-since": headers["last-modified"] ?? "" }),
};
type Precondition = keyof typeof preconditions;

// Each version differs from the first in one thing, and was uploaded later.
const [first] = mannersSite.entries;
const versions: readonly AppOptions[] = [
  scheduling,
  { ...scheduling, deployed: noon - 20 * minute, fingerprint: "new code" },
  { ...scheduling, deployed: noon - 10 * minute, entries: scheduling.entries.filter((entry) => entry !== first) },
  {
    ...scheduling,
    deployed: noon + minute / 2,
    entries: scheduling.entries.map((entry) => (entry === first ? { ...entry, title: "Edited", hash: "edited" } : entry)),
  },
  { ...scheduling, deployed: noon + 1.5 * minute, site: { ...scheduling.site, title: "Renamed" } },
  {
    ...scheduling,
    deployed: noon + 1.75 * minute,
    site: { ...scheduling.site, selections: { "categories/deep-sea": { listed: true, content: "summary", limit: 2 } } },
  },
];

describe("a deployment that knows the dates of the live feeds", () => {
  // Each deployment replaces the one before, and changes nothing or one entry; entries expire, too, so that an old state can return.
  const entries = [
    sampleEntry("now", { published: noon - 60 * minute }),
    sampleEntry("later", { published: noon + 2 * minute, expires: noon + 6 * minute }),
    sampleEntry("last", { published: noon + 9 * minute }),
  ];
  const deployment = fc.record({ after: fc.integer({ min: 1, max: 4 }), edit: fc.constantFrom("", "a", "b") });

  it("treats a client that compares dates like one that compares entity tags, except at publications", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deployment, { minLength: 2, maxLength: 6 }), async (deployments) => {
        let now = noon;
        let liveDates: Record<string, number> = {};
        let copy: Answer | undefined;
        for (const { after, edit } of deployments) {
          const edited = entries.map((entry) => ({ ...entry, hash: entry.hash + edit }));
          const app = appUnderTest({ entries: edited, deployed: now, liveDates });
          for (let end = now + after * minute; now < end; now += minute / 2) {
            const complete = await ask(app, "/rss.xml", now);
            if (copy !== undefined) {
              const { status } = await ask(app, "/rss.xml", now, { "if-modified-since": copy.headers["last-modified"] ?? "" });
              expect(status).toBe(copy.headers["etag"] === complete.headers["etag"] ? 304 : 200);
              kept += status === 304 ? 1 : 0;
            }
            copy = complete;
          }
          const { headers } = await ask(app, "/rss.xml", now);
          liveDates = { [headers["etag"] ?? ""]: Date.parse(headers["last-modified"] ?? "") };
        }
      }),
    );
    expect(kept).toBeGreaterThan(100);
  });
});

describe("a client of any clock and version", () => {
  // No version responds before its upload.
  const step = fc.record({ version: fc.nat(versions.length - 1), minutes: someMinute }).map(({ minutes, version }) => {
    const now = noon + minutes * minute;
    return { now, version: (versions[version]?.deployed ?? 0) <= now ? version : 0 };
  });

  // A date proves only that nothing has changed since (docs/how-it-behaves.md). A client keeps a document that is newer than the
  // responding version, or that another version rendered for the same publication while both were live.
  const isOlder = (copy: Copy, { now, version }: { readonly now: number; readonly version: number }) =>
    copy.version <= version && copy.now <= now && (copy.version === version || sinceOf(copy.now) < (versions[version]?.deployed ?? 0));
  const sinceOf = (now: number) =>
    Math.max(...scheduling.entries.map(({ published }) => published).filter((published) => published <= now));

  it.each(Object.keys(preconditions) as Precondition[])(
    "never gets a 304 for a document that it does not have, if it sends its %s",
    async (kind) => {
      let notModified = 0;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...paths), fc.array(step, { minLength: 2, maxLength: 8 }), async (path, steps) => {
          const apps = versions.map(appUnderTest);
          let copy: Copy | undefined;
          for (const { now, version } of steps) {
            const app = apps[version] as App;
            const complete = await fresh(versions[version] ?? {}, path, now);
            const response = await ask(app, path, now, copy === undefined ? {} : preconditions[kind](copy.response));
            if (response.status !== 304) {
              expect(response).toEqual(complete); // never a mixture of two versions
              copy = complete.status === 200 ? { version, now, response } : undefined;
              continue;
            }
            notModified++;
            for (const name of ["etag", "last-modified", "cache-control"]) expect(response.headers[name]).toBe(complete.headers[name]);
            if (kind !== "date" || (copy !== undefined && isOlder(copy, { now, version }))) expect(copy?.response.body).toBe(complete.body);
          }
        }),
      );
      expect(notModified).toBeGreaterThan(20);
    },
  );

  it("gets the newest state from a later version, if it sends only its date", async () => {
    const newest: AppOptions = { ...scheduling, deployed: noon + 5.5 * minute, site: { ...scheduling.site, title: "Newest" } };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), step, async (path, { now, version }) => {
        const { headers } = await fresh(versions[version] ?? {}, path, now);
        const complete = await fresh(newest, path, noon + 6 * minute);
        const since = headers["last-modified"] ?? new Date(now).toUTCString();
        expect(await ask(appUnderTest(newest), path, noon + 6 * minute, { "if-modified-since": since })).toEqual(complete);
      }),
    );
  });
});
