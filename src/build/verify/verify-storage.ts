import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { encodeEntry } from "../cache/encoded-entry.ts";

/** Measured: docs/scaling.md says how long a Worker with such an index takes to start, and how much memory. */
export const maxIndexCharacters = 16_000_000;

/** Reports an index of entries that no Worker can load. */
export function verifyStorage(entries: readonly CompiledEntry[], config: string): Diagnostic[] {
  const characters = entries.reduce((total, entry) => total + encodeEntry(entry).fieldsLength, 0);
  if (characters <= maxIndexCharacters) return [];
  const [size, limit] = [characters, maxIndexCharacters].map((number) => Math.round(number / 1_000_000));
  const message = `Cannot serve ${entries.length} articles from one Worker: its index of them is ${size} MB, and the limit is ${limit} MB; move the older ones to a site of their own, as docs/scaling.md says`;
  return [{ file: config, line: 1, column: 1, severity: "error", message }];
}
