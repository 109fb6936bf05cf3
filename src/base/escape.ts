/** Escapes text for the content and the quoted attributes of HTML and XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Escapes text for the content of an element of HTML or XML, where quotation marks mean nothing. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Escapes plain text for an element of RSS. Some readers decode such text twice, and take `&lt;` for markup; hexadecimal
 * references survive (RSS Best Practices Profile, "character data"; W3C validator: CharacterData).
 */
export function escapeRssText(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&gt;");
}

// A reference of HTML within plain text, such as the "&amp;" of an article about HTML.
const reference = /&#?\w/;

/**
 * Escapes plain text for an element of Atom. Named references are what every parser decodes; but text in which a reference of
 * HTML is left over looks as if it was escaped twice, unless that is written in hexadecimal (W3C validator:
 * ContainsUndeclaredHTML).
 */
export function escapeAtomText(text: string): string {
  return reference.test(text) ? escapeRssText(text) : escapeText(text);
}
