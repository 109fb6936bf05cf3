/**
 * Returns the tag of a language with a two-letter code by its name, in English or in the language itself: `German` and `Deutsch` are `de`.
 */
export function languageNamed(name: string): string | undefined {
  return twoLetterTags().find((tag) => namesOf(tag).some((known) => known.toLowerCase() === name.trim().toLowerCase()));
}

function namesOf(tag: string): string[] {
  return ["en", tag].flatMap((locale) => new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(tag) ?? []);
}

function twoLetterTags(): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const known = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return letters.flatMap((first) => letters.map((second) => first + second)).filter((tag) => known.of(tag) !== undefined);
}
