import { createListing, type ListedFields } from "../../model/listing.ts";
import type { Term } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";

/**
 * Returns the names of an entry's categories or authors whose selections contain it. Only these become links: another selection does not
 * list the entry, and may have no page.
 */
export function linkedNames(site: Site, entry: ListedFields, kind: Term["kind"]): ReadonlySet<string> {
  const terms = createListing(site).termsWith(entry);
  return new Set(terms.filter((term) => term.kind === kind).map(({ name }) => name));
}
