import type { XmlElement } from "../xml/xml.ts";

/** Returns whether `xml:base` states a base of the addresses in an element (RFC 4287 §2). */
export function hasBase(element: XmlElement): boolean {
  return element.attributes.has("xml:base") || (element.parent !== undefined && hasBase(element.parent));
}

/** Returns the base of the addresses in an element: `xml:base`, which may be relative, or the address of the document. */
export function baseOf(element: XmlElement, documentUrl: string): string {
  const outer = element.parent ? baseOf(element.parent, documentUrl) : documentUrl;
  const own = element.attributes.get("xml:base");
  return own === undefined ? outer : (URL.parse(own, outer)?.href ?? outer);
}

/** Returns an absolute address; the address unchanged if it cannot be resolved. */
export function resolve(reference: string, element: XmlElement, documentUrl: string): string {
  return URL.parse(reference, baseOf(element, documentUrl))?.href ?? reference;
}
