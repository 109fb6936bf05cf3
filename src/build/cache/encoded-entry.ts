import type { CompiledEntry } from "../../model/entry.ts";

/** An entry in the form of the cache: its content apart, as JSON in UTF-8. */
export interface EncodedEntry {
  readonly fields: Omit<CompiledEntry, "content">;
  /** Length of the fields as JSON, in UTF-16 code units. */
  readonly fieldsLength: number;
  /** May be read from a file at each access; its size is known without that. */
  readonly content: Uint8Array;
  /** Length of the encoded content, in bytes. */
  readonly size: number;
  /** Length of the decoded content, in UTF-16 code units. */
  readonly length: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const stored = new WeakMap<CompiledEntry, EncodedEntry>();

/** Returns an entry in its encoded form. An entry from the cache still has it; any other is encoded once. */
export function encodeEntry(entry: CompiledEntry): EncodedEntry {
  const known = stored.get(entry);
  if (known !== undefined) return known;
  const { content, ...fields } = entry;
  const bytes = encoder.encode(JSON.stringify(content));
  const form: EncodedEntry = {
    fields,
    fieldsLength: JSON.stringify(fields).length,
    content: bytes,
    size: bytes.length,
    length: content.length,
  };
  stored.set(entry, form);
  return form;
}

/**
 * Decodes an entry. Its content is read on first access: of ten thousand entries few are rendered, and
 * all are passed on. The content keeps its position among the fields, so that the JSON of the entry stays the same.
 */
export function decodeEntry(form: EncodedEntry): CompiledEntry {
  const { hash, ...others } = form.fields;
  const read = () => JSON.parse(decoder.decode(form.content)) as string;
  const entry = Object.assign(Object.defineProperty(others, "content", { get: read, enumerable: true }), { hash }) as CompiledEntry;
  stored.set(entry, form);
  return entry;
}
