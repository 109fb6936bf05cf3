import type { CompiledEntry } from "../../model/entry.ts";

/** An entry as files have it: its content apart, as JSON in UTF-8. */
export interface EncodedEntry {
  readonly fields: Omit<CompiledEntry, "content">;
  /** How long the fields are as JSON, in UTF-16 code units. */
  readonly fieldsLength: number;
  /** Maybe read from a file each time, which is why the size stands beside it. */
  readonly content: Uint8Array;
  /** Of the content as it is here, in bytes. */
  readonly size: number;
  /** Of the content itself, in UTF-16 code units. */
  readonly length: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const stored = new WeakMap<CompiledEntry, EncodedEntry>();

/** An entry in its stored form. One that came from there has it still; of another it is made once. */
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
 * An entry from its stored form. The content is not read before somebody wants it: of ten thousand entries few are looked at, and
 * all are passed on. It keeps its place among the fields, so that the same JSON comes of the entry.
 */
export function decodeEntry(form: EncodedEntry): CompiledEntry {
  const { hash, ...others } = form.fields;
  const read = () => JSON.parse(decoder.decode(form.content)) as string;
  const entry = Object.assign(Object.defineProperty(others, "content", { get: read, enumerable: true }), { hash }) as CompiledEntry;
  stored.set(entry, form);
  return entry;
}
