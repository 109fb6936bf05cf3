import { decodeText } from "../import/decode-text.ts";
import { feedEntries } from "../import/feed-entries.ts";
import type { ImportedEntry } from "../import/imported-entry.ts";
import { openSource } from "./open-source.ts";

const maxDocuments = 1000; // of one archive

/**
 * The entries of a file or URL, as they are read. An archive is followed, each of its documents read once; from a file, whose
 * archive is somewhere else, it is only told.
 * @param note takes what is wrong with a document
 * @throws Error when the first document cannot be read
 */
export async function* sourceEntries(name: string, note: (from: string, text: string) => void): AsyncGenerator<ImportedEntry> {
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined; ) {
    const from: string = next;
    seen.add(from);
    const read: Awaited<ReturnType<typeof readDocument>> | undefined = await readDocument(from).catch((error: Error) => {
      if (seen.size === 1) throw error;
      note(from, `${error.message}; what comes before it in the archive is missing`);
      return undefined;
    });
    if (read === undefined) return;
    if (read.url !== undefined) seen.add(read.url); // where redirects led
    for (const text of read.notes) note(from, text);
    yield* read.entries;
    next = followed(read.next, seen, read.url === undefined, (text) => note(from, text));
  }
}

async function readDocument(from: string) {
  const source = await openSource(from);
  const text = decodeText(await source.bytes(), source.contentType);
  const replaced = text.split("\uFFFD").length - 1;
  const document = feedEntries(text, source.url);
  const bad = replaced === 0 ? [] : [`Cannot read ${replaced} of its characters in the encoding that it declares; they became \uFFFD`];
  return { ...document, notes: [...document.notes, ...bad], url: source.url };
}

function followed(next: string | undefined, seen: ReadonlySet<string>, isFile: boolean, note: (text: string) => void): string | undefined {
  if (next === undefined || seen.has(next)) return undefined;
  if (!isFile && seen.size < maxDocuments) return next;
  note(isFile ? `There is more at ${next}: import that, too` : `Cannot follow more than ${maxDocuments} documents; import ${next}, too`);
  return undefined;
}
