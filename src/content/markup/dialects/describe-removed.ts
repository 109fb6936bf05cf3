import { countNames } from "./count-names.ts";

/** Describes what was removed from a text, by its names with their counts. */
export function describeRemoved(removed: ReadonlyMap<string, number>): string {
  return `Removed tags of another generator: ${countNames(removed)}; write what it showed, or put it in code`;
}
