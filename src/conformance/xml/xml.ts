import { SaxesParser, type SaxesTagNS } from "saxes";
import type { ReportViolation } from "../rules/violation.ts";
import { checkCharacters, mayBeDamaged } from "./characters.ts";
import { readDoctype } from "./doctype.ts";
import { recordFirstError } from "./first-error.ts";
import { checkDeclarations, qualify } from "./namespaces.ts";
import { checkDocumentSize, checkProlog } from "./prolog.ts";
import { describeXmlError } from "./xml-error.ts";

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
  /** The number of children with each name; undefined without children. */
  counts: Map<string, number> | undefined;
  /** The element's own text, with references and CDATA sections resolved. */
  text: string;
  /** The text between its tags, as written. */
  source: string;
  /** True if the document's line with its start tag contains a hexadecimal reference. */
  readonly isByReference: boolean;
  /** Its path, which `placeOf` computes once. */
  path: string | undefined;
};

/** Checks the bytes of a document, then parses it. Returns undefined if it is not well-formed. */
export function parseXml(document: string, report: ReportViolation): XmlElement | undefined {
  checkDocumentSize(document, report);
  checkProlog(document, report);
  const root = readTree(document, report);
  for (const element of root ? descendantsOf(root) : []) {
    checkText(element, element.text, report);
    for (const value of element.attributes.values()) checkText(element, value, report);
  }
  return root;
}

// The place of an element is costly, and almost no text needs it.
function checkText(element: XmlElement, text: string, report: ReportViolation): void {
  if (mayBeDamaged(text)) checkCharacters(text, placeOf(element), report);
}

/** Returns the path of an element of a complete tree: `/rss/channel/item[2]/title`. */
export function placeOf(element: XmlElement): string {
  element.path ??= `${element.parent ? placeOf(element.parent) : ""}/${element.name}${positionIn(element)}`;
  return element.path;
}

function positionIn({ name, parent, position }: XmlElement): string {
  return (parent?.counts?.get(name) ?? 0) > 1 ? `[${position}]` : "";
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Yields the element and all its descendants, in the order of the document. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  const rest = [element];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child !== undefined) rest.push(child);
    }
  }
}

function readTree(written: string, report: ReportViolation): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const document = written.replace(/^[\s\uFEFF]+/, "");
  const skippedLines = written.slice(0, written.length - document.length).split("\n").length - 1;
  const lines = document.split("\n").map((text) => text.includes("&#x"));
  const starts: number[] = [];
  let root: XmlElement | undefined;
  let current: XmlElement | undefined;
  let home = "";
  let line = 0;
  const declarations: [element: XmlElement, declared: [prefix: string, uri: string][]][] = [];
  const firstError = recordFirstError(parser, written, document);

  parser.on("doctype", (doctype) => Object.assign(parser.ENTITIES, readDoctype(doctype, report)));
  parser.on("opentagstart", () => {
    line = parser.line;
  });
  parser.on("opentag", (tag) => {
    home = root ? home : tag.uri;
    const name = qualify(tag.uri, tag.local, home);
    const position = current ? countChild(current, name) : 1;
    const element: XmlElement = {
      name,
      namespace: tag.uri,
      attributes: readAttributes(tag),
      children: [],
      parent: current,
      position,
      line: line + skippedLines,
      counts: undefined,
      text: "",
      source: "",
      isByReference: lines[line - 1] ?? false,
      path: undefined,
    };
    starts.push(parser.position);
    current?.children.push(element);
    root ??= element;
    current = element;
    const declared = Object.entries(tag.ns ?? {});
    if (declared.length > 0) declarations.push([element, declared]);
  });
  const addText = (text: string) => {
    if (current) current.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    if (!current) return;
    const start = starts.pop() ?? 0;
    current.source = document.slice(start, Math.max(start, document.lastIndexOf("</", parser.position)));
    current = current.parent;
  });
  parser.write(document).close();
  for (const [element, declared] of declarations) checkDeclarations(declared, placeOf(element), home, report);
  const error = firstError();
  if (error === undefined) return root;
  report("SAXError", "/", describeXmlError(error));
  return undefined;
}

function countChild(element: XmlElement, name: string): number {
  element.counts ??= new Map();
  const count = (element.counts.get(name) ?? 0) + 1;
  element.counts.set(name, count);
  return count;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function readAttributes(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const attributes = Object.values(tag.attributes).filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:"));
  if (attributes.length === 0) return NO_ATTRIBUTES;
  return new Map(attributes.map(({ uri, local, value }) => [qualify(uri, local, ""), value]));
}
