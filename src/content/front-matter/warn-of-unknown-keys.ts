import { closestWord } from "../../base/closest-word.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { FrontMatter } from "./front-matter.ts";
import { ignoredKeys } from "./ignored-keys.ts";
import { metadataKeys } from "./metadata-keys.ts";

const knownKeys: readonly string[] = Object.values(metadataKeys).flat();
const folded = new Set([...knownKeys, ...ignoredKeys].map((key) => key.toLowerCase()));

/** Warns of each unknown key. A key that thousands of articles have is reported once. */
export function warnOfUnknownKeys({ data, placeOf }: FrontMatter, report: Report): void {
  for (const key of Object.keys(data)) {
    if (folded.has(key.toLowerCase())) continue; // Hugo's keys are case-insensitive
    const nearest = closestWord(key, knownKeys);
    const advice = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
    const message = `Cannot use key ${JSON.stringify(key)}: it is not known${advice}`;
    report({ ...placeOf(key), column: 1, severity: "warning", message, dedupeKey: `key ${key}` });
  }
}
