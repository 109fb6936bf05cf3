import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as names, parseFragment } from "parse5";
import type { ReportViolation, Rule } from "../rules/violation.ts";
import { ACCEPTABLE_ELEMENTS, HTML_ELEMENTS, HTML_ENTITIES, OPTIONAL_END_ELEMENTS, VOID_ELEMENTS } from "../values/html-vocabulary.ts";
import { dangersOfStyle } from "../values/style.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];
type Piece = { readonly start: number; readonly end: number; readonly isText: boolean };

const URL_ATTRIBUTES = new Set(["href", "src", "srcset", "poster", "cite", "longdesc", "action", "background", "data", "ping"]);

/** Elements that the validator accepts but that do not work in readers. */
const USELESS_ELEMENTS = new Set(["form"]);

/** The end of the message about an element within <svg>. Elements such as <title> and <a> also have the names of HTML. */
export const ofSvg = "belongs to SVG, which readers remove";

/** The message about HTML in an element whose text is HTML. */
export const unescapedHtml = "HTML that is not escaped";

/** Checks an element whose text, with resolved references, is HTML. */
export function checkEscapedHtml(element: XmlElement, report: ReportViolation, options?: HtmlOptions): void {
  const place = placeOf(element);
  if (element.children.length > 0) report("UndefinedElement", place, unescapedHtml);
  checkHtml(element.text, place, report, options);
}

/** The rules of a place for HTML. */
export interface HtmlOptions {
  /** True if addresses may be relative, since the document states their base. */
  readonly hasBase?: boolean;
  /** The rule that a relative address breaks; the default is ContainsRelRef. */
  readonly relativeRule?: Rule;
}

/** Checks HTML content in the way that readers and the validator parse it: as a fragment within a `div`. */
export function checkHtml(
  html: string,
  place: string,
  report: ReportViolation,
  { hasBase = false, relativeRule = "ContainsRelRef" }: HtmlOptions = {},
): void {
  const context = defaultTreeAdapter.createElement("div", names.NS.HTML, []);
  const fragment = parseFragment(context, html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) =>
      report("NotHtml", place, `${code.replaceAll("-", " ")} at ${startLine}:${startCol} of its HTML`),
  });
  checkCoverage(fragment.childNodes, html, place, report);
  const reportHere: ReportViolation = (rule, ...rest) => {
    if (rule !== "ContainsRelRef") report(rule, ...rest);
    else if (!hasBase) report(relativeRule, ...rest);
  };
  for (const element of elementsOf(fragment.childNodes)) {
    checkElement(element, place, reportHere);
    checkAmpersands(element, html, place, report);
  }
}

/**
 * Checks that the tree has all of the text's tags in their order. A parser repairs bad HTML by dropping, moving and adding
 * tags, and parse5 does not report most of these parse errors.
 */
function checkCoverage(nodes: readonly Node[], html: string, place: string, report: ReportViolation): void {
  let end = 0;
  for (const piece of piecesOf(nodes)) {
    const gap = html.slice(end, piece.start);
    // The newline after <pre> is not content.
    const isInOrder = piece.start >= end && (gap === "" || gap === "\n");
    const hasLostTag = piece.isText && /<[a-z/!?]/i.test(html.slice(piece.start, piece.end));
    if (!isInOrder || hasLostTag) {
      report("NotHtml", place, `a tag out of place in ${html.slice(Math.min(end, piece.start), piece.end)}`);
      return;
    }
    end = piece.end;
  }
  if (end < html.length) report("NotHtml", place, `a tag out of place: ${html.slice(end)}`);
}

/** Returns start tags, text and end tags in the order of the tree, with their positions in the text. */
function piecesOf(nodes: readonly Node[], found: Piece[] = []): Piece[] {
  for (const node of nodes) {
    const location = node.sourceCodeLocation;
    if (!("tagName" in node)) {
      if (location) found.push({ start: location.startOffset, end: location.endOffset, isText: node.nodeName === "#text" });
      continue;
    }
    const { startTag, endTag } = node.sourceCodeLocation ?? {};
    if (startTag) found.push({ start: startTag.startOffset, end: startTag.endOffset, isText: false });
    piecesOf(contentOf(node), found);
    if (endTag) found.push({ start: endTag.startOffset, end: endTag.endOffset, isText: false });
  }
  return found;
}

// A list, since a generator within a generator passes each element through all of its ancestors.
function elementsOf(nodes: readonly Node[], found: Element[] = []): Element[] {
  for (const node of nodes) {
    if (!("tagName" in node)) continue;
    found.push(node);
    elementsOf(contentOf(node), found);
  }
  return found;
}

function contentOf(element: Element): readonly Node[] {
  if (element.tagName !== "template") return element.childNodes;
  return defaultTreeAdapter.getTemplateContent(element as DefaultTreeAdapterMap["template"]).childNodes;
}

function checkElement(element: Element, place: string, report: ReportViolation): void {
  const { tagName, sourceCodeLocation: location } = element;
  const isClosed = location?.endTag !== undefined || VOID_ELEMENTS.has(tagName) || OPTIONAL_END_ELEMENTS.has(tagName);
  if (location?.startTag && !isClosed) {
    report("NotHtml", place, `<${tagName}> at ${location.startLine}:${location.startCol} is never closed`);
  }
  const cell = isImplied(element) && tagName === "tr" ? element.childNodes.find((child) => "tagName" in child) : undefined;
  if (cell) report("NotHtml", place, `<${cell.nodeName}> is not within a <tr>`);
  if (!HTML_ELEMENTS.has(tagName) || element.namespaceURI !== names.NS.HTML) {
    report("NotHtml", place, `<${tagName}> ${reasonForForeign(element)}`);
  } else if (!ACCEPTABLE_ELEMENTS.has(tagName)) {
    report("SecurityRisk", place, `<${tagName}>`);
  } else if (USELESS_ELEMENTS.has(tagName)) {
    report("Broadsheet: what readers remove", place, `<${tagName}>`);
  }
  const [first] = element.attrs;
  for (const attribute of element.attrs) {
    const { name, value } = attribute;
    // The validator looks for `<a href="…">` alone. A link to a note of the same entry is common, and no author has written it.
    if (tagName === "a" && name === "href" && value.startsWith("#") && attribute !== first) continue;
    checkAttribute(name, value, `${place} <${tagName}>`, report);
  }
}

function reasonForForeign({ namespaceURI }: Element): string {
  if (namespaceURI === names.NS.SVG) return ofSvg;
  return namespaceURI === names.NS.MATHML ? "belongs to MathML, which many readers remove" : "is not an HTML element";
}

// The parser adds a row that the text does not have.
function isImplied({ sourceCodeLocation: location }: Element): boolean {
  return location?.startTag === undefined;
}

/** Checks the ampersands of a start tag: in `?a=1&copy=2`, some parsers read the sign © (HTML §13.2.5.72 is the exception for browsers). */
function checkAmpersands({ sourceCodeLocation: location }: Element, html: string, place: string, report: ReportViolation): void {
  const tag = location?.startTag && html.slice(location.startTag.startOffset, location.startTag.endOffset);
  const entity = tag?.matchAll(/&([a-z]+\d*)=/gi).find(([, name = ""]) => HTML_ENTITIES.has(name));
  if (entity) report("NotHtml", place, `write &amp; for the ampersand of ${entity[0]}`);
}

function checkAttribute(name: string, value: string, place: string, report: ReportViolation): void {
  if (name === "style") for (const danger of dangersOfStyle(value)) report("DangerousStyleAttr", place, danger);
  else if (name.startsWith("on")) report("SecurityRiskAttr", place, name);
  else if (URL_ATTRIBUTES.has(name)) for (const url of urlsOf(name, value)) checkReference(url, `${place} ${name}`, report);
}

function urlsOf(name: string, value: string): string[] {
  if (name === "ping") return value.trim().split(/\s+/);
  if (name !== "srcset") return [value];
  return value.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0] ?? "");
}

function checkReference(url: string, place: string, report: ReportViolation): void {
  // Browsers remove control characters and white space from a scheme: "java\nscript:" runs.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/\p{Cc}|\s/gu, ""))?.[1]?.toLowerCase();
  if (scheme === undefined) report("ContainsRelRef", place, url);
  else if (scheme === "javascript" || scheme === "vbscript" || /^data:(?!image\/)/i.test(url.trim())) {
    report("Broadsheet: what readers remove", place, url);
  }
}
