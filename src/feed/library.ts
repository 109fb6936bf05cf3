import type { Extension } from "feed";

// The `feed` package renders our documents. What it gets wrong is put right here and nowhere else; every correction has a
// test that fails on the day on which the package no longer needs it.

/** The formats' name of the software. */
export const generator = "Broadsheet";

/** Namespace of `fh:archive` (RFC 5005 §4). */
export const archiveNamespace = "http://purl.org/syndication/history/1.0";

/** An element or key of our own. The package's type is narrower than what it does: it writes any value under the name. */
export function extension(name: string, value: unknown): Extension {
  return { name, objects: value as Record<string, unknown> };
}

/** Plain text for an XML text node: the package un-escapes every `&amp;` once before it escapes. */
export function xmlText(text: string): string {
  return text.replaceAll("&amp;", "&amp;amp;");
}

/** The value of an XML attribute: the package escapes quotation marks in them and nothing else. */
export function xmlAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Attributes for an XML element, without those that have no value. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): { _attributes: Record<string, string> } {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return { _attributes: Object.fromEntries(given.map(([name, value]) => [name, xmlAttribute(String(value))])) };
}

/**
 * Stands for a text that {@link finishXml} puts in: one that the package cannot write as it should be, or an entry's content,
 * which it would copy once for every element around it.
 */
export const placeholder = "…";

/** HTML for a CDATA section: the package splits only the first `]]>`, and the second would end the section. */
export function cdataHtml(html: string): string {
  return html.replaceAll("]]>", "]]&gt;");
}

/** Plain text where HTML is expected: descriptions in RSS. */
export function htmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An empty XML element, for what the package has no way to add. */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${name}${given.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join("")}/>`;
}

/** Declarations of namespaces, by prefix, for the root of a document. */
export function xmlNamespaces(namespaces: Readonly<Record<string, string>>): string {
  return Object.entries(namespaces)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join("");
}

/** Text for XML, with the hexadecimal references that {@link finishXml} writes too. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&#x3E;").replaceAll('"', "&#x22;");
}

const escaped = { "&amp;": "&#x26;", "&lt;": "&#x3C;" } as const;

/**
 * Goes once over a rendered XML document, outside its CDATA sections.
 *
 * Ampersands and less-than signs become hexadecimal references, which no reader takes for markup (RSS Best Practices
 * Profile, "character data"); and each markup token that matches `tokens` goes through `replace`. There is no markup in
 * text, where every `<` is escaped, so that a token is always what it looks like.
 */
export function finishXml(xml: string, tokens: RegExp, replace: (token: string) => string): string {
  const pattern = new RegExp(`<!\\[CDATA\\[|&amp;|&lt;|${tokens.source}`, "g");
  let finished = "";
  let done = 0;
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    const [token] = match;
    if (token === "<![CDATA[") {
      pattern.lastIndex = xml.indexOf("]]>", match.index) + 3; // most of a document is in there, and nothing of it changes
    } else {
      finished += xml.slice(done, match.index) + (token === "&amp;" || token === "&lt;" ? escaped[token] : replace(token));
      done = pattern.lastIndex;
    }
  }
  return finished + xml.slice(done);
}
