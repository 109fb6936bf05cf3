import { ignoredKeys } from "./ignored-keys.ts";
import { draftMeaning, metadataKeys } from "./metadata-keys.ts";

/** The keys that are read. */
export const readKeys: readonly string[] = Object.values(metadataKeys).flat();

const folded = new Set([...readKeys, ...ignoredKeys].map((key) => key.toLowerCase()));

/** Returns whether a key is read or ignored. Hugo's keys are case-insensitive. */
export function isKnownKey(key: string): boolean {
  return folded.has(key.toLowerCase()) || draftMeaning(key) !== undefined;
}
