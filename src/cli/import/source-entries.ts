import { basename } from "node:path";
import { decodeChunks, UndeclaredEncodingError } from "../../feed-parser/decode-text.ts";
import { documentStart } from "../../feed-parser/document-start.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { ghostEntries, isGhostExport } from "../../import/ghost/ghost-export.ts";
import { settingsOfFeed } from "../../import/offered-settings/settings-of-feed.ts";
import type { OldSettings } from "../../import/site-rules/old-site.ts";
import type { ExportFiles } from "../../import/wordpress/export-files.ts";
import { isWordpressExport, wordpressEntries } from "../../import/wordpress/wordpress-export.ts";
import { createGuardedFetch } from "../../network/guarded-fetch.ts";
import type { ArchiveBudget } from "./archive-budget.ts";
import { type AskForDate, isDate } from "./ask-for-date.ts";
import type { DocumentReader } from "./document-reader.ts";
import { type OpenSource, openSource, requestTimeout } from "./open-source.ts";

/** The inputs of reading a source. */
export interface SourceOptions {
  /** The URL of the site that the entries are imported into. */
  readonly siteUrl: string;
  readonly reader: DocumentReader;
  readonly budget: ArchiveBudget;
  /** The files of the import; undefined if it is the only one. */
  readonly exportFiles?: ExportFiles | undefined;
  /** Called for a text or a web page without a date. */
  readonly askForDate?: AskForDate | undefined;
  /** Reports a fact about a document; `isIncomplete` if a part of it cannot be read. */
  readonly note: (from: string, text: string, isIncomplete?: boolean) => void;
  /** Receives the settings that an export or a feed contains, before its first entry. */
  readonly offer: (settings: OldSettings) => void;
}

/** The entries of a document, read one by one, and the address of the older ones. */
interface ReadDocument {
  readonly entries: Iterable<ParsedEntry> | AsyncIterable<ParsedEntry>;
  readonly next?: string | undefined;
  /** The final URL, absolute; undefined for a file. */
  readonly url?: string | undefined;
}

/**
 * Reads the entries of a file or URL. An archive is followed within its budget, each of its documents read once; from a file,
 * whose archive is somewhere else, it is only reported.
 * @throws Error when the first document cannot be read
 */
export async function* sourceEntries(name: string, options: SourceOptions): AsyncGenerator<ParsedEntry> {
  const { fetch } = createGuardedFetch([name]);
  const first = await readSource(await openSource(name, { fetch }), name, options);
  yield* first.entries;
  const seen = new Set([name, first.url]);
  let from = name;
  for (let read: ReadDocument | undefined = first; ; ) {
    const next = nextDocument(read, seen, options, from);
    if (next === undefined) return;
    from = next;
    const start = performance.now();
    try {
      read = await readPage(from, fetch, options);
      if (read === undefined) return;
      for (const url of [from, read.url]) seen.add(url); // after redirects, too
      for await (const entry of read.entries) {
        options.budget.spend({ entries: 1 });
        yield entry;
      }
    } finally {
      options.budget.spend({ milliseconds: performance.now() - start });
    }
  }
}

// Returns the address of the next document of an archive, or notes why it is not read.
function nextDocument(read: ReadDocument, seen: ReadonlySet<string | undefined>, options: SourceOptions, from: string): string | undefined {
  const { budget, note } = options;
  const { next, url } = read;
  if (next === undefined || seen.has(next)) return undefined;
  const reached = budget.reached;
  if (url !== undefined && reached === undefined) return next;
  if (url === undefined) note(from, `There is more at ${next}: import that, too`);
  else note(from, `Cannot follow archives any further: this import has reached its limit of ${reached}; import ${next}, too`, true);
  return undefined;
}

// A page of an archive that cannot be read ends the archive, not the import.
async function readPage(from: string, fetch: typeof globalThis.fetch, options: SourceOptions): Promise<ReadDocument | undefined> {
  const { budget, note } = options;
  let size = 0;
  try {
    const source = await openSource(from, { fetch, timeout: Math.min(requestTimeout, Math.ceil(budget.left.milliseconds)) });
    size = source.size;
    return await readSource(source, from, { ...options, offer: () => {} }); // the first document has the settings
  } catch (error) {
    note(from, `${(error as Error).message}; what comes before it in the archive is missing`, true);
    return undefined;
  } finally {
    budget.spend({ documents: 1, bytes: size });
  }
}

// An export may be larger than memory, so it is read in pieces.
async function readSource(
  source: OpenSource,
  from: string,
  { askForDate, exportFiles, note, offer, reader, siteUrl }: SourceOptions,
): Promise<ReadDocument> {
  const { contentType, url } = source;
  const report = (text: string) => note(from, text);
  const read = () => decodeChunks(source.chunks(), contentType);
  const start = await documentStart(read()).catch(noStart);
  if (isWordpressExport(start))
    return { entries: wordpressEntries(read, report, offer, async () => exportFiles?.besides(from) ?? []), url };
  if (isGhostExport(start)) return { entries: ghostEntries(read, siteUrl, report, offer), url };
  const { entries, isArticle, isIncomplete, next, notes, site } = await reader.read({
    content: source.content(),
    contentType,
    url,
    name: nameOf(from),
  });
  for (const text of notes) note(from, text, isIncomplete);
  if (site !== undefined) offer(settingsOfFeed(site));
  return { entries: isArticle && askForDate !== undefined ? dated(entries, askForDate) : entries, next, url };
}

// The reader knows whether the encoding of such a document can be guessed. Exports are in UTF-8, or declare their encoding.
function noStart(error: unknown): string {
  if (error instanceof UndeclaredEncodingError) return "";
  throw error;
}

function needsDate({ published }: ParsedEntry): boolean {
  return published === undefined || !isDate(published, "UTC");
}

async function* dated(entries: AsyncIterable<ParsedEntry>, askForDate: AskForDate): AsyncGenerator<ParsedEntry> {
  for await (const entry of entries) {
    const date = needsDate(entry) ? await askForDate(entry) : undefined;
    yield date === undefined ? entry : { ...entry, published: date, isDatedByOwner: true };
  }
}

function nameOf(from: string): string {
  return basename(URL.parse(from)?.pathname ?? from);
}
