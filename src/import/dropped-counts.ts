import { plural } from "../base/plural.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";

/** Counts the elements of entries that have no counterpart here, so that a report has one line for each kind. */
export class DroppedCounts {
  readonly #counts = new Map<string, number>();

  add({ dropped = [] }: ParsedEntry): void {
    for (const name of dropped) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  describe(): string[] {
    return [...this.#counts].map(([name, count]) => `Not imported: ${name}, in ${plural(count, "entry", "entries")}`);
  }
}
