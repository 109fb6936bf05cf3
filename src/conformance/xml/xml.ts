import { SaxesParser, type SaxesTagNS } from "saxes";
import type { ReportViolation } from "../rules/violation.ts";
import { checkCharacters } from "./characters.ts";
import { readDoctype } from "./doctype.ts";
import { checkDeclarations, qualify } from "./namespaces.ts";
import { checkDocumentSize, checkProlog } from "./prolog.ts";

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
  /** The line of its start tag, from 1. */
  readonly line: number;
  /** The number of children with each name. */
  readonly counts: Map<string, number>;
  /** The element's own text, with references and CDATA sections resolved. */
  text: string;
  /** The text between its tags, as written. */
  source: string;
  /** True if the document's line with its start tag contains a hexadecimal reference. */
  readonly isByReference: boolean;
};

/** Checks the bytes of a document, then parses it. Returns undefined if it is not well-formed. */
export function parseXml(document: string, report: ReportViolation): XmlElement | undefined {
  checkDocumentSize(document, report);
  checkProlog(document, report);
  const root = readTree(document.replace(/^[\s\uFEFF]+/, ""), report);
  for (const element of root ? descendantsOf(root) : []) {
    for (const text of [element.text, ...element.attributes.values()]) checkCharacters(text, placeOf(element), report);
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
  parser.on("doctype", (doctype) => Object.assign(parser.ENTITIES, readDoctype(doctype, report)));
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
      line,
      counts: new Map(),
      text: "",
      source: "",
      isByReference: lines[line - 1] ?? false,
    };
    starts.set(element, parser.position);
    current?.children.push(element);
    root ??= element;
    current = element;
    checkDeclarations(tag.ns ?? {}, placeOf(element), home, report);
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
