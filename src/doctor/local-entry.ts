import type { CompiledContent } from "../model/compiled-content.ts";
import { isPublic } from "../model/entry.ts";
import { redirectKey } from "../routing/redirects.ts";

/** An entry that a deployment would publish, as far as it is compared. */
export interface LocalEntry {
  readonly id: string;
  /** Its file below the articles folder. */
  readonly source: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Its own path, percent-encoded. */
  readonly path: string;
  /** Keys of all paths that lead to it: its own, its aliases, and those that are redirected to one of them. */
  readonly keys: readonly string[];
}

/** The key by which an address's path is compared; with a slash at its end and without is the same. */
export function addressKey(path: string): string {
  return redirectKey(path) ?? path;
}

/** What a deployment at this instant (milliseconds since 1970) would publish. */
export function localEntries({ entries, redirects }: Pick<CompiledContent, "entries" | "redirects">, now: number): LocalEntry[] {
  const sources = Map.groupBy(Object.entries(redirects.moved), ([, to]) => addressKey(to));
  return entries
    .filter((entry) => isPublic(entry, now))
    .map(({ aliases, id, path, published, source, title }) => {
      const own = [path, ...aliases].map(addressKey);
      const redirected = own.flatMap((key) => (sources.get(key) ?? []).map(([from]) => from));
      return { id, source, title, published, path, keys: [...own, ...redirected] };
    });
}
