import type { Site } from "../settings/site-settings.ts";
import type { Entry } from "./entry.ts";
import { type Selection, selectionOf, type Term, termsOf, wholeSite } from "./selection.ts";
import { keyOfSelection } from "./selection-settings.ts";

/** The fields of an entry that determine which selections contain it. */
export type ListedFields = Pick<Entry, "authors" | "categories" | "language" | "unlisted">;

/** The rules that determine which selections contain an entry. */
export interface Listing {
  /** Returns the terms whose selections contain an entry, the whole site first. Empty for an unlisted entry. */
  termsWith(entry: ListedFields): readonly Term[];
  /** Returns whether the site's own feed contains an entry. */
  isInSiteFeed(entry: ListedFields): boolean;
  /** Returns whether `SITE.selections` excludes the entries with a term from all other selections. */
  isSeparate(term: Term): boolean;
}

/**
 * Creates the listing rules of a site. An unlisted entry is in no selection. An entry with a term of an unlisted selection is only in the
 * unlisted selections of its terms. Every other entry is in the whole site and in the selections of its terms.
 */
export function createListing(site: Site): Listing {
  const separate = new Set(separateKeys(site));
  const known = new Map<string, boolean>(); // thousands of entries share a few terms

  function isSeparate(term: Term): boolean {
    if (separate.size === 0) return false;
    const name = `${term.kind} ${term.name}`;
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const result = separate.has(selectionKey(term, site));
    known.set(name, result);
    return result;
  }

  return {
    termsWith(entry) {
      if (entry.unlisted === true) return [];
      const terms = termsOf(entry);
      const own = terms.filter(isSeparate);
      return own.length > 0 ? own : [wholeSite, ...terms];
    },
    isInSiteFeed: (entry) => entry.unlisted !== true && (separate.size === 0 || !termsOf(entry).some(isSeparate)),
    isSeparate,
  };
}

/** Returns a selection whose feed contains an entry: the whole site if it does. */
export function selectionWith(entry: ListedFields, site: Site): Selection {
  const [term = wholeSite] = createListing(site).termsWith(entry);
  return selectionOf(term, site);
}

/** Returns the keys of the unlisted selections in `SITE.selections`. */
export function separateKeys({ selections }: Pick<Site, "selections">): string[] {
  return Object.entries(selections).flatMap(([key, { listed }]) => (listed ? [] : [key]));
}

/** Returns the key of a term's selection in `SITE.selections`, such as `categories/links`. */
export function selectionKey(term: Term, site: Site): string {
  return keyOfSelection(selectionOf(term, site));
}
