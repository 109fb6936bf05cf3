import { parseFragment, serialize } from "parse5";

/** Returns one spelling for equal HTML, whichever characters are escaped. */
export function plainHtml(html: string): string {
  return serialize(parseFragment(html.trim()));
}

/** Sorts entries, since some readers order them by their dates. */
export function byId<Entry extends { readonly id?: string }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1));
}
