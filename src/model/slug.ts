// Jekyll::Utils::SLUGIFY_PRETTY_REGEXP
const notPretty = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;

/**
 * Converts text to a path segment: letters and digits of any script are kept in lower case; each run of other characters becomes one
 * hyphen.
 */
export function slugify(text: string): string {
  const slug = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}._~]+/gu, "-")
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, ""); // the look-behind prevents quadratic time for a long run of hyphens
  return slug || "untitled";
}

/** Converts text to a path segment as Jekyll does for `:slug`: only letters and digits are kept. */
export function plainSlug(text: string): string {
  const slug = text.normalize("NFC").toLowerCase();
  return slug.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-").replace(/^-|-$/g, "") || "untitled";
}

/** Converts text to a path segment as Jekyll does for `:title`: upper case and other characters that a path may contain are kept. */
export function prettySlug(text: string): string {
  return text.normalize("NFC").replace(notPretty, "-").replace(/^-|-$/g, "") || "untitled";
}
