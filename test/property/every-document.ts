import type { CompiledEntry } from "../../src/model/entry.ts";
import { allPaths } from "../../src/routing/all-paths.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { snapshotAt } from "../../src/store/snapshot-at.ts";
import type { appUnderTest } from "../app-under-test.ts";

type App = ReturnType<typeof appUnderTest>;

/** Returns every existing address at an instant. */
export function addressesAt(entries: readonly CompiledEntry[], site: Site, now: number): string[] {
  return allPaths(site, snapshotAt({ entries, site, development: false }, now));
}

/** A document as a response contains it. */
export interface ServedDocument {
  readonly path: string;
  readonly text: string;
  readonly etag: string | null;
}

/** Requests the document at each address; each response must have status 200. */
export async function documentsAt({ get, logged }: App, paths: readonly string[]): Promise<ServedDocument[]> {
  const documents: ServedDocument[] = [];
  for (const path of paths) {
    const response = await get(path);
    if (response.status !== 200) throw new Error(`Cannot read ${path}: ${response.status} ${JSON.stringify(logged)}`);
    documents.push({ path, text: await response.text(), etag: response.headers.get("etag") });
  }
  return documents;
}

/** Returns the format of a feed document by its address, or undefined for another document. */
export function formatOf(path: string): "rss" | "atom" | "json" | undefined {
  const file = /\/(?:(rss|atom)\.xml|feed\.(json))$/.exec(path);
  return (file?.[1] ?? file?.[2]) as "rss" | "atom" | "json" | undefined;
}
