import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Report } from "./violation.ts";

/** An element of a parsed document. `name` carries the usual prefix of its namespace, none in the document's own. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** By name, prefixed likewise; namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly parent: XmlElement | undefined;
  /** The element's own text, with references and CDATA sections resolved. */
  text: string;
  /** What stands between its tags, as written. */
  source: string;
  /** The document's line that its start tag begins on, as written. */
  readonly line: string;
};

export const ATOM = "http://www.w3.org/2005/Atom";
const MAXIMUM_BYTES = 5_000_000;

/** The namespaces that a feed of ours may use, with the prefixes by which readers know them. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [ATOM, "atom"],
  ["http://purl.org/rss/1.0/modules/content/", "content"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://search.yahoo.com/mrss/", "media"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://purl.org/syndication/history/1.0", "fh"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

/** Checks the bytes of a document, then parses it. Gives nothing where it is not well-formed. */
export function parseXml(document: string, report: Report): XmlElement | undefined {
  checkSize(document, report);
  checkProlog(document, report);
  const root = readTree(document.replace(/^[\s\uFEFF]+/, ""), report);
  for (const element of root ? descendantsOf(root) : []) {
    for (const text of [element.text, ...element.attributes.values()]) checkCharacters(text, placeOf(element), report);
  }
  return root;
}

/** Where an element stands: `/rss/channel/item[2]/title`. */
export function placeOf(element: XmlElement): string {
  if (!element.parent) return `/${element.name}`;
  const namesakes = element.parent.children.filter((sibling) => sibling.name === element.name);
  const position = namesakes.length > 1 ? `[${namesakes.indexOf(element) + 1}]` : "";
  return `${placeOf(element.parent)}/${element.name}${position}`;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The element and everything below it. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendantsOf(child);
}

export function checkSize(document: string, report: Report): void {
  const size = new TextEncoder().encode(document).byteLength;
  if (size >= MAXIMUM_BYTES) report("ValidatorLimit", "/", `${size} bytes`);
}

/** Characters that text may hold by the XML grammar and yet never means: C1 controls, lone surrogates, U+FFFD, UTF-8 encoded twice. */
export function checkCharacters(text: string, place: string, report: Report): void {
  const bad = /[\u0080-\u009F\uFFFD]/.exec(text);
  if (bad) report("BadCharacters", place, codePoint(bad[0]));
  if (!text.isWellFormed()) report("BadCharacters", place, "a lone surrogate");
  if (isEncodedTwice(text)) report("BadCharacters", place, `${text} was encoded twice`);
}

function isEncodedTwice(text: string): boolean {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  if (/[^\u0000-\u00FF]/.test(text) || !/[\u00C2\u00C3][\u0080-\u00BF]/.test(text)) return false;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}

function checkProlog(document: string, report: Report): void {
  if (!document.isWellFormed()) report("BadCharacters", "/", "a lone surrogate");
  const start = document.search(/[^\s\uFEFF]/);
  if (start > 0) report("WPBlankLine", "/", "something stands before the XML declaration");
  const declaration = /^[\s\uFEFF]*<\?xml\s+version="1\.0"([^>]*)\?>/.exec(document);
  const encoding = /encoding=["']([^"']*)["']/.exec(declaration?.[1] ?? "")?.[1];
  if (encoding === undefined) report("MissingEncoding", "/", "the XML declaration names no encoding");
  else if (encoding.toLowerCase() !== "utf-8") report("EncodingMismatch", "/", encoding);
  const outside = [...document].find((character) => !isXmlChar(character.codePointAt(0) ?? 0));
  if (outside?.isWellFormed()) report("SAXError", "/", `no XML character: ${codePoint(outside)}`);
}

/** The Char production of XML 1.0. */
export function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function readTree(document: string, report: Report): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const lines = document.split("\n");
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
    const element: XmlElement = {
      name: qualify(tag.uri, tag.local, home),
      namespace: tag.uri,
      attributes: readAttributes(tag),
      children: [],
      parent: current,
      text: "",
      source: "",
      line: lines[line - 1] ?? "",
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
  const prefix = uri === "" ? "no namespace" : (PREFIXES.get(uri) ?? uri);
  return `${prefix}:${local}`;
}

function checkDeclarations(tag: SaxesTagNS, place: string, home: string, report: Report): void {
  for (const [prefix, uri] of Object.entries(tag.ns ?? {})) {
    const usual = PREFIXES.get(uri);
    if (prefix !== "" && prefix !== usual && [...PREFIXES.values()].includes(prefix)) {
      report("ReservedPrefix", place, `${prefix} is declared as ${uri}`);
    } else if (usual === undefined && uri !== "") report("UnknownNamespace", place, uri);
    else if (prefix !== "" && prefix !== usual) report("NonstdPrefix", place, `${prefix} for ${uri}, usually ${usual}`);
    else if (prefix === "atom" && home === ATOM) report("AvoidNamespacePrefix", place, "an Atom document needs no prefix");
  }
}
