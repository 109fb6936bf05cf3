import type { CompiledContent } from "../content/compile.ts";
import type { Edition } from "./edition.ts";
import { editionAt } from "./edition-at.ts";
import type { EntryStore } from "./entry-store.ts";

/** The store of the entries that are compiled into the Worker, newest first: nothing to provision, nothing that can be down. */
export function createBundledStore(compiled: Pick<CompiledContent, "entries" | "development" | "site">): EntryStore {
  const contents = new Map(compiled.entries.map(({ id, content }) => [id, content]));
  let current: Edition | undefined;

  return {
    async edition(now) {
      // The clock may go backwards: an edition counts from its boundary on, not from when it was first seen.
      if (current === undefined || now < current.since || now >= current.until) current = editionAt(compiled, now);
      return current;
    },
    async content({ id }) {
      const content = contents.get(id);
      if (content === undefined) throw new Error(`Cannot find the content of ${id}`);
      return content;
    },
  };
}
