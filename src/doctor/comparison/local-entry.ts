import type { CompiledContent } from "../../model/compiled-content.ts";
import { isPublic } from "../../model/entry.ts";
import { createListing } from "../../model/listing.ts";
import { redirectKey } from "../../routing/redirects.ts";

/** The compared properties of an entry that a deployment would publish. */
export interface LocalEntry {
  readonly id: string;
  /** Its file, relative to the articles folder. */
  readonly source: string;
  /** True if it would be in the site's feed. */
  readonly isListed: boolean;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Its own path, percent-encoded. */
  readonly path: string;
  /** Keys of all paths that lead to it: its own, its aliases, and those that redirect to one of them. */
  readonly keys: readonly string[];
}

/** Returns the key by which the path of an address is compared. It ignores a trailing slash. */
export function addressKey(path: string): string {
  return redirectKey(path) ?? path;
}

/** Returns the entries that a deployment at this instant would publish. @param now milliseconds since 1970 */
export function localEntries(
  { entries, redirects, site }: Pick<CompiledContent, "entries" | "redirects" | "site">,
  now: number,
): LocalEntry[] {
  const { isInSiteFeed } = createListing(site);
  const sources = Map.groupBy(Object.entries(redirects.moved), ([, to]) => addressKey(to));
  return entries
    .filter((entry) => isPublic(entry, now))
    .map((entry) => {
      const { aliases, id, path, published, source, title } = entry;
      const own = [path, ...aliases].map(addressKey);
      const redirected = own.flatMap((key) => (sources.get(key) ?? []).map(([from]) => from));
      return { id, source, isListed: isInSiteFeed(entry), title, published, path, keys: [...own, ...redirected] };
    });
}
