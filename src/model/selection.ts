import { canonicalPath } from "../base/canonical-url.ts";
import type { Site } from "../settings/site-settings.ts";
import type { Entry } from "./entry.ts";
import { slugify } from "./slug.ts";

/** The set of entries that a feed or a page shows. */
export interface Selection {
  readonly kind: "site" | "category" | "author" | "language";
  /** The category, the author's name or the language tag; empty for the whole site. */
  readonly name: string;
  /** The prefix of its addresses, percent-encoded: `/categories/r-and-d`; empty for the whole site. */
  readonly path: string;
}

/** A selection with its entries, newest first. */
export interface Selected {
  readonly selection: Selection;
  readonly entries: readonly Entry[];
}

/** The selection of all entries. */
export const wholeSite: Selection = { kind: "site", name: "", path: "" };

/** A term of an entry: a category, an author or the language. */
export type Term = Pick<Selection, "kind" | "name">;

/** Returns all terms of an entry. */
export function termsOf({ authors, categories, language }: Pick<Entry, "authors" | "categories" | "language">): Term[] {
  return [
    ...categories.map((name): Term => ({ kind: "category", name })),
    ...authors.map(({ name }): Term => ({ kind: "author", name })),
    { kind: "language", name: language },
  ];
}

/** Returns the selection of the entries with a term. */
export function selectionOf({ kind, name }: Term, site: Site): Selection {
  switch (kind) {
    case "site":
      return wholeSite;
    case "category":
      return categorySelection(name, site);
    case "author":
      return authorSelection(name, site);
    case "language":
      return languageSelection(name);
  }
}

/** Returns the selection of one category. */
export function categorySelection(name: string, site: Site): Selection {
  return { kind: "category", name, path: termPath("categories", name, site) };
}

/** Returns the selection of one author. */
export function authorSelection(name: string, site: Site): Selection {
  return { kind: "author", name, path: termPath("authors", name, site) };
}

/** Returns the selection of one language, by its BCP 47 tag. */
export function languageSelection(tag: string): Selection {
  return { kind: "language", name: tag, path: `/languages/${tag.toLowerCase()}` };
}

/** Folds a term to compare it regardless of case. */
export function foldTerm(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

const separators = /[\s_@()'"’!?,;:\p{Pd}]+|(?<!\.)\.+(?=$|[\s_()\p{Pd}])/gu;

/**
 * Folds a term to compare it regardless of case, spaces, hyphens and the like. Signs that distinguish terms stay: `+`, `#`, `&`, `/`, a
 * point inside a word, and anything between two digits.
 */
export function foldSpelling(name: string): string {
  const folded = foldTerm(name);
  const digit = /\p{N}/u;
  const bare = folded.replace(separators, (run, offset: number) =>
    digit.test(folded.charAt(offset - 1)) && digit.test(folded.charAt(offset + run.length)) ? "-" : "",
  );
  return bare || folded;
}

/** Returns the slug that the settings give a term, if any. */
export function settledSlug(name: string, site: Pick<Site, "slugs">): string | undefined {
  const own = Object.entries(site.slugs).find(([term]) => foldTerm(term) === foldTerm(name));
  return own?.[1];
}

function termPath(folder: string, name: string, site: Site): string {
  return canonicalPath(`/${folder}/${settledSlug(name, site) ?? slugOfTerm(name)}`);
}

// C, C++ and C# need different slugs, and so do R&D and RD.
function slugOfTerm(name: string): string {
  return slugify(
    name
      .replaceAll("+", "-plus-")
      .replaceAll("&", "-and-")
      .replace(/(?<=\p{L})#/gu, "-sharp-"),
  );
}
