import { SaxesParser, type SaxesTagNS } from "saxes";
import type { ReportViolation } from "./violation.ts";

/** An element of a parsed document. `name` has the usual prefix of its namespace, and no prefix in the document's own namespace. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** By name, with the same prefixes; namespace declarations are omitted. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Its position among siblings of the same name, from 1. */
  readonly position: number;
  /** The number of children with each name. */
  readonly counts: Map<string, number>;
  /** The element's own text, with references and CDATA sections resolved. */
  text: string;
  /** The text between its tags, as written. */
  source: string;
  /** True if the document's line with its start tag contains a hexadecimal reference. */
  readonly isByReference: boolean;
};

export const ATOM = "http://www.w3.org/2005/Atom";
const MAXIMUM_BYTES = 5_000_000;

/** The namespaces whose elements are checked, with their usual prefixes. */
const JUDGED: ReadonlyMap<string, string> = new Map([
  [ATOM, "atom"],
  ["http://purl.org/rss/1.0/modules/content/", "content"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://search.yahoo.com/mrss/", "media"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://purl.org/syndication/history/1.0", "fh"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

const JUDGED_PREFIXES = new Set(JUDGED.values());

/** Other namespaces that the validator recognizes. Their elements are not checked here. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...JUDGED,
  ["http://base.google.com/ns/1.0", "g"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://purl.org/rss/1.0/", "rss1"],
  ["http://purl.org/rss/1.0/modules/slash/", "slash"],
  ["http://purl.org/rss/1.0/modules/syndication/", "sy"],
  ["http://purl.org/rss/1.0/modules/taxonomy/", "taxo"],
  ["http://purl.org/syndication/thread/1.0", "thr"],
  ["http://backend.userland.com/creativeCommonsRssModule", "creativeCommons"],
  ["http://rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["http://web.resource.org/cc/", "cc"],
  ["http://webns.net/mvcb/", "admin"],
  ["http://wellformedweb.org/CommentAPI/", "wfw"],
  ["http://www.georss.org/georss", "georss"],
  ["http://www.opengis.net/gml", "gml"],
  ["http://www.w3.org/1998/Math/MathML", "mathml"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/2000/svg", "svg"],
  ["http://www.w3.org/2003/01/geo/wgs84_pos#", "geo"],
  ["http://www.w3.org/2007/app", "app"],
  ["http://xmlns.com/foaf/0.1/", "foaf"],
  ["http://a9.com/-/spec/opensearch/1.1/", "opensearch"],
  // The validator reports that it does not support these; readers do.
  ["http://schemas.google.com/g/2005", "gd"],
  ["http://www.blogger.com/atom/ns#", "blogger"],
  ["http://www.rawvoice.com/rawvoiceRssModule/", "rawvoice"],
  ["https://podcastindex.org/namespace/1.0", "podcast"],
]);

/** Returns whether the element or attribute with this name is in a checked namespace, or in none. */
export function isJudged(name: string): boolean {
  const prefix = name.slice(0, Math.max(0, name.lastIndexOf(":")));
  return prefix === "" || prefix === "no namespace" || JUDGED_PREFIXES.has(prefix);
}

/** Checks the bytes of a document, then parses it. Returns undefined if it is not well-formed. */
export function parseXml(document: string, report: ReportViolation): XmlElement | undefined {
  checkDocumentSize(document, report);
  checkProlog(document, report);
  const root = readTree(document.replace(/^[\s\uFEFF]+/, ""), report);
  for (const element of root ? descendantsOf(root) : []) {
    const place = placeOf(element);
    for (const text of [element.text, ...element.attributes.values()]) checkCharacters(text, place, report);
  }
  return root;
}

/** Returns the path of an element: `/rss/channel/item[2]/title`. */
export function placeOf(element: XmlElement): string {
  if (!element.parent) return `/${element.name}`;
  const position = (element.parent.counts.get(element.name) ?? 0) > 1 ? `[${element.position}]` : "";
  return `${placeOf(element.parent)}/${element.name}${position}`;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Yields the element and all its descendants. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendantsOf(child);
}

export function checkDocumentSize(document: string, report: ReportViolation): void {
  const size = new TextEncoder().encode(document).byteLength;
  if (size >= MAXIMUM_BYTES) report("ValidatorLimit", "/", `${size} bytes`);
}

/** Reports characters that XML allows but that are always mistakes: C1 controls, lone surrogates, U+FFFD, UTF-8 encoded twice. */
export function checkCharacters(text: string, place: string, report: ReportViolation): void {
  const bad = /[\u0080-\u009F\uFFFD]/.exec(text);
  if (bad) report("BadCharacters", place, codePoint(bad[0]));
  if (!text.isWellFormed()) report("BadCharacters", place, "a lone surrogate");
  if (isEncodedTwice(text)) report("BadCharacters", place, `${text} was encoded twice`);
}

function isEncodedTwice(text: string): boolean {
  if (/[^\u0000-\u00FF]/.test(text) || !/[\u00C2\u00C3][\u0080-\u00BF]/.test(text)) return false;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}

function checkProlog(document: string, report: ReportViolation): void {
  if (!document.isWellFormed()) report("BadCharacters", "/", "a lone surrogate");
  const start = document.search(/[^\s\uFEFF]/);
  if (start > 0) report("WPBlankLine", "/", "something stands before the XML declaration");
  const declaration = /^[\s\uFEFF]*<\?xml\s+version="1\.0"([^>]*)\?>/.exec(document);
  const encoding = /encoding=["']([^"']*)["']/.exec(declaration?.[1] ?? "")?.[1];
  if (encoding === undefined) report("MissingEncoding", "/", "the XML declaration names no encoding");
  else if (encoding.toLowerCase() !== "utf-8") report("EncodingMismatch", "/", encoding);
  const outside = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(document)?.[0];
  if (outside !== undefined) report("SAXError", "/", `no XML character: ${codePoint(outside)}`);
}

/** Returns whether a code point matches the Char production of XML 1.0. */
export function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function readTree(document: string, report: ReportViolation): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const lines = document.split("\n").map((text) => text.includes("&#x"));
  const starts = new Map<XmlElement, number>();
  let root: XmlElement | undefined;
  let current: XmlElement | undefined;
  let home = "";
  let line = 0;
  let error: string | undefined;

  parser.on("error", ({ message }) => {
    error ??= message;
  });
  parser.on("doctype", () => report("ContainsSystemEntity", "/", "a document type declaration"));
  parser.on("opentagstart", () => {
    line = parser.line;
  });
  parser.on("opentag", (tag) => {
    home = root ? home : tag.uri;
    const name = qualify(tag.uri, tag.local, home);
    const position = (current?.counts.get(name) ?? 0) + 1;
    current?.counts.set(name, position);
    const element: XmlElement = {
      name,
      namespace: tag.uri,
      attributes: readAttributes(tag),
      children: [],
      parent: current,
      position,
      counts: new Map(),
      text: "",
      source: "",
      isByReference: lines[line - 1] ?? false,
    };
    starts.set(element, parser.position);
    current?.children.push(element);
    root ??= element;
    current = element;
    checkDeclarations(tag, placeOf(element), home, report);
  });
  const addText = (text: string) => {
    if (current) current.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    if (!current) return;
    const inner = document.slice(starts.get(current), parser.position);
    current.source = inner.slice(0, Math.max(0, inner.lastIndexOf("</")));
    current = current.parent;
  });
  parser.write(document).close();
  if (error !== undefined) report("SAXError", "/", error);
  return error === undefined ? root : undefined;
}

function readAttributes(tag: SaxesTagNS): Map<string, string> {
  const attributes = Object.values(tag.attributes).filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:"));
  return new Map(attributes.map(({ uri, local, value }) => [qualify(uri, local, ""), value]));
}

function qualify(uri: string, local: string, home: string): string {
  if (uri === home) return local;
  const prefix = uri === "" ? "no namespace" : (JUDGED.get(uri) ?? uri);
  return `${prefix}:${local}`;
}

function checkDeclarations(tag: SaxesTagNS, place: string, home: string, report: ReportViolation): void {
  for (const [prefix, uri] of Object.entries(tag.ns ?? {})) {
    const usual = PREFIXES.get(uri);
    if (prefix !== "" && prefix !== usual && [...PREFIXES.values()].includes(prefix)) {
      report("ReservedPrefix", place, `${prefix} is declared as ${uri}`);
    } else if (usual === undefined && uri !== "") report("UnknownNamespace", place, uri);
    else if (prefix !== "" && prefix !== usual) report("NonstdPrefix", place, `${prefix} for ${uri}, usually ${usual}`);
    else if (prefix === "atom" && home === ATOM) report("AvoidNamespacePrefix", place, "an Atom document needs no prefix");
  }
}
