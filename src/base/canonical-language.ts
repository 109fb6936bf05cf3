const rightToLeftScripts = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]);

/** A BCP 47 tag in its canonical spelling (`EN-us` → `en-US`); undefined for what is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

const directions = new Map<string, "ltr" | "rtl">(); // asked for with every entry, and slow to find

/** The direction in which a language is written: that of its most likely script. */
export function directionOf(language: string): "ltr" | "rtl" {
  const cached = directions.get(language);
  if (cached !== undefined) return cached;
  const script = new Intl.Locale(language).maximize().script ?? "";
  const direction = rightToLeftScripts.has(script) ? "rtl" : "ltr";
  directions.set(language, direction);
  return direction;
}
