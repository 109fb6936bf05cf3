import { lazy } from "../lazy.ts";

const names = lazy(() => new Intl.DisplayNames("en", { type: "language", fallback: "none" }));

/** Returns whether a value is a BCP 47 tag of a language that exists, as far as the Unicode CLDR knows. */
export function isKnownLanguage(tag: string): boolean {
  try {
    return names().of(new Intl.Locale(tag).language) !== undefined;
  } catch {
    return false;
  }
}
