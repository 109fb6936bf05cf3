import { basename } from "node:path";
import { decodeChunks, decodeText } from "../import/decode-text.ts";
import { feedEntries } from "../import/feed/feed-entries.ts";
import { ghostEntries, isGhostExport } from "../import/ghost-export.ts";
import type { ImportedEntry } from "../import/imported-entry.ts";
import { textEntry } from "../import/text-entry.ts";
import { isWebPage, pageEntry } from "../import/web-page.ts";
import { isWordpressExport, wordpressEntries } from "../import/wordpress/wordpress-export.ts";
import { type OpenSource, openSource } from "./open-source.ts";

const maxDocuments = 1000; // of one archive
const startLength = 16_384; // WordPress writes a page of advice before the root element

/** The entries of a document as they are read, and where those before them are. */
interface ReadDocument {
  readonly entries: Iterable<ImportedEntry> | AsyncIterable<ImportedEntry>;
  readonly next?: string | undefined;
  /** Where it is in the end, absolute; undefined for a file. */
  readonly url?: string | undefined;
}

/**
 * The entries of a file or URL, as they are read. An archive is followed, each of its documents read once; from a file, whose
 * archive is somewhere else, it is only told.
 * @param siteUrl where the site is that the entries are for
 * @param note takes what is wrong with a document
 * @throws Error when the first document cannot be read
 */
export async function* sourceEntries(
  name: string,
  siteUrl: string,
  note: (from: string, text: string) => void,
): AsyncGenerator<ImportedEntry> {
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined; ) {
    const from: string = next;
    seen.add(from);
    const read: ReadDocument | undefined = await readDocument(from, siteUrl, (text) => note(from, text)).catch((error: Error) => {
      if (seen.size === 1) throw error;
      note(from, `${error.message}; what comes before it in the archive is missing`);
      return undefined;
    });
    if (read === undefined) return;
    if (read.url !== undefined) seen.add(read.url); // where redirects led
    yield* read.entries;
    next = followed(read.next, seen, read.url === undefined, (text) => note(from, text));
  }
}

// Exports may be larger than memory, and are read piece by piece.
async function readDocument(from: string, siteUrl: string, note: (text: string) => void): Promise<ReadDocument> {
  const source = await openSource(from);
  const read = () => decodeChunks(source.chunks(), source.contentType);
  const start = await beginning(read());
  if (isWordpressExport(start)) return { entries: wordpressEntries(read, note), url: source.url };
  if (isGhostExport(start)) return { entries: ghostEntries(read, siteUrl, note), url: source.url };

  const text = decodeText(await source.bytes(), source.contentType);
  const replaced = text.split("\uFFFD").length - 1;
  if (replaced > 0) note(`Cannot read ${replaced} of its characters in the encoding that it declares; they became \uFFFD`);
  if (isWebPage(start)) return { entries: [pageEntry(text, source.url)], url: source.url };
  if (isPlainText(from, source, start)) return { entries: [textEntry(text, nameOf(from))], url: source.url };
  const { entries, next, notes } = feedEntries(text, source.url);
  for (const problem of notes) note(problem);
  return { entries, next, url: source.url };
}

async function beginning(chunks: AsyncIterable<string>): Promise<string> {
  let start = "";
  for await (const chunk of chunks) {
    start += chunk;
    if (start.length >= startLength) break;
  }
  return start.slice(0, startLength).replace(/^\uFEFF/, "");
}

function isPlainText(from: string, { contentType = "" }: OpenSource, start: string): boolean {
  return !/^\s*[<{]/.test(start) && (/\.te?xt$/i.test(nameOf(from)) || /^text\/plain\b/.test(contentType));
}

function nameOf(from: string): string {
  return basename(URL.parse(from)?.pathname ?? from);
}

function followed(next: string | undefined, seen: ReadonlySet<string>, isFile: boolean, note: (text: string) => void): string | undefined {
  if (next === undefined || seen.has(next)) return undefined;
  if (!isFile && seen.size < maxDocuments) return next;
  note(isFile ? `There is more at ${next}: import that, too` : `Cannot follow more than ${maxDocuments} documents; import ${next}, too`);
  return undefined;
}
