import { fileOf } from "../../content/compile/article.ts";
import { feedDocument } from "../../feed/feed-document.ts";
import { renderFeed } from "../../feed/render-feed.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { type Format, formats } from "../../model/format.ts";
import { createListing } from "../../model/listing.ts";
import { wholeSite } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { encodeEntry } from "../cache/encoded-entry.ts";

const maxBytes = 5_000_000; // the W3C validator reads no further (ValidatorLimit)
const batchSize = 50; // entries per document

/** Renders every entry that is in a feed once in every format, so that nothing is deployed that cannot be rendered. */
export function verifyEntries(site: Site, entries: readonly CompiledEntry[]): Diagnostic[] {
  const listed = entries.filter(({ unlisted }) => unlisted !== true);
  return formats.flatMap((format) => batchesOf(listed, batchSize).flatMap((batch) => verifyBatch(site, format, batch)));
}

function verifyBatch(site: Site, format: Format, entries: readonly CompiledEntry[]): Diagnostic[] {
  try {
    render(site, format, entries);
    return [];
  } catch (error) {
    if (entries.length > 1) return entries.flatMap((entry) => verifyBatch(site, format, [entry]));
    return [problemOf(entries, `Cannot render as ${format.name}: ${(error as Error).message}`)];
  }
}

/** Reports feeds that are too large for readers. */
export function verifySizes(site: Site, entries: readonly CompiledEntry[]): Diagnostic[] {
  const { isInSiteFeed } = createListing(site);
  const separate = entries.filter((entry) => entry.unlisted !== true && !isInSiteFeed(entry));
  const batches = [entries.filter(isInSiteFeed), separate].flatMap((feed) => batchesOf(feed, site.limit));
  const large = batches.filter((batch) => mayBeLarge(site, batch));
  return formats.flatMap((format) => large.flatMap((batch) => verifySize(site, format, batch)));
}

// A lower limit helps only where no entry is too large by itself.
function verifySize(site: Site, format: Format, entries: readonly CompiledEntry[]): Diagnostic[] {
  const size = sizeOf(site, format, entries);
  if (size <= maxBytes) return [];
  const cannot = (what: string) => `Cannot serve ${what} as ${format.name}: ${size} bytes, and readers give up at ${maxBytes}`;
  if (entries.length === 1) return [problemOf(entries, `${cannot("the article")}; shorten it, or make several articles of it`)];
  const isTooLarge = (entry: CompiledEntry) => mayBeLarge(site, [entry]) && sizeOf(site, format, [entry]) > maxBytes;
  const { alone = [], others = [] } = Object.groupBy(entries, (entry) => (isTooLarge(entry) ? "alone" : "others"));
  if (alone.length > 0) return [...alone.map((entry) => [entry]), others].flatMap((batch) => verifySize(site, format, batch));
  return [problemOf(entries, `${cannot(`${entries.length} entries from here on`)}; lower SITE.limit`)];
}

function sizeOf(site: Site, format: Format, entries: readonly CompiledEntry[]): number {
  return Buffer.byteLength(render(site, format, entries));
}

// An upper bound without rendering: a character of a content becomes at most six bytes, and the other fields of an entry, some of them
// twice, and its elements add less than this.
function mayBeLarge(site: Site, entries: readonly CompiledEntry[]): boolean {
  const sizes = entries.map(encodeEntry).map(({ fieldsLength, size }) => 6 * size + 12 * fieldsLength + 4000);
  return sizes.reduce((sum, size) => sum + size, 12 * JSON.stringify(site).length + 4000) > maxBytes;
}

// Summaries are shorter than complete texts, which any selection may have.
function render(site: Site, format: Format, entries: readonly CompiledEntry[]): string {
  return renderFeed(
    format,
    feedDocument({ ...site, content: "full" }, { selection: wholeSite, entries, archivePages: 0 }, format, entries),
  );
}

function problemOf([first]: readonly CompiledEntry[], message: string): Diagnostic {
  return { file: fileOf(first?.source ?? ""), line: 1, column: 1, severity: "error", message };
}

function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
