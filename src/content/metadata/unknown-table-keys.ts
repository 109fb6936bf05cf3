import { meantWord } from "../../base/closest-word.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable } from "../front-matter/front-matter-value.ts";

/**
 * Describes the keys of a table in front matter that its field does not have. Returns no descriptions for other values.
 * @param kind such as "an enclosure"
 * @param keys all keys that are read, the synonyms after those that are recommended
 */
export function describeUnknownKeys(value: FrontMatterValue, kind: string, keys: readonly string[], recommended = keys): string[] {
  return Object.keys(asTable(value))
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const nearest = meantWord(key, keys);
      const advice = nearest === undefined ? `write { ${recommended.join(", ")} }` : `did you mean ${nearest}?`;
      return `${kind} has no ${JSON.stringify(key)}; ${advice}`;
    });
}
