const rightToLeftScripts = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

/** Returns the canonical spelling of a BCP 47 tag (`EN-us` → `en-US`), or undefined for an invalid tag. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

const directions = new Map<string, "ltr" | "rtl">(); // a cache: each entry needs its direction, which is slow to find

/** Returns the direction in which a language is written: that of its most likely script. */
export function directionOf(language: string): "ltr" | "rtl" {
  const cached = directions.get(language);
  if (cached !== undefined) return cached;
  const script = new Intl.Locale(language).maximize().script ?? "";
  const direction = rightToLeftScripts.has(script) ? "rtl" : "ltr";
  directions.set(language, direction);
  return direction;
}

/** Returns whether a BCP 47 tag is that of English or of a variant of it. */
export function isEnglish(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag);
}
