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
  const root = new TreeReader(document, report).read();
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

/** Returns the path of the text of an element that should have none: `/rss/channel/text()`. */
export function textPlaceOf(element: XmlElement): string {
  return `${placeOf(element)}${textStep}`;
}

/** Returns the path of the element in a place: that of a text, and that of a tag in HTML (`/rss/channel/item/description <img> src`). */
export function elementPlace(place: string): string {
  const element = withoutHtml(place);
  return element.endsWith(textStep) ? element.slice(0, -textStep.length) : element;
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

/** Returns a place without its part in the HTML of an element: `/rss/channel/item/description` of `/rss/channel/item/description <img> src`. */
export function withoutHtml(place: string): string {
  return place.replace(/ <.*$/s, "");
}

/** The last step of the path of a text, as in XPath. */
export const textStep = "/text()";

/** An element, and the prefixes that it declares. */
type Declarations = readonly [element: XmlElement, declared: [prefix: string, uri: string][]];

/** Builds the tree of a document from the events of a parser. */
class TreeReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #report: ReportViolation;
  readonly #document: string;
  readonly #skippedLines: number;
  /** For each line: true if it contains a hexadecimal reference. */
  readonly #lines: readonly boolean[];
  readonly #firstError: ReturnType<typeof recordFirstError>;
  readonly #declarations: Declarations[] = [];
  /** The offsets at which the contents of the open elements begin. */
  readonly #starts: number[] = [];
  #root: XmlElement | undefined;
  #current: XmlElement | undefined;
  #home = "";
  #line = 0;

  constructor(written: string, report: ReportViolation) {
    this.#report = report;
    this.#document = written.replace(/^[\s\uFEFF]+/, "");
    this.#skippedLines = written.slice(0, written.length - this.#document.length).split("\n").length - 1;
    this.#lines = this.#document.split("\n").map((text) => text.includes("&#x"));
    this.#firstError = recordFirstError(this.#parser, written, this.#document);
    this.#listen();
  }

  /** Returns the root; undefined if the document is not well-formed. */
  read(): XmlElement | undefined {
    this.#parser.write(this.#document).close();
    for (const [element, declared] of this.#declarations) checkDeclarations(declared, placeOf(element), this.#home, this.#report);
    const error = this.#firstError();
    if (error === undefined) return this.#root;
    this.#report("SAXError", "/", describeXmlError(error));
    return undefined;
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on("doctype", (doctype) => Object.assign(parser.ENTITIES, readDoctype(doctype, this.#report)));
    parser.on("opentagstart", () => {
      this.#line = parser.line;
    });
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("text", (text) => this.#addText(text));
    parser.on("cdata", (text) => this.#addText(text));
    parser.on("closetag", () => this.#close());
  }

  #open(tag: SaxesTagNS): void {
    this.#home = this.#root ? this.#home : tag.uri;
    const element = this.#elementOf(tag);
    this.#starts.push(this.#parser.position);
    this.#current?.children.push(element);
    this.#root ??= element;
    this.#current = element;
    const declared = Object.entries(tag.ns ?? {});
    if (declared.length > 0) this.#declarations.push([element, declared]);
  }

  #elementOf(tag: SaxesTagNS): XmlElement {
    const name = qualify(tag.uri, tag.local, this.#home);
    return {
      name,
      namespace: tag.uri,
      attributes: readAttributes(tag),
      children: [],
      parent: this.#current,
      position: this.#current ? countChild(this.#current, name) : 1,
      line: this.#line + this.#skippedLines,
      counts: undefined,
      text: "",
      source: "",
      isByReference: this.#lines[this.#line - 1] ?? false,
      path: undefined,
    };
  }

  #addText(text: string): void {
    if (this.#current) this.#current.text += text;
  }

  #close(): void {
    if (!this.#current) return;
    const start = this.#starts.pop() ?? 0;
    const end = Math.max(start, this.#document.lastIndexOf("</", this.#parser.position));
    this.#current.source = this.#document.slice(start, end);
    this.#current = this.#current.parent;
  }
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
