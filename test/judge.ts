// The judge of feed documents, for those who only ask it.
export { checkDocument } from "../src/conformance/check.ts";
export { checkHtml } from "../src/conformance/elements/html.ts";
export { childOf, childrenOf, parseXml, type XmlElement } from "../src/conformance/xml/xml.ts";

/**
 * Rules of which an author may break one: with an id that is not canonical, a text about `</p>`, two articles of one second, an enclosure
 * that is not an episode.
 */
export const authorsOwn =
  /^(?:NonCanonicalURI|Contains(?:Undeclared)?HTML|NotSufficientlyUnique|DuplicateUpdated|UnsupportedItunesFormat|JSON Feed 1.1 (?:title|summary|description|tags|name))$/;
