import languages from "language-subtag-registry/data/json/language.json" with { type: "json" };

const privateLanguage = /^q[a-t][a-z]$/;

/** Returns whether a canonical BCP 47 tag is that of a language in IANA's registry, or of a private one. */
export function isRegisteredLanguage(tag: string): boolean {
  try {
    const [language = ""] = new Intl.Locale(tag).baseName.split("-");
    return Object.hasOwn(languages, language) || privateLanguage.test(language);
  } catch {
    return false;
  }
}
