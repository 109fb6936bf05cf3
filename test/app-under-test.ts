import { createApp } from "../src/app.ts";
import type { LiveDates, Redirects } from "../src/model/compiled-content.ts";
import type { CompiledEntry } from "../src/model/entry.ts";
import type { Recordings } from "../src/model/recording.ts";
import type { Site } from "../src/settings/site-settings.ts";
import { createBundledStore } from "../src/store/bundled-store.ts";
import type { EntryStore } from "../src/store/entry-store.ts";
import type { RenderedDocuments } from "../src/store/stored-content.ts";
import "./fast-digest.ts";
import { sampleSite } from "./samples.ts";

/** The options of an app under test. */
export interface AppOptions {
  readonly entries?: readonly CompiledEntry[];
  readonly site?: Site;
  readonly store?: EntryStore;
  readonly development?: boolean;
  readonly deployed?: number;
  readonly fingerprint?: string;
  readonly redirects?: Redirects;
  readonly recordings?: Recordings;
  /** The bytes of recordings by path. */
  readonly files?: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  readonly documents?: RenderedDocuments;
  readonly liveDates?: LiveDates;
}

/** The app with a clock that the test sets, and everything it logged. */
export function appUnderTest({
  deployed = 0,
  development = false,
  documents,
  entries = [],
  files = {},
  fingerprint = "f",
  liveDates,
  recordings,
  redirects = { moved: {}, gone: [] },
  site = sampleSite,
  store,
}: AppOptions) {
  const time = { now: Date.UTC(2024, 10, 6, 12) };
  const logged: Readonly<Record<string, unknown>>[] = [];
  const app = createApp({
    site,
    code: { feeds: fingerprint, pages: fingerprint },
    redirects,
    recordings,
    readRecording: async (path, { end, start }) => {
      const bytes = files[path];
      if (bytes === undefined) throw new Error(`There is no ${path}`);
      return new Blob([bytes.subarray(start, end)]).stream();
    },
    documents,
    liveDates,
    version: { id: "v1", uploaded: deployed },
    store: store ?? createBundledStore({ entries, development, site }),
    clock: () => time.now,
    log: (record) => logged.push(record),
  });
  /** Asks for a path. */
  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    Promise.resolve(app.request(`${site.url}${path}`, { method, headers }));
  return { app, get, time, logged };
}
