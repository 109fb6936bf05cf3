const escapes: Readonly<Record<string, string>> = { "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/**
 * Serializes schema.org data for a `<script>` element. Every `<` is escaped, because `</script` in a title would end the
 * element and `<!--` would hide its end (HTML §4.12.1.3).
 */
export function jsonLd(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replace(
    /[<\u2028\u2029]/g,
    (character) => escapes[character] ?? character,
  );
}
