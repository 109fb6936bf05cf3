/** Escapes text for the content and the quoted attributes of HTML and XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Escapes text for the content of an element of HTML or XML, where quotation marks need no escape. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Escapes what begins markup in the content of an element of HTML: a tag or a reference. */
export function escapeMarkupStarts(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Escapes the tags of a text that already contains references. */
export function escapeTags(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Escapes the ampersands of a text that are not part of a reference. */
export function escapeBareAmpersands(text: string): string {
  return text.replace(/&(?!#?\w+;)/g, "&amp;");
}

/** Replaces special characters by numeric references. @param radix 16 or 10 */
export function escapeNumerically(text: string, special: RegExp, radix: 10 | 16 = 16): string {
  const start = radix === 16 ? "&#x" : "&#";
  return text.replace(special, (character) => `${start}${character.charCodeAt(0).toString(radix).toUpperCase()};`);
}

/**
 * Escapes plain text for an element of RSS. Some readers decode such text twice and treat `&lt;` as markup; hexadecimal references
 * are safe (RSS Best Practices Profile, "character data"; W3C validator: CharacterData).
 */
export function escapeRssText(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&gt;");
}

// An HTML reference in plain text, such as "&amp;" in an article about HTML.
const reference = /&#?\w/;

/**
 * Escapes plain text for an element of Atom. Every parser decodes named references. But text that still contains an HTML reference
 * after decoding looks as if it was escaped twice, unless it is escaped with hexadecimal references (W3C validator:
 * ContainsUndeclaredHTML).
 */
export function escapeAtomText(text: string): string {
  return reference.test(text) ? escapeRssText(text) : escapeText(text);
}

/** Decodes the references of sanitized content, which has hexadecimal ones only. */
export function decodeReferences(text: string): string {
  return text.replace(/&#x([\dA-F]{1,6});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** Decodes the references that {@link escapeMarkup} writes. */
export function unescapeMarkup(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
