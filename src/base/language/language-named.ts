import { lazy } from "../lazy.ts";

/**
 * Returns the tag of a language with a two-letter code by its name, in English or in the language itself: `German` and `Deutsch` are `de`.
 */
export function languageNamed(name: string): string | undefined {
  return tags().get(name.trim().toLowerCase());
}

// Built once, since each of thousands of articles may have the name. Of two languages with one name, the first counts.
const tags = lazy(() => {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const found = letters.flatMap((first) =>
    letters.flatMap((second) => namesOf(first + second).map((name) => [name, first + second] as const)),
  );
  return new Map(found.toReversed());
});

function namesOf(tag: string): string[] {
  if (nameIn("en", tag) === undefined) return [];
  return ["en", tag].flatMap((locale) => nameIn(locale, tag)?.toLowerCase() ?? []);
}

function nameIn(locale: string, tag: string): string | undefined {
  return new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(tag);
}
